package io.liftwerk.warehouse.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.warehouse.model.ComputedSource;
import io.liftwerk.warehouse.model.ModelDescription;
import io.liftwerk.warehouse.model.ModelFile;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProjectTest {

  @Test
  void fillsInTheTablesThatModelsReferTo() {
    Project project =
        Projects.of(
            "models/gold/kpi.sql",
            "{{ config(materialized='table') }}\nselect * from {{ ref('clean') }}",
            "models/silver/clean.sql",
            "select * from {{ source('bronze', 'Leads') }};");
    ProjectModel kpi = model(project, "kpi");
    assertEquals("select * from \"silver\".\"clean\"", kpi.sql());
    assertEquals(Materialization.TABLE, kpi.config().materialization());
    assertEquals(new TableRef("gold", "kpi"), kpi.relation());
    assertEquals(Set.of("clean"), kpi.refs());
    ProjectModel clean = model(project, "clean");
    assertEquals("select * from \"bronze\".\"leads\"", clean.sql());
    assertEquals(Set.of(new TableRef("bronze", "leads")), clean.sources());
    assertEquals(List.of("clean", "kpi"), order(project));
  }

  @Test
  void schemaAndAliasDecideWhatAModelBecomes() {
    Project project =
        Projects.of(
            "models/marts/a.sql",
            "{{ config(schema='gold', alias='b') }} select 1 as x",
            "models/gold/c.sql",
            "select * from {{ ref('a') }}");
    assertEquals("select * from \"gold\".\"b\"", model(project, "c").sql());
    assertEquals(new TableRef("gold", "b"), project.relation("a").orElseThrow());
  }

  @Test
  void anIncrementalModelHasTwoQueriesAndTheReferencesOfBoth() {
    Project project =
        Projects.of(
            "models/silver/seen.sql",
            "select 1 as day",
            "models/silver/days.sql",
            "{{ config(materialized='incremental', unique_key='day') }}\n"
                + "select day from {{ source('bronze','orders') }}\n"
                + "{% if is_incremental() %}where day > (select max(day) from {{ this }})"
                + " and day not in (select day from {{ ref('seen') }}){% endif %}");
    ProjectModel days = model(project, "days");
    assertEquals("select day from \"bronze\".\"orders\"", days.sql());
    assertEquals(
        "select day from \"bronze\".\"orders\"\nwhere day > (select max(day) from"
            + " \"silver\".\"days\") and day not in (select day from \"silver\".\"seen\")",
        days.incrementalSql());
    assertEquals(List.of("day"), days.config().uniqueKey());
    assertEquals(Set.of("seen"), days.refs());
    assertNull(model(project, "seen").incrementalSql());
  }

  @Test
  void macrosCallEachOtherAndTakeArguments() {
    Project project =
        Projects.of(
            "macros/money.sql",
            "{% macro euros(column, digits=2) %}round({{ micros(column) }}, {{ digits }})"
                + "{% endmacro %}",
            "macros/basics.sql",
            "{%- macro micros(column) -%}{{ column }} / 1000000{%- endmacro -%}\n"
                + "{% macro lead(x) %}{{ ref('base') }} {{ x }}{% endmacro %}",
            "models/silver/base.sql",
            "select 1 as cost",
            "models/silver/ads.sql",
            "select {{ euros('cost', digits=4) }} as cost from {{ lead('l') }} {# no SQL #}");
    assertEquals(
        "select round(cost / 1000000, 4) as cost from \"silver\".\"base\" l",
        model(project, "ads").sql());
    assertEquals(Set.of("base"), model(project, "ads").refs());
  }

  @Test
  void variablesComeFromTheProjectFileElseFromTheirDefault() {
    Project project =
        Projects.of(
            "dbt_project.yml",
            "name: shop\nvars:\n  gaps: 3\n  shop:\n    channels: [seo, sea]\n",
            "models/gold/a.sql",
            "select {{ var('gaps') }} as k, {{ var('other', 'none') }} as o"
                + "{% for c in var('channels') %}, '{{ c }}' as {{ c }}{% endfor %}");
    assertEquals("select 3 as k, none as o, 'seo' as seo, 'sea' as sea", model(project, "a").sql());
  }

  @Test
  void theProjectFileSettlesFoldersUnlessAModelSaysOtherwise() {
    Project project =
        Projects.of(
            "dbt_project.yml",
            """
            name: shop
            models:
              +materialized: view
              shop:
                gold:
                  +materialized: table
                  daily: {materialized: incremental}
            """,
            "models/gold/a.sql",
            "select 1 as x",
            "models/gold/daily/b.sql",
            "select 1 as x",
            "models/gold/c.sql",
            "{{ config(materialized='view') }} select 1 as x",
            "models/silver/d.sql",
            "select 1 as x");
    assertEquals(
        List.of(
            Materialization.TABLE,
            Materialization.INCREMENTAL,
            Materialization.VIEW,
            Materialization.VIEW),
        List.of("a", "b", "c", "d").stream()
            .map(name -> model(project, name).config().materialization())
            .toList());
  }

  @Test
  void descriptionsOwnersAndTestsAreRead() {
    Project project =
        Projects.of(
            "models/gold/a.sql",
            "select 1 as x",
            "models/gold/schema.yml",
            """
            version: 2
            models:
              - name: a
                description: One row.
                meta: {owner: Ada}
                config: {materialized: table}
                data_tests:
                  - row_count: {min: 1}
                columns:
                  - name: x
                    tests: [not_null, {accepted_values: {values: [1]}}]
            sources:
              - name: bronze
                loaded_at_field: _loaded_at
                tables:
                  - name: leads
                    freshness: {warn_after: {count: 2, period: day}}
            """);
    ModelDescription a = Objects.requireNonNull(model(project, "a").description(), "described");
    assertEquals("Ada", a.owner());
    assertEquals("row_count", a.tests().getFirst().fieldNames().next());
    assertEquals("not_null", a.columns().getFirst().tests().getFirst().asText());
    assertEquals(Materialization.TABLE, model(project, "a").config().materialization());
    assertEquals("_loaded_at", project.sources().getFirst().loadedAtField());
  }

  @Test
  void aMissingReferenceIsNamedWithTheNearestModelAndLine() {
    Project project =
        Projects.of(
            "models/silver/customers.sql", "select 1 as x",
            "models/gold/kpi.sql", "select *\nfrom {{ ref('custmers') }}",
            "models/gold/below.sql", "select * from {{ ref('kpi') }}");
    assertEquals(
        "models/gold/kpi.sql, line 2: There is no model 'custmers'. Did you mean 'customers'?",
        reason(project, "kpi").sentence());
    assertEquals("ref-unknown", reason(project, "kpi").code());
    assertEquals(Set.of("customers", "below"), project.models().keySet());
    assertEquals(
        "models/gold/x.sql, line 1: There is no source 'bronze.lead'. Did you mean 'bronze.leads'?",
        reason(
                Projects.of("models/gold/x.sql", "select * from {{ source('bronze', 'lead') }}"),
                "x")
            .sentence());
  }

  @Test
  void aCircleIsNamedAndTheRestGoesOn() {
    Project project =
        Projects.of(
            "models/gold/a.sql", "select * from {{ ref('b') }}",
            "models/gold/b.sql", "select *\nfrom {{ ref('c') }}",
            "models/gold/c.sql", "select * from {{ ref('a') }}",
            "models/gold/d.sql", "select 1 as x",
            "models/gold/e.sql", "select * from {{ ref('e') }}");
    assertEquals(Set.of("d"), project.models().keySet());
    assertEquals(
        "models/gold/b.sql, line 2: The models refer to each other in a circle: a → b → c → a.",
        reason(project, "b").sentence());
    assertEquals("model-circle", reason(project, "e").code());
  }

  @Test
  void computedTablesStandBetweenTheModelsTheyReadAndThoseThatReadThem() {
    ComputedSource verdicts =
        new ComputedSource() {
          @Override
          public List<String> tables() {
            return List.of("verdicts");
          }

          @Override
          public List<String> after() {
            return List.of("z_signals");
          }

          @Override
          public boolean write(JobContext context) {
            return false;
          }
        };
    Project project =
        Projects.of(
            List.of(verdicts),
            "models/silver/a.sql",
            "select * from {{ source('liftwerk', 'verdicts') }}",
            "models/staging/z_signals.sql",
            "select 1 as x");
    assertEquals(List.of("z_signals", "*", "a"), order(project));
    assertEquals(Set.of("a", "z_signals", "liftwerk.verdicts"), project.upstream("a"));
  }

  @Test
  void brokenTemplatesAreToldWithFileAndLine() {
    assertSays(
        "jinja", "models/gold/a.sql, line 2: 'nothing' stands for nothing.", "x\n{{ nothing }}");
    assertSays(
        "macro-unknown",
        "models/gold/a.sql, line 1: There is no macro 'reff'. Did you mean 'ref'?",
        "{{ reff('a') }}");
    assertSays(
        "var-unknown",
        "models/gold/a.sql, line 3: The variable 'x' has no value.",
        "\n\n{{ var('x') }}");
    for (String text :
        List.of("{% if x %}", "{{ unclosed", "{% for a in [1] %}", "{% bogus %}", "{% endif %}")) {
      assertEquals("jinja", reason(Projects.of("models/gold/a.sql", text), "a").code(), text);
    }
    assertSays(
        "model-config",
        "models/gold/a.sql: The value 'tabel' of materialized is not known. Did you mean 'table'?",
        "{{ config(materialized='tabel') }}");
    assertSays(
        "model-config",
        "models/gold/a.sql: The value 'ledger' of schema is not known. Did you mean 'silver'?",
        "{{ config(schema='ledger') }}");
  }

  @Test
  void whatGoesWrongInAMacroIsToldThere() {
    Project project =
        Projects.of(
            "macros/m.sql", "{% macro one() %}\n\n{{ two }}{% endmacro %}",
            "models/gold/a.sql", "{{ one() }}");
    assertEquals(
        "macros/m.sql, line 3: 'two' stands for nothing.", reason(project, "a").sentence());
  }

  @Test
  void brokenDescriptionsStopTheWholeProject() {
    WorkbenchException broken =
        assertThrows(
            WorkbenchException.class,
            () -> Projects.of("models/gold/schema.yml", "models:\n  - name: a\n  bad\n"));
    assertEquals("yaml", broken.code());
    assertTrue(broken.sentence().startsWith("models/gold/schema.yml, line "), broken.sentence());
    assertThrows(
        WorkbenchException.class,
        () -> Projects.of("models/gold/schema.yml", "models:\n  name: a\n"));
    assertEquals(
        "macros/m.sql",
        assertThrows(WorkbenchException.class, () -> Projects.of("macros/m.sql", "{% macro a( %}"))
            .sentence()
            .split("[,:]")[0]);
  }

  @Test
  void twoModelsOfANameAreRefused() {
    Project project =
        Projects.of("models/gold/a.sql", "select 1 as x", "models/silver/A.sql", "select 1 as x");
    assertEquals("model-twice", reason(project, "A").code());
  }

  @Test
  void theUsersOwnModelReplacesTheOneThatCameBefore() {
    ProjectFiles files =
        ProjectFiles.merged(
            List.of(
                new ModelFile("models/gold/kpi.sql", "select 1 as x"),
                new ModelFile("models/gold/schema.yml", "")),
            List.of(new ModelFile("models/silver/kpi.sql", "select 2 as x")));
    assertEquals(
        List.of("models/gold/schema.yml", "models/silver/kpi.sql"),
        files.files().stream().map(ModelFile::path).toList());
    assertEquals(1, files.own().size());
  }

  private static void assertSays(String code, String sentence, String text) {
    WorkbenchException reason = reason(Projects.of("models/gold/a.sql", text), "a");
    assertEquals(sentence, reason.sentence());
    assertEquals(code, reason.code());
  }

  private static WorkbenchException reason(Project project, String model) {
    return Objects.requireNonNull(project.unusable().get(model), model + " is usable").reason();
  }

  private static ProjectModel model(Project project, String name) {
    return Objects.requireNonNull(project.models().get(name), name + " is not usable");
  }

  private static List<String> order(Project project) {
    return project.steps().stream()
        .map(step -> step instanceof Project.ModelStep one ? one.model().name() : "*")
        .toList();
  }
}
