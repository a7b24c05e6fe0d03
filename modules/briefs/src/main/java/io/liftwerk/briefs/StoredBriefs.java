package io.liftwerk.briefs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.guardrails.Guardrails;
import io.liftwerk.text.Language;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The briefs of a workspace: the newest of each topic and language, from the ledger, with what
 * people did to its draft.
 */
public final class StoredBriefs implements BriefSource {

  /**
   * A brief in a list.
   *
   * @param sentences of its draft; 0 without one
   * @param toCheck facts that somebody has to look at
   */
  public record Listed(
      String id,
      String topic,
      String language,
      int competitors,
      int terms,
      int covered,
      int sentences,
      int toCheck,
      String verdict,
      String run) {}

  /**
   * A brief as people left it.
   *
   * @param result as it was generated
   * @param edited with the edits in place, looked at by the rails again where there are any
   * @param edits all that stand
   * @param lost those of them whose sentence is gone
   * @param thumbs all that stand
   * @param run that generated it
   */
  public record Stored(
      BriefResult result,
      BriefDocument edited,
      List<BriefEdit> edits,
      List<BriefEdit> lost,
      List<BriefThumb> thumbs,
      String run) {
    public Stored {
      edits = List.copyOf(edits);
      lost = List.copyOf(lost);
      thumbs = List.copyOf(thumbs);
    }
  }

  /** The briefs of {@code workspace}, the newest first. */
  public static List<Listed> list(Workspace workspace) {
    try (Connection connection = workspace.connect()) {
      return list(connection);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Names of clusters that a brief can be made for; none before 'keywords' has run. */
  public static List<String> clusters(Workspace workspace) {
    try (Connection connection = workspace.connect()) {
      return ClusterSearches.names(connection);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static List<Listed> list(Connection connection) throws SQLException {
    List<Listed> briefs = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet there =
          statement.executeQuery(
              "SELECT count(*) > 0 FROM duckdb_tables() WHERE schema_name = 'gold' AND table_name ="
                  + " 'briefs'")) {
        there.next();
        if (!there.getBoolean(1)) {
          return briefs;
        }
      }
      try (ResultSet row =
          statement.executeQuery(
              "SELECT brief, topic, language, competitors, terms, covered, sentences, to_check,"
                  + " verdict, run FROM gold.briefs ORDER BY run DESC, brief")) {
        while (row.next()) {
          briefs.add(
              new Listed(
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  row.getInt(4),
                  row.getInt(5),
                  row.getInt(6),
                  row.getInt(7),
                  row.getInt(8),
                  row.getString(9),
                  row.getString(10)));
        }
      }
    }
    return briefs;
  }

  /**
   * The newest brief of an id.
   *
   * @param id of the brief, or number of the run that made it
   * @throws WorkbenchException code {@code brief-unknown}
   */
  public static Stored find(Workspace workspace, String id) {
    try (Connection connection = workspace.connect()) {
      return find(workspace, connection, id);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static Stored find(Workspace workspace, Connection connection, String id)
      throws SQLException {
    Listed listed =
        list(connection).stream()
            .filter(one -> one.id().equals(id) || one.run().equals(id))
            .findFirst()
            .orElseThrow(() -> unknown(id));
    RunRecord run = workspace.ledger().find(listed.run()).orElseThrow(() -> unknown(id));
    BriefResult result = read(run);
    List<BriefEdit> edits = BriefNotes.edits(connection, listed.id());
    EditedDraft edited = EditedDraft.of(result.document(), edits);
    BriefDocument document = edited.document();
    if (edits.size() > edited.lost().size()) {
      document = new DraftReview(guardrails(workspace, run), language(document)).review(document);
      document = document.with(PageData.of(document));
    }
    return new Stored(
        result,
        document,
        edits,
        edited.lost(),
        BriefNotes.thumbs(connection, listed.id()),
        listed.run());
  }

  /** Claims must hold on the day that the run went by. */
  private static Guardrails guardrails(Workspace workspace, RunRecord run) {
    JsonNode day = run.parameters().path("day");
    Guardrails guardrails = Guardrails.of(workspace);
    return day.isTextual() ? guardrails.on(LocalDate.parse(day.asText())) : guardrails;
  }

  private static Language language(BriefDocument document) {
    return document.brief().language().equals("de") ? Language.GERMAN : Language.ENGLISH;
  }

  private static BriefResult read(RunRecord run) {
    try {
      return Json.mapper().treeToValue(run.result(), BriefResult.class);
    } catch (JsonProcessingException e) {
      throw new WorkbenchException(
          "brief-unreadable",
          "The brief of run %s cannot be read: %s.".formatted(run.id(), e.getOriginalMessage()),
          "Make it again.",
          e);
    }
  }

  /** The document to export: with the edits of people in place. */
  @Override
  public BriefDocument document(JobContext context, String id) throws Exception {
    return find(context.workspace(), context.connection(), id).edited();
  }

  private static WorkbenchException unknown(String id) {
    return new WorkbenchException(
        "brief-unknown",
        "There is no brief '%s'.".formatted(id),
        "'brief WS list' names those there are.");
  }

  private static WorkbenchException unreadable(SQLException e) {
    return new WorkbenchException(
        "briefs-unreadable", "The briefs cannot be read: " + e.getMessage() + ".", "", e);
  }
}
