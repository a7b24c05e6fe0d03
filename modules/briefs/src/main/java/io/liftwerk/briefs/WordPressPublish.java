package io.liftwerk.briefs;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.briefs.cms.CmsPost;
import io.liftwerk.briefs.cms.Credentials;
import io.liftwerk.briefs.cms.WordPressAddress;
import io.liftwerk.briefs.cms.WordPressPush;
import io.liftwerk.briefs.cms.WordPressSite;
import io.liftwerk.workspace.Egress;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Puts the draft of a brief on a WordPress site, as a draft unless asked otherwise. The host has to
 * be on the workspace's {@linkplain Egress egress list}, the user and its application password in
 * the vault. Pushing again changes the same post. What is sent where stands in the audit trail
 * before the first byte leaves; which post came of it is kept with the run.
 */
public final class WordPressPublish implements Job<WordPressPublish.Result> {
  /** Name of the job. */
  public static final String NAME = "brief-publish";

  private static final String PUSHED = "brief.pushed";

  /**
   * @param brief id of the brief
   * @param to address of the site
   * @param filing of the draft
   * @param publish whether readers shall see it at once
   * @param dryRun whether to tell what would be sent, and open no connection
   */
  public record Request(String brief, String to, Filing filing, boolean publish, boolean dryRun) {}

  /**
   * @param host the site's
   * @param action {@code created}, {@code updated}, or {@code planned} for a dry run
   * @param post its number there; null for a dry run
   * @param status {@code draft} or {@code publish}
   * @param link where it is to be seen; empty for a dry run
   * @param terms categories and tags that were made there
   * @param requests what a dry run would send; empty otherwise
   * @param notes what to know about it, one sentence each
   */
  public record Result(
      String brief,
      String host,
      String action,
      @Nullable Long post,
      String status,
      String link,
      List<String> terms,
      List<Planned> requests,
      List<String> notes) {

    /** The same with more to know. */
    private Result and(List<String> ofPost, List<String> ofBrief) {
      var all = new ArrayList<>(notes);
      all.addAll(ofPost);
      all.addAll(ofBrief);
      return new Result(brief, host, action, post, status, link, terms, requests, List.copyOf(all));
    }
  }

  /**
   * A request that a push would send.
   *
   * @param body JSON; null for one that only asks. Numbers that only the site knows stand in it as
   *     names in angle brackets
   */
  public record Planned(String method, String address, @Nullable JsonNode body) {}

  private final Request request;
  private final BriefSource briefs;

  public WordPressPublish(Request request, BriefSource briefs) {
    this.request = request;
    this.briefs = briefs;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Request parameters() {
    return request;
  }

  /** Pushed again, it is an update, and its terms are there. */
  @Override
  public Object fingerprint(Result result) {
    return Json.without(result, "action", "terms", "notes");
  }

  /**
   * @throws WorkbenchException code {@code egress-closed}, {@code cms-credentials}, {@code
   *     slug-taken}, {@code post-published}, or what else keeps it from arriving
   */
  @Override
  public Result run(JobContext context) throws Exception {
    WordPressAddress address = WordPressAddress.parse(request.to());
    BriefDocument document = briefs.document(context, request.brief());
    context.input("brief:" + document.id(), Hashes.sha256(Json.canonical(document)), 1);
    CmsPost post = DraftPost.of(document, request.filing());
    Result result = request.dryRun() ? plan(context, address, post) : push(context, address, post);
    return result.and(post.notes(), DraftPost.notes(document));
  }

  private Result plan(JobContext context, WordPressAddress address, CmsPost post)
      throws SQLException {
    var notes = new ArrayList<String>();
    notes.add("Nothing was sent.");
    if (!Egress.hosts(context.connection()).contains(address.host())) {
      notes.add("%s is not on the egress list yet.".formatted(address.host()));
    }
    if (!context.workspace().vault().secrets().names().contains(address.secret())) {
      notes.add("The vault keeps no user and password for it yet.");
    }
    return new Result(
        request.brief(),
        address.host(),
        "planned",
        null,
        request.publish() ? "publish" : "draft",
        "",
        List.of(),
        WordPressPush.plan(address, post, request.publish()).stream()
            .map(one -> new Planned(one.method(), one.address(), one.body()))
            .toList(),
        List.copyOf(notes));
  }

  private Result push(JobContext context, WordPressAddress address, CmsPost post)
      throws SQLException {
    Egress.check(context.connection(), address.host());
    Credentials credentials = Credentials.of(secret(context, address));
    WordPressPush.Known known = known(context.connection(), address);
    context
        .workspace()
        .audit()
        .append(
            PUSHED,
            Map.of(
                "run", context.run(),
                "brief", request.brief(),
                "host", address.host(),
                "status", request.publish() ? "publish" : "draft"));
    context.progress(0.1, "sending the draft");
    WordPressPush.Outcome outcome;
    try (var site =
        new WordPressSite(
            address,
            credentials,
            exchange -> {
              context.checkCancelled();
              // ends with the job: a handle that is left open does no harm after it
              context.whenCancelled(() -> exchange.cancel(true));
            })) {
      outcome = WordPressPush.run(site, post, request.publish(), known);
    } catch (CancellationException e) {
      context.checkCancelled();
      throw e;
    }
    remember(context.connection(), address, outcome);
    return new Result(
        request.brief(),
        address.host(),
        outcome.updated() ? "updated" : "created",
        outcome.post(),
        outcome.status(),
        outcome.link(),
        outcome.terms(),
        List.of(),
        outcome.notes());
  }

  private static String secret(JobContext context, WordPressAddress address) throws SQLException {
    return context
        .workspace()
        .vault()
        .secrets()
        .open(address.secret(), "push of a draft, run " + context.run())
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "cms-credentials",
                    "The vault keeps no user and application password for %s."
                        .formatted(address.host()),
                    "Keep a file with one line USER:PASSWORD by 'vault WS keep %s --secret-file FILE'."
                        .formatted(address.secret())));
  }

  private WordPressPush.@Nullable Known known(Connection connection, WordPressAddress address)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS ledger.cms_posts"
              + " (site TEXT, brief TEXT, post BIGINT, written TEXT)");
    }
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT post, written FROM ledger.cms_posts WHERE site = ? AND brief = ?")) {
      query.setString(1, address.base().toString());
      query.setString(2, request.brief());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? new WordPressPush.Known(row.getLong(1), row.getString(2)) : null;
      }
    }
  }

  private void remember(
      Connection connection, WordPressAddress address, WordPressPush.Outcome outcome)
      throws SQLException {
    String site = address.base().toString();
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM ledger.cms_posts WHERE site = ? AND brief = ?")) {
      delete.setString(1, site);
      delete.setString(2, request.brief());
      delete.execute();
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO ledger.cms_posts VALUES (?, ?, ?, ?)")) {
      insert.setString(1, site);
      insert.setString(2, request.brief());
      insert.setLong(3, outcome.post());
      insert.setString(4, outcome.written());
      insert.execute();
    }
  }
}
