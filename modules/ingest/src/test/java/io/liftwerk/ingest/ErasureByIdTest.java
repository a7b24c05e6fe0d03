package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.Identifier;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that carry only an id of the person, tables of tests, and lists handed to platforms. */
class ErasureByIdTest {
  private static final List<String> ZACHARIAS = List.of("zacharias@nirgendheim.example");
  private static final List<String> NOBODY_ELSE =
      List.of("nirgendheim", "k8514", "100000000.2000000001");

  private static final String EVENTS =
      identify("m01", "100000000.2000000001", "K8514", "zacharias@nirgendheim.example")
          + page("m02", "100000000.2000000001", "")
          + page("m03", "100000000.2000000001", "K8514")
          + page("m04", "100000000.2000000002", "K8514")
          // found by K8514 only, so its device is not followed any further
          + page("m05", "100000000.2000000002", "")
          // a device that two people use
          + identify("m06", "100000000.2000000003", "K8514", "zacharias@nirgendheim.example")
          + page("m07", "100000000.2000000003", "K9999")
          + page("m08", "100000000.2000000003", "")
          + identify("m09", "100000000.2000000004", "K7777", "other@post.example")
          // an id that two addresses share
          + identify("m10", "100000000.2000000005", "FIRM-100", "zacharias@nirgendheim.example")
          + identify("m11", "100000000.2000000006", "FIRM-100", "third@post.example")
          // a number as any system gives out
          + identify("m12", "100000000.2000000007", "77", "zacharias@nirgendheim.example")
          + page("m13", "100000000.2000000008", "77");

  private static final String CUSTOMERS =
      "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Total Spent,Total Orders\n"
          + "K8514,,,,yes,10.00,1\n"
          + "77,Kurt,Kunde,kurt@post.example,yes,20.00,2\n"
          + "K85140,Lara,Lang,lara@post.example,no,30.00,3\n";

  /** A run that hands somebody the list of these keys. */
  private record Handing(String name, String key) implements Job<Handing.Done> {
    record Done(int rows) {}

    @Override
    public Record parameters() {
      return new Done(1);
    }

    @Override
    public Done run(JobContext context) throws IOException {
      Files.writeString(context.resultFile("list", "csv").draft(), "Email\n" + key + "\n");
      return new Done(1);
    }
  }

  private static final HandedOver BOARD =
      new HandedOver() {
        @Override
        public Set<String> keys(Identifier kind, String original) {
          return Set.of("key-of-" + original.toLowerCase(Locale.ROOT).replace('@', '-'));
        }

        @Override
        public Optional<String> to(RunRecord run) {
          return run.job().startsWith("hand") ? Optional.of("the board") : Optional.empty();
        }
      };

  @TempDir Path folder;

  private static String identify(String message, String device, String user, String email) {
    return event(
        message,
        "identify",
        device,
        user,
        "\"traits\":{\"plan\":\"basic\",\"email\":\"" + email + "\"},");
  }

  private static String page(String message, String device, String user) {
    return event(message, "page", device, user, "\"name\":\"Start\",");
  }

  private static String event(
      String message, String type, String device, String user, String more) {
    return ("{\"type\":\"%s\",\"messageId\":\"%s\",\"anonymousId\":\"%s\",%s%s\"context\":"
            + "{\"locale\":\"de-DE\"},\"timestamp\":\"2026-09-28T03:20:08.042Z\"}\n")
        .formatted(
            type, message, device, user.isEmpty() ? "" : "\"userId\":\"" + user + "\",", more);
  }

  private static void sql(Workspace workspace, String... statements) throws SQLException {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static List<String> column(Bench bench, String sql) {
    return bench.rows(sql).stream().map(row -> String.valueOf(row.getFirst())).toList();
  }

  private static String pseudonym(Workspace workspace) {
    return workspace
        .vault()
        .pseudonyms()
        .of(Identifier.EMAIL, Pseudonymiser.normal(Identifier.EMAIL, ZACHARIAS.getFirst(), "DE"));
  }

  private static void plant(Workspace workspace) throws SQLException, IOException {
    String email = pseudonym(workspace);
    sql(
        workspace,
        "CREATE SCHEMA failures",
        "CREATE TABLE failures.unique_people AS SELECT * FROM (VALUES ('"
            + email
            + "', 1), ('segment:K8514', 2), ('em_someone', 3)) t (person_id, n)",
        "CREATE TABLE gold.people AS SELECT * FROM (VALUES ('segment:K8514'), ('shopify:K8514'),"
            + " ('segment:77'), ('shopify:77'), ('segment:K9999')) t (person_id)",
        "CREATE TABLE gold.scores AS SELECT * FROM (VALUES ('K8514', 0.5), ('K85140', 0.6)) t"
            + " (\"User ID\", score)",
        ErasureTest.MODELS,
        "INSERT INTO build.models VALUES ('people', 'x', false, '')",
        "CREATE TABLE build.test_baselines (test TEXT, arguments TEXT, baseline TEXT, run TEXT)",
        "INSERT INTO build.test_baselines VALUES ('by pseudonym', '{}', '{\"values\":[\""
            + email
            + "\"]}', '0001'), ('by id', '{}', '{\"values\":[\"K8514\",\"x\"]}', '0001'),"
            + " ('by person', '{}', '{\"values\":[\"segment:K8514\"]}', '0001'),"
            + " ('other', '{}', '{\"values\":[\"K85140\"]}', '0001')");
    Files.writeString(workspace.exports().resolve("ids.csv"), "id\nK8514\n");
    Files.writeString(workspace.exports().resolve("others.csv"), "id\nK85140\n");
  }

  @Test
  void rowsWithNothingButAnIdGoWhereItIsThePersonsAlone() throws Exception {
    Path place;
    try (var bench = new Bench(folder)) {
      Workspace workspace = bench.workspace();
      place = workspace.folder();
      assertEquals(
          "segment-events",
          bench.load(bench.file("events.jsonl", EVENTS + "{\"userId\":\"K8514\",\n")).kind());
      assertEquals("shopify-customers", bench.load(bench.file("customers.csv", CUSTOMERS)).kind());
      plant(workspace);
      var runner = new JobRunner(workspace, Runnable::run);
      Erasure erasure = Erasure.of(workspace, ZACHARIAS, HandedOver.TO_NOBODY);
      ErasureResult erased = runner.run(erasure).result();
      workspace.rewrite();

      assertEquals(
          List.of("m05", "m07", "m08", "m09", "m11"),
          column(bench, "SELECT \"messageId\" FROM bronze.events ORDER BY 1"));
      assertEquals(
          List.of("77", "K85140"),
          column(bench, "SELECT \"Customer ID\" FROM bronze.customers ORDER BY 1"));
      assertEquals(
          List.of(
              new ErasureResult.FoundIds("bronze.events.anonymousId", 3, 1, 0),
              new ErasureResult.FoundIds("bronze.events.userId", 2, 1, 1)),
          erased.ids());
      assertEquals(
          List.of("segment:K9999", "shopify:77"),
          column(bench, "SELECT person_id FROM gold.people ORDER BY 1"));
      assertEquals(List.of("K85140"), column(bench, "SELECT \"User ID\" FROM gold.scores"));
      assertEquals(
          List.of("em_someone"), column(bench, "SELECT person_id FROM failures.unique_people"));
      assertEquals(List.of("other"), column(bench, "SELECT test FROM build.test_baselines"));
      assertEquals(List.of("exports/ids.csv"), erased.files());
      assertEquals(
          List.of(List.of("", "true")), bench.rows("SELECT inputs, older FROM build.models"));
      assertEquals(List.of("0"), column(bench, "SELECT count(*) FROM bronze.events__rejects"));
      ErasureProofResult proof = runner.run(erasure.proof(ZACHARIAS)).result();
      assertEquals(List.of(), proof.found());

      sql(
          workspace,
          "INSERT INTO gold.people VALUES ('shopify:K8514')",
          "INSERT INTO build.test_baselines VALUES ('t', '', '[\"K8514\"]', '')");
      Files.writeString(workspace.exports().resolve("late.csv"), "K8514");
      assertEquals(
          List.of("build.test_baselines", "exports/late.csv", "gold.people"),
          runner.run(erasure.proof(ZACHARIAS)).result().found().stream().sorted().toList());
      sql(
          workspace,
          "DELETE FROM gold.people WHERE person_id = 'shopify:K8514'",
          "DELETE FROM build.test_baselines WHERE test = 't'");
      Files.delete(workspace.exports().resolve("late.csv"));
      sql(workspace, "DROP TABLE gold.scores", "DROP TABLE build.test_baselines");
      Files.delete(workspace.exports().resolve("others.csv"));
      try (Connection connection = workspace.connect()) {
        connection
            .createStatement()
            .execute("DELETE FROM load.l000002 WHERE \"Customer ID\" LIKE 'K%'");
        workspace.rewriteAfter(connection, List.of(), List.of());
      }
      workspace.rewrite();
    }
    assertEquals(Set.of(), Leaks.in(place, Set.of(), NOBODY_ELSE));
  }

  @Test
  void whoWasHandedAListIsNamedAndTheListGoes() throws Exception {
    try (var bench = new Bench(folder)) {
      Workspace workspace = bench.workspace();
      bench.load(
          bench.file(
              "customers.csv",
              CUSTOMERS.replace("K8514,,,,", "1,,," + ZACHARIAS.getFirst() + ",")));
      var runner = new JobRunner(workspace, Runnable::run);
      String key = "key-of-zacharias-nirgendheim.example";
      runner.run(new Handing("hand", key));
      runner.run(new Handing("hand", "key-of-somebody-else"));
      runner.run(new Handing("hand", key));
      runner.run(new Handing("keep", "nothing"));
      Files.delete(workspace.exports().resolve("list-0004.csv"));
      Erasure erasure = Erasure.of(workspace, ZACHARIAS, BOARD);
      ErasureResult erased = runner.run(erasure).result();
      workspace.rewrite();
      assertEquals(List.of("exports/list-0002.csv"), erased.files());
      assertEquals(
          List.of(
              new ErasureResult.Recipient("the board", "0002", "exports/list-0002.csv", true),
              new ErasureResult.Recipient("the board", "0004", "exports/list-0004.csv", false)),
          erased.handedOver().stream()
              .sorted(java.util.Comparator.comparing(ErasureResult.Recipient::run))
              .toList());
      assertFalse(Files.exists(workspace.exports().resolve("list-0002.csv")));
      assertTrue(Files.exists(workspace.exports().resolve("list-0003.csv")));
      assertEquals(List.of(), runner.run(erasure.proof(ZACHARIAS)).result().found());
      Files.writeString(workspace.exports().resolve("again.csv"), key);
      assertEquals(
          List.of("exports/again.csv"), runner.run(erasure.proof(ZACHARIAS)).result().found());
    }
  }
}
