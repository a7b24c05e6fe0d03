package io.liftwerk.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.warehouse.consent.ConsentVerdicts;
import io.liftwerk.warehouse.consent.PolicyFile;
import io.liftwerk.warehouse.model.ComputedSource;
import io.liftwerk.warehouse.model.ModelFile;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelBuildTest {
  @TempDir Path folder;
  private Workspace workspace;
  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<ComputedSource> computed = new ArrayList<>();

  @BeforeEach
  void open() throws SQLException {
    workspace = Workspace.create(folder.resolve("shop"));
    sql(
        "CREATE TABLE bronze.orders AS SELECT i AS id, i % 3 AS shop, 10.5 * i AS total"
            + " FROM range(9) r(i)");
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  @Test
  void buildsInOrderAndOnlyWhatChanged() throws Exception {
    files.put(
        "models/gold/sums.sql",
        "{{ config(materialized='table') }} select shop, sum(total) as total from {{ ref('orders')"
            + " }} group by shop");
    files.put("models/silver/orders.sql", "select * from {{ source('bronze', 'orders') }}");
    BuildResult first = build();
    assertEquals("orders=built sums=built", statuses(first));
    BuiltModel sums = model(first, "sums");
    assertEquals(3, sums.rows());
    assertEquals("table", sums.materialization());
    assertNull(model(first, "orders").rows());
    assertEquals("378.0", value("SELECT sum(total) FROM gold.sums"));
    assertTrue(first.isComplete());

    assertEquals("orders=unchanged sums=unchanged", statuses(build()));

    files.put("models/gold/other.sql", "select count(*) as n from {{ ref('orders') }}");
    assertEquals("orders=unchanged other=built sums=unchanged", statuses(build()));

    sql("INSERT INTO bronze.orders VALUES (100, 0, 1000)");
    BuildResult changed = build();
    assertEquals("orders=built other=built sums=built", statuses(changed));
    assertEquals("1378.0", value("SELECT sum(total) FROM gold.sums"));

    BuildResult refreshed = build(new BuildRequest(List.of(), true));
    assertEquals("orders=built other=built sums=built", statuses(refreshed));
  }

  @Test
  void aModelThatFailsStopsThoseBelowAndLeavesWhatWasThere() throws Exception {
    files.put("models/silver/a.sql", table("select 1 as x"));
    files.put("models/gold/b.sql", table("select x from {{ ref('a') }}"));
    files.put("models/gold/c.sql", table("select x from {{ ref('b') }}"));
    files.put("models/gold/d.sql", table("select 4 as x"));
    Run<BuildResult> first = run(BuildRequest.everything());
    assertTrue(first.result().isComplete());

    files.put("models/silver/a.sql", table("select 2 as x"));
    files.put("models/gold/b.sql", table("select\n  x,\n  nope\nfrom {{ ref('a') }}"));
    files.put("models/gold/d.sql", table("select 5 as x"));
    BuildResult second = build();
    assertEquals("a=built d=built b=failed c=skipped", statuses(second));
    BuiltModel b = model(second, "b");
    assertEquals("model-sql", b.code());
    assertEquals(
        "models/gold/b.sql, line 4: This SQL cannot be run: Referenced column \"nope\" not found in"
            + " FROM clause.",
        b.reason());
    assertEquals(first.id(), b.run());
    assertTrue(b.standsOlder());
    assertEquals("b", model(second, "c").because());
    assertEquals("It stands on b, which could not be built.", model(second, "c").reason());
    assertEquals("1", value("SELECT x FROM gold.b"));
    assertEquals("1", value("SELECT x FROM gold.c"));
    assertEquals("2", value("SELECT x FROM silver.a"));
    assertEquals("5", value("SELECT x FROM gold.d"));
    assertEquals(
        "b,c", value("SELECT string_agg(name, ',' ORDER BY name) FROM build.models WHERE older"));
    assertFalse(second.isComplete());

    files.put("models/gold/b.sql", table("select x from {{ ref('a') }}"));
    assertEquals("a=unchanged b=built c=built d=unchanged", statuses(build()));
    assertEquals("0", value("SELECT count(*) FROM build.models WHERE older"));
  }

  @Test
  void sqlThatFailsHalfWayIsNamedAndTheOthersAreBuiltAllTheSame() throws Exception {
    files.put(
        "models/silver/a.sql",
        table(
            "select case when i = 99999 then 'x' else '1' end as v" + " from range(100000) r(i)"));
    files.put("models/gold/b.sql", table("select\n  cast(v as integer) as n\nfrom {{ ref('a') }}"));
    files.put("models/gold/c.sql", table("select n from {{ ref('b') }}"));
    files.put("models/gold/z.sql", table("select count(*) as n from {{ ref('a') }}"));
    BuildResult result = build();
    assertEquals("a=built z=built b=failed c=skipped", statuses(result));
    assertTrue(
        model(result, "b")
            .reason()
            .startsWith(
                "models/gold/b.sql, line 3: This SQL cannot be run: Could not convert string 'x'"),
        model(result, "b").reason());
    assertEquals("100000", value("SELECT n FROM gold.z"));
    assertEquals("0", value("SELECT count(*) FROM duckdb_tables() WHERE table_name IN ('b', 'c')"));
    assertNull(model(result, "b").run());
  }

  @Test
  void whatTheProjectAsAWholeGetsWrongLeavesEverythingAndMarksIt() throws Exception {
    files.put("models/gold/a.sql", table("select 1 as x"));
    build();
    files.put("models/gold/schema.yml", "models:\n  - name: a\n  broken");
    BuildResult result = build();
    assertEquals("a=older", statuses(result));
    assertEquals("yaml", result.problems().getFirst().code());
    assertEquals("1", value("SELECT x FROM gold.a"));
    assertEquals("true", value("SELECT older FROM build.models"));
    files.remove("models/gold/schema.yml");
    assertEquals("a=unchanged", statuses(build()));
    assertEquals("false", value("SELECT older FROM build.models"));
  }

  @Test
  void circlesAndMissingReferencesFailAlone() throws Exception {
    files.put("models/gold/a.sql", "select * from {{ ref('b') }}");
    files.put("models/gold/b.sql", "select * from {{ ref('a') }}");
    files.put("models/gold/below.sql", "select * from {{ ref('b') }}");
    files.put("models/gold/c.sql", "select * from {{ ref('oders') }}");
    files.put("models/silver/orders.sql", "select 1 as x");
    BuildResult result = build();
    assertEquals("orders=built c=failed a=failed b=failed below=skipped", statuses(result));
    assertEquals("model-circle", model(result, "a").code());
    assertEquals("ref-unknown", model(result, "c").code());
    assertEquals("gold", model(result, "c").schema());
  }

  @Test
  void onlyQueriesOverWhatTheyReferToAreRun() throws Exception {
    files.put("models/gold/a.sql", "create table gold.evil as select 1");
    files.put("models/gold/b.sql", "select 1 as x; drop table bronze.orders");
    files.put(
        "models/gold/c.sql",
        "with gone as (delete from bronze.orders returning *) select * from gone");
    files.put("models/gold/d.sql", "select *\nfrom ledger.runs");
    files.put("models/gold/e.sql", "select * from read_text('" + folder + "/shop.liftwerk/*')");
    files.put("models/gold/f.sql", "select * from query('select 1')");
    files.put("models/gold/g.sql", "select * from bronze.orders");
    files.put("models/gold/h.sql", "select * from 'workspace.json'");
    files.put("models/gold/i.sql", "summarize bronze.orders");
    files.put("models/gold/j.sql", "select (select count(*) from load.catalog) as n");
    files.put("models/gold/k.sql", "selct 1");
    files.put("models/gold/l.sql", "");
    files.put(
        "models/gold/ok.sql",
        "with orders as (select * from {{ source('bronze', 'orders') }}), x as (select * from"
            + " orders) select u from x, unnest([1, 2]) t(u)");
    BuildResult result = build();
    var codes = new LinkedHashMap<String, String>();
    result.models().forEach(model -> codes.put(model.model(), model.code()));
    assertEquals(
        "{ok=, a=model-no-query, b=model-no-query, c=model-no-query, d=model-reads, e=model-reads,"
            + " f=model-reads, g=model-reads, h=model-reads, i=model-no-query, j=model-reads,"
            + " k=model-sql, l=model-no-query}",
        codes.toString());
    assertEquals(
        "models/gold/d.sql, line 2: It reads ledger.runs by its name. Did you mean 'c'?"
            .split("Did")[0],
        model(result, "d").reason().split("Did")[0]);
    assertEquals("9", value("SELECT count(*) FROM bronze.orders"));
  }

  @Test
  void incrementalModelsAddRowsAndReplaceThoseOfTheSameKey() throws Exception {
    files.put(
        "models/silver/days.sql",
        "{{ config(materialized='incremental', unique_key='id') }}\n"
            + "select id, total, {{ 1 if is_incremental() else 0 }} as added"
            + " from {{ source('bronze', 'orders') }}\n"
            + "{% if is_incremental() %}where id >= (select max(id) from {{ this }}){% endif %}");
    assertEquals("days=built", statuses(build()));
    assertEquals("9", value("SELECT count(*) FROM silver.days"));
    sql("INSERT INTO bronze.orders VALUES (9, 0, 1), (10, 0, 1)");
    sql("UPDATE bronze.orders SET total = 7 WHERE id IN (2, 8)");
    BuildResult second = build();
    assertEquals(11, model(second, "days").rows());
    assertEquals("3", value("SELECT sum(added) FROM silver.days"));
    assertEquals("7.0", value("SELECT total FROM silver.days WHERE id = 8"));
    assertEquals("21.0", value("SELECT total FROM silver.days WHERE id = 2"));
    assertEquals("days=unchanged", statuses(build()));

    build(new BuildRequest(List.of(), true));
    assertEquals("0", value("SELECT sum(added) FROM silver.days"));
    sql("INSERT INTO bronze.orders VALUES (11, 0, 1)");
    files.put("models/silver/days.sql", files.get("models/silver/days.sql") + " ");
    build();
    assertEquals("2", value("SELECT sum(added) FROM silver.days"));
    files.put(
        "models/silver/days.sql",
        Objects.requireNonNull(files.get("models/silver/days.sql"))
            .replace("id, total", "id, total as t"));
    build();
    assertEquals("0", value("SELECT sum(added) FROM silver.days"));
  }

  @Test
  void whoWithdrawsLeavesIncrementalModelsAtTheNextBuild() throws Exception {
    sql("CREATE TABLE bronze.people (id INTEGER, person_id TEXT, consent_signal TEXT)");
    sql("INSERT INTO bronze.people VALUES (1, 'anna', 'consent=ja'), (2, 'bert', 'consent=ja')");
    Files.writeString(
        workspace.folder().resolve("consent.yml"),
        PolicyFile.usual().with(List.of("sources"), "{people: consent}").text());
    files.put(
        "models/staging/stg_consent_signals.sql",
        "{{ config(materialized='view', schema='staging') }}\n"
            + "select 'people' as source_relation, id as source_row, person_id, consent_signal,"
            + " cast(null as timestamp) as consent_at from {{ source('bronze', 'people') }}");
    String rows =
        "select s.source_row as id, s.person_id, {{ 1 if is_incremental() else 0 }} as added from"
            + " {{ ref('stg_consent_signals') }} s"
            + " join {{ source('liftwerk', 'consent_verdicts') }} v using (source_relation,"
            + " consent_signal)"
            + " where v.analytics and s.person_id not in (select person_id from"
            + " {{ source('liftwerk', 'consent_people') }} where use = 'analytics')"
            + "{% if is_incremental() %} and s.source_row > (select max(id) from {{ this }})"
            + "{% endif %}";
    files.put("models/silver/seen.sql", "{{ config(materialized='incremental') }}\n" + rows);
    files.put(
        "models/silver/other.sql",
        "{{ config(materialized='incremental') }}\n" + rows.replace("as added", "as more"));
    computed.add(new ConsentVerdicts());
    build();
    assertEquals("2", value("SELECT count(*) FROM silver.seen"));

    sql("INSERT INTO bronze.people VALUES (3, 'carl', 'consent=ja')");
    build();
    assertEquals("1", value("SELECT sum(added) FROM silver.seen"), "only the new row was added");

    sql("INSERT INTO bronze.people VALUES (4, 'anna', 'consent=nein')");
    build(new BuildRequest(List.of("seen"), false));
    assertEquals(
        "[bert, carl]", value("SELECT list(person_id ORDER BY id)::TEXT FROM silver.seen"));
    // the model that was not asked for is made in full when its turn comes
    assertEquals("3", value("SELECT count(*) FROM silver.other"));
    build();
    assertEquals(
        "[bert, carl]", value("SELECT list(person_id ORDER BY id)::TEXT FROM silver.other"));
  }

  @Test
  void anIncrementThatFailsLeavesTheTableAsItWas() throws Exception {
    files.put(
        "models/silver/days.sql",
        "{{ config(materialized='incremental', unique_key='id') }}\n"
            + "select id, cast(total as integer) as total from {{ source('bronze', 'orders') }}");
    sql("CREATE OR REPLACE TABLE bronze.orders AS SELECT 1 AS id, '5' AS total");
    build();
    sql("INSERT INTO bronze.orders VALUES (1, 'many')");
    BuildResult result = build();
    assertEquals("days=failed", statuses(result));
    assertEquals("5", value("SELECT total FROM silver.days"));
    assertTrue(model(result, "days").standsOlder());
  }

  @Test
  void aModelMayChangeItsKindItsNameAndGo() throws Exception {
    files.put("models/gold/a.sql", "select 1 as x");
    files.put("models/gold/b.sql", "select x from {{ ref('a') }}");
    build();
    files.put("models/gold/a.sql", table("select 2 as x"));
    assertEquals("a=built b=built", statuses(build()));
    assertEquals("2", value("SELECT x FROM gold.b"));
    files.put("models/gold/a.sql", "{{ config(alias='aa') }} select 3 as x");
    build();
    assertEquals("3", value("SELECT x FROM gold.b"));
    assertEquals("aa,b", tables("gold"));
    files.remove("models/gold/b.sql");
    assertEquals("a=unchanged b=removed", statuses(build()));
    assertEquals("aa", tables("gold"));
    assertEquals("a", value("SELECT string_agg(model, ',') FROM build.models"));
  }

  @Test
  void aTableThatNoModelMadeIsNotReplaced() throws Exception {
    sql("CREATE TABLE gold.lead_scores AS SELECT 1 AS score");
    files.put("models/gold/lead_scores.sql", table("select 2 as score"));
    files.put("models/gold/reader.sql", "select score from {{ source('gold', 'lead_scores') }}");
    BuildResult result = build();
    assertEquals("table-taken", model(result, "lead_scores").code());
    assertEquals(BuildStatus.BUILT, model(result, "reader").status());
    assertEquals("1", value("SELECT score FROM gold.reader"));
  }

  @Test
  void aSelectionIsBuiltWithAllItStandsOn() throws Exception {
    files.put("models/silver/a.sql", table("select 1 as x"));
    files.put("models/silver/b.sql", table("select x from {{ ref('a') }}"));
    files.put("models/gold/c.sql", table("select x from {{ ref('b') }}"));
    files.put("models/gold/d.sql", table("select x from {{ ref('a') }}"));
    build();
    files.put("models/silver/a.sql", table("select 2 as x"));
    BuildResult result = build(new BuildRequest(List.of("silver.b"), false));
    assertEquals("a=built b=built c=older d=older", statuses(result));
    assertEquals("1", value("SELECT x FROM gold.c"));
    assertEquals("a=unchanged b=unchanged c=built d=built", statuses(build()));
    WorkbenchException unknown =
        assertThrows(WorkbenchException.class, () -> build(new BuildRequest(List.of("cc"), false)));
    assertEquals("There is no model 'cc'. Did you mean 'c'?", unknown.sentence());
  }

  @Test
  void computedTablesAreWrittenBetweenTheModels() throws Exception {
    files.put(
        "models/staging/signals.sql", "select distinct shop from {{ source('bronze','orders') }}");
    files.put(
        "models/silver/kept.sql",
        table(
            "select o.* from {{ source('bronze', 'orders') }} o join"
                + " {{ source('liftwerk', 'verdicts') }} v on v.shop = o.shop where v.ok"));
    computed.add(new Verdicts("shop = 1"));
    BuildResult first = build();
    assertEquals("signals=built kept=built", statuses(first));
    assertEquals(3, model(first, "kept").rows());
    assertEquals("signals=unchanged kept=unchanged", statuses(build()));
    computed.set(0, new Verdicts("shop <> 1"));
    assertEquals(6, model(build(), "kept").rows());
    computed.set(0, new Verdicts("nope = 1"));
    BuildResult broken = build();
    assertEquals("signals=unchanged kept=skipped", statuses(broken));
    assertEquals("liftwerk.verdicts", model(broken, "kept").because());
    assertEquals("computed-source", broken.problems().getFirst().code());
    assertEquals("6", value("SELECT count(*) FROM silver.kept"));
    assertEquals("true", value("SELECT bool_or(ok) FROM liftwerk.verdicts"));
  }

  private record Verdicts(String condition) implements ComputedSource {
    @Override
    public List<String> tables() {
      return List.of("verdicts");
    }

    @Override
    public List<String> after() {
      return List.of("signals");
    }

    @Override
    public boolean write(JobContext context) throws SQLException {
      context.execute(
          "CREATE OR REPLACE TABLE liftwerk.verdicts AS SELECT shop, "
              + condition
              + " AS ok FROM staging.signals");
      return false;
    }
  }

  @Test
  void whatDependsOnTheMomentIsAlwaysBuilt() throws Exception {
    files.put("models/gold/a.sql", table("select current_timestamp as at"));
    files.put("models/gold/b.sql", table("select current_date as day"));
    build();
    assertEquals("a=built b=unchanged", statuses(build()));
  }

  @Test
  void aRebuildOfTheSameHasTheSameFingerprint() throws Exception {
    files.put("models/gold/a.sql", table("select * from {{ source('bronze', 'orders') }}"));
    Run<BuildResult> first = run(BuildRequest.everything());
    Run<BuildResult> second = run(BuildRequest.everything());
    assertEquals(first.record().resultHash(), second.record().resultHash());
    sql("UPDATE bronze.orders SET total = 0 WHERE id = 3");
    assertNotEquals(
        first.record().resultHash(), run(BuildRequest.everything()).record().resultHash());
    String json = Json.write(first.result());
    assertEquals(first.result(), Json.read(json, BuildResult.class));
  }

  @Test
  void keepsWhatLineageReads() throws Exception {
    files.put("models/silver/a.sql", "select id as x from {{ source('bronze', 'orders') }}");
    build();
    assertEquals(
        "a|silver|select id as x from \"bronze\".\"orders\"|[\"bronze.orders\"]",
        value("SELECT concat_ws('|', name, schema, compiled, reads) FROM build.models"));
    try (Connection connection = workspace.connect()) {
      BuiltModels.Row row =
          Objects.requireNonNull(BuiltModels.read(connection).get("a"), "not kept");
      assertEquals("[Column[name=x, type=BIGINT]]", row.columns().toString());
    }
  }

  private static String table(String sql) {
    return "{{ config(materialized='table') }}\n" + sql;
  }

  private Run<BuildResult> run(BuildRequest request) {
    List<ModelFile> models =
        files.entrySet().stream()
            .map(file -> new ModelFile(file.getKey(), file.getValue()))
            .toList();
    return new JobRunner(workspace, Runnable::run)
        .run(new ModelBuild(request, BuildParts.of(models, computed)));
  }

  private BuildResult build(BuildRequest request) {
    return run(request).result();
  }

  private BuildResult build() {
    return build(BuildRequest.everything());
  }

  private static String statuses(BuildResult result) {
    return String.join(
        " ",
        result.models().stream()
            .map(model -> model.model() + "=" + model.status().json())
            .toList());
  }

  private static BuiltModel model(BuildResult result, String name) {
    return result.models().stream()
        .filter(model -> model.model().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String tables(String schema) throws SQLException {
    return value(
        "SELECT string_agg(table_name, ',' ORDER BY table_name) FROM information_schema.tables"
            + " WHERE table_schema = '"
            + schema
            + "'");
  }

  private void sql(String sql) throws SQLException {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String value(String sql) throws SQLException {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertTrue(row.next(), "no row");
      return String.valueOf(row.getString(1));
    }
  }
}
