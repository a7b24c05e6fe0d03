package io.liftwerk.app.window.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.ingest.ControlTotal;
import io.liftwerk.ingest.ControlTotal.Verdict;
import io.liftwerk.ingest.ExportFindings;
import io.liftwerk.ingest.HiddenShare;
import io.liftwerk.ingest.Period;
import io.liftwerk.ingest.Recipes;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.ingest.recipe.Role;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.Workspace;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.feather.Feather;

/** Tables in words, and their order in the list. */
class TableTextTest {
  private static final String TERMS = "google-ads-search-terms";
  private static final Period PERIOD =
      new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 9, 30));

  private final List<TableInfo> tables = new ArrayList<>();
  private final List<SourceTable> sources = new ArrayList<>();
  @TempDir private Path folder;
  private Workspace workspace;
  private DataModel model;

  @BeforeEach
  void open() {
    workspace = Workspace.create(folder.resolve("test"));
    var background = new Background(Runnable::run, Runnable::run);
    var engine =
        (Engine)
            Proxy.newProxyInstance(
                Engine.class.getClassLoader(),
                new Class<?>[] {Engine.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "tables" -> List.copyOf(tables);
                      case "sources" ->
                          sources.stream()
                              .collect(Collectors.toMap(SourceTable::name, Function.identity()));
                      case "runs" -> List.of();
                      case "recipes" -> Recipes.shipped();
                      default -> throw new AssertionError(method.getName());
                    });
    model =
        new DataModel(
            engine, new Jobs(new JobRunner(workspace, Runnable::run), background), background);
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private TableInfo table(String schema, String name, long rows) {
    var table = new TableInfo(new TableRef(schema, name), rows, List.of(), false);
    tables.add(table);
    return table;
  }

  private TableInfo loaded(String name, long rows, ExportFindings findings) {
    sources.add(
        new SourceTable(
            sources.size() + 1,
            name,
            name + ".csv",
            null,
            "",
            10,
            "CSV",
            "UTF-8",
            ";",
            rows,
            0,
            Instant.EPOCH,
            "0001",
            List.of(),
            List.of(),
            findings,
            List.of()));
    return table("bronze", name, rows);
  }

  private static ExportFindings findings(
      String kind, String platform, List<ControlTotal> totals, List<HiddenShare> hidden) {
    var roles = new LinkedHashMap<String, Role>();
    roles.put("Suchbegriff", Role.SEARCH_TERM);
    roles.put("Kosten", Role.COST);
    roles.put("Klicks", Role.CLICKS);
    return new ExportFindings(
        kind,
        kind.equals("generic") ? 0 : 0.96,
        "",
        platform,
        List.of("Suchbegriff", "Gerät"),
        roles,
        kind.equals("generic") ? null : PERIOD,
        "EUR",
        totals,
        hidden,
        List.of());
  }

  private static ControlTotal total(String column, String difference, Verdict verdict) {
    var report = new BigDecimal("133052.34");
    var off = new BigDecimal(difference);
    return new ControlTotal(column, "Gesamt: Konto", report.add(off), report, off, verdict);
  }

  private static HiddenShare hidden(String column, double share) {
    return new HiddenShare(column, BigDecimal.ONE, BigDecimal.TEN, share);
  }

  private String finding(TableInfo table, Language language) {
    model.refresh();
    return new TableText(new Messages(language), model).finding(table);
  }

  private ExportFindings terms(ControlTotal... totals) {
    return findings(TERMS, "google-ads", List.of(totals), List.of());
  }

  @Test
  void totalsThatAreMetAndWhatIsHidden() {
    TableInfo table =
        loaded(
            "terms",
            3695,
            findings(
                TERMS,
                "google-ads",
                List.of(total("Kosten", "0", Verdict.MET), total("Klicks", "0", Verdict.MET)),
                List.of(hidden("Klicks", 0.49), hidden("Kosten", 0.4736))));
    assertEquals(
        "Google Ads search terms, 1 January – 30 September 2026, 3,695 rows: they meet the"
            + " report’s totals; 47.4\u00a0% of “Kosten” is hidden.",
        finding(table, Language.ENGLISH));
    assertEquals(
        "Google Ads: Suchbegriffe, 1. Januar – 30. September 2026, 3.695 Zeilen: sie treffen die"
            + " Summen des Berichts; 47,4\u00a0% von „Kosten“ sind verborgen.",
        finding(table, Language.GERMAN));
    assertFalse(new TableText(new Messages(Language.ENGLISH), model).isMissed(table));
  }

  @Test
  void aMissedTotalSaysByHowMuch() {
    TableInfo one =
        loaded(
            "one",
            10,
            terms(total("Kosten", "-12.30", Verdict.MISSED), total("Klicks", "0", Verdict.MET)));
    TableInfo many =
        loaded(
            "many",
            10,
            terms(
                total("Kosten", "-12.30", Verdict.MISSED),
                total("Klicks", "3", Verdict.MISSED),
                total("Impressionen", "1000", Verdict.MISSED),
                total("Conversions", "0", Verdict.MET)));
    assertTrue(
        finding(one, Language.ENGLISH)
            .endsWith("10 rows: they miss a total of the report: “Kosten” by \u221212.30."),
        finding(one, Language.ENGLISH));
    assertTrue(
        finding(many, Language.ENGLISH)
            .endsWith(
                "they miss 3 of 4 totals of the report: “Kosten” by \u221212.30, “Klicks” by +3.00,"
                    + " …."),
        finding(many, Language.ENGLISH));
    assertTrue(
        finding(one, Language.GERMAN)
            .endsWith("sie verfehlen eine Summe des Berichts: „Kosten“ um \u221212,30."));
    assertTrue(new TableText(new Messages(Language.ENGLISH), model).isMissed(one));
  }

  @Test
  void theWorstVerdictCounts() {
    TableInfo rounding =
        loaded(
            "rounding",
            1,
            terms(total("Kosten", "0.01", Verdict.ROUNDING), total("Klicks", "0", Verdict.MET)));
    TableInfo masked =
        loaded(
            "masked",
            1,
            terms(
                total("Kosten", "0.01", Verdict.ROUNDING), total("Klicks", "-3", Verdict.MASKED)));
    assertTrue(finding(rounding, Language.ENGLISH).endsWith("totals but for rounding."));
    assertTrue(finding(masked, Language.ENGLISH).endsWith("as far as masked cells allow."));
  }

  @Test
  void tablesWithoutAKindOrAReport() {
    TableInfo generic = loaded("leads", 1200, findings("generic", "", List.of(), List.of()));
    TableInfo made = table("gold", "lead_scores", 1200);
    TableInfo gone = loaded("old", 2, findings("of-a-recipe-now-gone", "x", List.of(), List.of()));
    assertEquals("leads.csv, 1,200 rows.", finding(generic, Language.ENGLISH));
    assertEquals("Made by an analysis: 1,200 rows.", finding(made, Language.ENGLISH));
    assertTrue(finding(gone, Language.ENGLISH).startsWith("of-a-recipe-now-gone, 1 January"));
    var text = new TableText(new Messages(Language.ENGLISH), model);
    assertEquals("Plain table", text.kind(generic));
    assertEquals(Feather.GRID, text.icon(generic));
    assertEquals(Feather.TRENDING_UP, text.icon(made));
    assertEquals(Feather.SEARCH, text.icon(TERMS));
  }

  @Test
  void aRowIsNamedByWhatItsColumnsMean() {
    var text = new TableText(new Messages(Language.ENGLISH), model);
    assertEquals("Search term × Gerät", text.grain(terms()));
    assertEquals(
        "Suchbegriff × Gerät", new TableText(new Messages(Language.GERMAN), model).grain(terms()));
    assertEquals("Cost", text.roles(terms()).get("Kosten"));
  }

  @Test
  void exportsOfOnePlatformStandTogether() {
    table("gold", "a_scores", 1);
    loaded("b_other", 1, findings("generic", "", List.of(), List.of()));
    loaded("Z_terms", 1, findings(TERMS, "google-ads", List.of(), List.of()));
    loaded("y_ads", 1, findings("x", "tiktok", List.of(), List.of()));
    loaded("c_terms", 1, findings(TERMS, "google-ads", List.of(), List.of()));
    table("silver", "d_clean", 1);
    model.refresh();
    assertEquals(
        List.of("c_terms", "Z_terms", "y_ads", "b_other", "d_clean", "a_scores"),
        model.tables().stream().map(table -> table.ref().name()).toList());
    var text = new TableText(new Messages(Language.ENGLISH), model);
    assertEquals(
        List.of(
            "Google Ads", "TikTok", "Other files", "Cleaned and checked", "Made by an analysis"),
        model.tables().stream().map(model::group).distinct().map(text::group).toList());
  }

  @Test
  void everyRoleHasAWordInBothLanguages() {
    for (Language language : Language.values()) {
      var messages = new Messages(language);
      for (Role role : Role.values()) {
        assertNotEquals("", messages.text("role." + role.json()), role.json());
      }
    }
  }

  @Test
  void platformsAreSpeltAsTheySpellThemselves() {
    assertEquals("Google Ads", Platforms.name("google-ads"));
    assertEquals("TikTok", Platforms.name("tiktok"));
    assertEquals("GA4", Platforms.name("ga4"));
    assertEquals("Agency Tool", Platforms.name("agency-tool"));
  }

  @Test
  void aRecipeMayNameAnyIcon() {
    assertEquals(Feather.TARGET, KindIcons.of("ads"));
    assertEquals(Feather.UMBRELLA, KindIcons.of("umbrella"));
    assertEquals(Feather.GRID, KindIcons.of("no-such-picture"));
  }

  @Test
  void samplesAreTheFirstValuesThatDiffer() {
    assertEquals(
        Map.of("a", List.of("x", "y", "z"), "b", List.of(1L)),
        Samples.of(
            List.of("a", "b"),
            Arrays.asList(
                Arrays.asList("x", 1L),
                Arrays.asList("x", null),
                Arrays.asList(" ", 1L),
                List.of("y"),
                List.of("z"),
                List.of("w"))));
  }
}
