package io.liftwerk.briefs.cms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** As much of a WordPress as a push talks to; it can be told to behave otherwise. */
public final class FakeWordPress implements AutoCloseable {
  private final HttpServer server;
  final List<String> asked = new ArrayList<>();
  final Map<Long, ObjectNode> posts = new TreeMap<>();
  final Map<String, Map<Long, ObjectNode>> terms = new HashMap<>();
  boolean keepsMeta = true;
  @Nullable Answer always;
  private long next = 100;

  /** What it answers whatever is asked. */
  record Answer(int status, String body, Map<String, String> headers) {}

  public FakeWordPress() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public List<String> asked() {
    return asked;
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
    String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String who = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    Answer answer = always;
    if (answer == null && !who.equals(Credentials.of("editor:abcd efgh").header())) {
      answer = new Answer(401, "{\"code\":\"incorrect_password\",\"message\":\"no\"}", Map.of());
    }
    if (answer == null) {
      JsonNode body = text.isEmpty() ? Json.mapper().nullNode() : Json.mapper().readTree(text);
      answer = answer(path.replaceFirst("^/wp-json/wp/v2/", ""), query(exchange), body);
    }
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Map<String, String> query(HttpExchange exchange) {
    var query = new HashMap<String, String>();
    String raw = exchange.getRequestURI().getRawQuery();
    if (raw != null) {
      Arrays.stream(raw.split("&"))
          .map(pair -> pair.split("=", 2))
          .forEach(pair -> query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
    return query;
  }

  private Answer answer(String path, Map<String, String> query, JsonNode body) {
    if (path.equals("users/me")) {
      return new Answer(200, "{\"id\":1}", Map.of());
    }
    String[] parts = path.split("/");
    if (!parts[0].equals("posts")) {
      return term(parts[0], query, body);
    }
    if (parts.length == 1 && body.isNull()) {
      ArrayNode found = Json.mapper().createArrayNode();
      posts.values().stream()
          .filter(post -> post.path("slug").asText().equals(query.get("slug")))
          .filter(post -> !post.path("status").asText().equals("trash"))
          .forEach(found::add);
      return new Answer(200, found.toString(), Map.of());
    }
    long id = parts.length == 1 ? next++ : Long.parseLong(parts[1]);
    if (parts.length == 2 && !posts.containsKey(id)) {
      return new Answer(
          404, "{\"code\":\"rest_post_invalid_id\",\"message\":\"Invalid post ID.\"}", Map.of());
    }
    if (!body.isNull()) {
      posts.put(id, stored(id, body));
    }
    return new Answer(parts.length == 1 ? 201 : 200, post(id).toString(), Map.of());
  }

  /** What is stored under {@code id}. */
  ObjectNode post(long id) {
    return Objects.requireNonNull(posts.get(id));
  }

  ObjectNode stored(long id, JsonNode body) {
    ObjectNode post = Json.mapper().createObjectNode().put("id", id);
    for (String field : List.of("title", "content", "excerpt")) {
      post.putObject(field).put("raw", body.path(field).asText());
    }
    post.put("slug", body.path("slug").asText()).put("status", body.path("status").asText());
    post.put("link", address() + "/?p=" + id);
    post.set("categories", body.path("categories"));
    post.set("tags", body.path("tags"));
    post.set("meta", keepsMeta ? body.path("meta") : Json.mapper().createArrayNode());
    return post;
  }

  private Answer term(String kind, Map<String, String> query, JsonNode body) {
    Map<Long, ObjectNode> known = terms.computeIfAbsent(kind, any -> new TreeMap<>());
    if (body.isNull()) {
      ArrayNode found = Json.mapper().createArrayNode();
      known.values().stream()
          .filter(term -> term.path("name").asText().contains(query.getOrDefault("search", "")))
          .forEach(found::add);
      return new Answer(200, found.toString(), Map.of());
    }
    for (ObjectNode term : known.values()) {
      if (term.path("slug").equals(body.path("slug"))) {
        return new Answer(
            400,
            "{\"code\":\"term_exists\",\"message\":\"there\",\"data\":{\"term_id\":%d}}"
                .formatted(term.path("id").asLong()),
            Map.of());
      }
    }
    ObjectNode term = body.deepCopy();
    term.put("id", next++);
    known.put(term.path("id").asLong(), term);
    return new Answer(201, term.toString(), Map.of());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
