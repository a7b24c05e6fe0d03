package io.liftwerk.briefs.cms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The REST interface of one site; the only place of Liftwerk outside of the gateway that opens a
 * connection. It goes to this site alone: no redirect is followed, and no proxy is asked. An answer
 * has to come whole within a minute and be of 8 MB at most.
 */
public final class WordPressSite implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int SECONDS = 60;
  private static final int MOST_BYTES = 8 << 20;
  private static final int MOST_SHOWN = 200;

  /** WordPress answers these with status 500, since its error names no status. */
  private static final Set<String> WRONG_PASSWORD =
      Set.of(
          "rest_not_logged_in",
          "incorrect_password",
          "invalid_username",
          "invalid_email",
          "application_passwords_disabled",
          "application_passwords_disabled_for_user");

  private final WordPressAddress address;
  private final Credentials credentials;
  private final Consumer<CompletableFuture<?>> watcher;
  private final HttpClient client;
  private final int seconds;

  /**
   * An answer of the site.
   *
   * @param body JSON; null when it is none
   */
  record Reply(int status, @Nullable JsonNode body) {
    /** WordPress' own word for what went wrong, such as {@code term_exists}. */
    String code() {
      return body == null ? "" : body.path("code").asText("");
    }
  }

  /**
   * @param watcher is given every exchange before it begins, to cancel it
   */
  public WordPressSite(
      WordPressAddress address, Credentials credentials, Consumer<CompletableFuture<?>> watcher) {
    this(address, credentials, watcher, SECONDS);
  }

  WordPressSite(
      WordPressAddress address,
      Credentials credentials,
      Consumer<CompletableFuture<?>> watcher,
      int seconds) {
    this.address = address;
    this.credentials = credentials;
    this.watcher = watcher;
    this.seconds = seconds;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(CONNECT)
            .build();
  }

  String host() {
    return address.host();
  }

  Reply get(String pathAndQuery) {
    return exchange(request(pathAndQuery).GET().build());
  }

  Reply post(String path, JsonNode body) {
    return exchange(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.write(body), StandardCharsets.UTF_8))
            .build());
  }

  private HttpRequest.Builder request(String pathAndQuery) {
    return HttpRequest.newBuilder(address.rest(pathAndQuery))
        .header("Authorization", credentials.header())
        .header("Accept", "application/json")
        .header("User-Agent", "Liftwerk/" + Workspace.SOFTWARE);
  }

  private Reply exchange(HttpRequest request) {
    CompletableFuture<HttpResponse<String>> future =
        client.sendAsync(
            request,
            BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES));
    watcher.accept(future);
    try {
      return reply(future.get(seconds, TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new WorkbenchException(
          "cms-timeout",
          "%s did not answer within %d seconds.".formatted(host(), seconds),
          "Push again later: a draft that arrived is found there and not made twice.",
          e);
    } catch (ExecutionException e) {
      throw unreachable(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw unreachable(e);
    }
  }

  private WorkbenchException unreachable(Throwable cause) {
    String why = cause.getMessage();
    if (why == null || why.isBlank()) {
      why = cause.getClass().getSimpleName();
    }
    return new WorkbenchException(
        "cms-unreachable",
        "%s cannot be reached: %s.".formatted(host(), shown(why)),
        "Look whether the address is right and this computer has a network.",
        cause instanceof IOException ? cause : null);
  }

  private Reply reply(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status >= 300 && status < 400) {
      String target = response.headers().firstValue("Location").orElse("");
      throw new WorkbenchException(
          "cms-redirect",
          "%s leads on to '%s', which is not followed.".formatted(host(), shown(target)),
          "Name the address where the site really is.");
    }
    return new Reply(status, json(response.body()));
  }

  private static @Nullable JsonNode json(String text) {
    try {
      JsonNode node = Json.mapper().readTree(text);
      return node.isContainerNode() ? node : null;
    } catch (JsonProcessingException e) {
      // a page for people: who asked says that there is no REST interface
      return null;
    }
  }

  /**
   * The body of an answer that went well.
   *
   * @throws WorkbenchException that says in one sentence why it did not
   */
  JsonNode checked(Reply reply) {
    JsonNode body = reply.body();
    int status = reply.status();
    if (body != null && status >= 200 && status < 300) {
      return body;
    }
    String said = body == null ? "" : shown(body.path("message").asText(""));
    if (WRONG_PASSWORD.contains(reply.code())
        || status == 401 && !reply.code().startsWith("rest_")) {
      throw new WorkbenchException(
          "cms-credentials",
          "%s does not accept the user and the application password that the vault keeps for it."
              .formatted(host()),
          "Make a new application password in the profile of the user there, and keep it with"
              + " 'vault WS keep'.");
    }
    if (status == 401 || status == 403) {
      throw new WorkbenchException(
          "cms-forbidden",
          "%s does not allow this user to do that: '%s'.".formatted(host(), said),
          "Take a user who may edit posts and terms there.");
    }
    if (status == 404 || body == null && status < 500) {
      throw new WorkbenchException(
          "cms-no-rest",
          "%s has no REST interface of WordPress at %s (status %d)."
              .formatted(host(), address.rest("posts").getPath(), status),
          "Name the address of the site itself; its permalinks must not be the plain ones, and no"
              + " plugin may close the interface.");
    }
    throw new WorkbenchException(
        "cms-failed",
        "%s answers with status %d: '%s'.".formatted(host(), status, said),
        "Nothing is marked as pushed; look into it there, then push again.");
  }

  /** What a site says, as far as it can be shown on a line. */
  private static String shown(String text) {
    String line = Wording.line(text);
    return line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN) + "…";
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
