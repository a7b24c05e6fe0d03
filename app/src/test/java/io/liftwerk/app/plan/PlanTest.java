package io.liftwerk.app.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.app.RepeatableJobs;
import io.liftwerk.experiments.ExperimentPlan;
import io.liftwerk.experiments.ExperimentRegister;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.ingest.RetentionSettings;
import io.liftwerk.ingest.RetentionSettingsRequest;
import io.liftwerk.ingest.SourceChange;
import io.liftwerk.ingest.SourceChangeRequest;
import io.liftwerk.warehouse.ConsentSettings;
import io.liftwerk.warehouse.ConsentSettingsRequest;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.PlanFile;
import io.liftwerk.workspace.Rerun;
import io.liftwerk.workspace.Sentences;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each step has to show, derived from runs whose results are made up here. */
class PlanTest {
  @TempDir Path folder;
  private Workspace workspace = unopened();
  private JobRunner runner = new JobRunner(workspace, Runnable::run);

  @SuppressWarnings("NullAway") // opened before each test
  private static Workspace unopened() {
    return null;
  }

  /** A run of the ledger with this result, as another day's work would have left it. */
  private record Made(String name, JsonNode result, @Nullable String input)
      implements Job<JsonNode> {
    private record Nothing() {}

    @Override
    public Record parameters() {
      return new Nothing();
    }

    @Override
    public JsonNode run(JobContext context) {
      if (input != null) {
        context.input(input, "0".repeat(64), 1);
      }
      return result;
    }
  }

  @BeforeEach
  void open() {
    workspace = Workspace.create(folder.resolve("client"));
    runner = new JobRunner(workspace, Runnable::run);
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private String made(String job, String result) throws IOException {
    return made(job, result, null);
  }

  private String made(String job, String result, @Nullable String input) throws IOException {
    JsonNode json = Json.mapper().readTree(result.replace('\'', '"'));
    return runner.run(new Made(job, json, input)).id();
  }

  private Plan plan() {
    return Plan.of(workspace, Locale.ENGLISH);
  }

  private Plan.Step step(PlanStep step) {
    return plan().steps().get(step.ordinal());
  }

  private Evidence evidence(PlanStep step, String code) {
    return step(step).evidence().stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new AssertionError(code + " in " + step(step).evidence()));
  }

  private String load(String name, String rows) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".csv"), rows);
    return runner.run(new FileImport(ImportRequest.of(List.of(file.toString())))).id();
  }

  private String loadLeads(int rows) throws IOException {
    var text = new StringBuilder("lead,visits,won\n");
    for (int i = 0; i < rows; i++) {
      text.append("L%d,%d,%s\n".formatted(i, i % 7, i % 3 == 0 ? "yes" : "no"));
    }
    return load("leads", text.toString());
  }

  private static String scoring(String chosen, double auc, @Nullable String profit) {
    return """
    {'table':'bronze.leads','target':'won','positive':'yes','rows':900,'openRows':0,
     'trainRows':600,'holdoutRows':300,'positives':300,'seed':7,'splitBy':'seed','features':[],
     'leftOut':[],'rules':[],'models':[%s,%s],'chosen':'%s','comparisons':[],'warnings':[],
     'best':[],'scoresTable':'gold.lead_scores','files':['exports/leads-0001.csv'],
     'details':{'purpose':'LEADS','validation':[],'comparisons':[],'calibrations':[],%s
      'importance':[],'dependence':[],'columns':[],'suggestions':[]}}\
    """
        .formatted(
            model("heuristic", .7),
            model("logistic", auc),
            chosen,
            profit == null ? "" : "'profit':" + profit + ",");
  }

  private static String model(String name, double auc) {
    return String.format(
        Locale.ROOT,
        "{'name':'%s','auc':%.3f,'aucLow':0.6,'aucHigh':0.9,'averagePrecision':0.5,'logLoss':0.5,"
            + "'brier':0.2,'ks':0.4,'lift10':2.0,'deciles':[{'decile':1,'rows':30,'positives':20,"
            + "'lift':2.0,'gain':0.2},{'decile':2,'rows':30,'positives':10,'lift':1.0,'gain':%.2f}],"
            + "'calibration':[],'roc':[],'trainSeconds':1.0}",
        name,
        auc,
        auc / 2);
  }

  private static String profit(double model, double heuristic, double everybody) {
    return String.format(
        Locale.ROOT,
        "{'value':100,'cost':10,'mostShare':1,'threshold':0.2,'contacted':0.4,'model':%f,"
            + "'heuristic':%f,'everybody':%f,'curve':[],'heuristicCurve':[],'contacts':0,"
            + "'expected':0}",
        model,
        heuristic,
        everybody);
  }

  @Test
  void aNewClientBeginsWithTenEmptySteps() {
    Plan plan = plan();
    assertEquals(10, plan.steps().size());
    for (Plan.Step step : plan.steps()) {
      assertEquals(Plan.State.NOTHING, step.state(), step.step());
      assertEquals("", step.note());
      assertFalse(step.evidence().isEmpty(), step.step());
      step.evidence()
          .forEach(one -> assertTrue(one.sentence().startsWith("Nothing yet"), one + ""));
    }
    assertEquals("Steps with evidence: 0 of 10; called done: 0.", plan.finding());
    assertFalse(plan.undoable());
  }

  @Test
  void notesAreKeptByPeopleAndEvidenceIsNot() {
    var notes = new PlanNotes(workspace);
    notes.write(PlanStep.CANARY, "One in ten.");
    notes.done(PlanStep.CANARY, true);
    Plan.Step canary = step(PlanStep.CANARY);
    assertEquals("One in ten.", canary.note());
    assertEquals(Plan.State.DONE, canary.state());
    assertFalse(canary.hasEvidence(), "saying so is no evidence");
    notes.undo();
    assertEquals(Plan.State.NOTHING, step(PlanStep.CANARY).state());
    var refused =
        assertThrows(
            WorkbenchException.class,
            () -> notes.write(PlanStep.DATA, "Ask max.muster@example.com about it."));
    assertEquals("personal-text", refused.code());
    assertEquals("", step(PlanStep.DATA).note());
  }

  @Test
  void aBrokenFileOfNotesIsOneSentence() throws IOException {
    Files.writeString(workspace.folder().resolve(PlanFile.NAME), "{]");
    var broken = assertThrows(WorkbenchException.class, this::plan);
    assertEquals("plan-damaged", broken.code());
  }

  @Test
  void figuresOfBaselineAndModelAreThoseOfTheNewestRun() throws IOException {
    made("leads", scoring("logistic", .9, profit(500, 300, 100)));
    String newest = made("leads", scoring("logistic", .8, profit(400, 300, 100)));
    Evidence rules = evidence(PlanStep.BASELINE, "baseline-rules");
    assertEquals(newest, rules.run());
    assertEquals(
        "Simple rules rank with an AUC of 0.700 (0.600 to 0.900) on records held out: 300; the best"
            + " fifth holds 35 % of all wins.",
        rules.sentence());
    Evidence rank = evidence(PlanStep.MODEL, "model-rank");
    assertEquals(newest, rank.run());
    assertEquals(
        "The logistic regression ranks with an AUC of 0.800, the simple rules with 0.700; the best"
            + " fifth holds 40 % beside 35 %.",
        rank.sentence());
    assertEquals(
        "Per 1,000 records the ranking earns 400 after the cost of contacts, the simple rules 300,"
            + " contacting everybody 100.",
        evidence(PlanStep.MODEL, "model-profit").sentence());
    assertFalse(step(PlanStep.MODEL).hasConcern());
    assertEquals("leads", rank.page());
    assertTrue(evidence(PlanStep.NEXT, "next-list").sentence().contains("exports/leads-0001.csv"));
  }

  @Test
  void aModelThatEarnsLessThanTheRulesIsToldPlainly() throws IOException {
    made("leads", scoring("logistic", .8, profit(200, 300, 100)));
    Evidence less = evidence(PlanStep.MODEL, "model-profit");
    assertTrue(less.isConcern());
    assertTrue(
        less.sentence().startsWith("The model earns less than the simple rules: 200 beside 300"),
        less.sentence());
    assertTrue(plan().finding().contains("To look at: 1"), plan().finding());
  }

  @Test
  void aModelThatRanksWorseOrDoesNotPayIsToldPlainly() throws IOException {
    made("leads", scoring("logistic", .6, profit(-20, -30, -50)));
    assertTrue(
        evidence(PlanStep.MODEL, "model-rank").sentence().contains("ranks worse than the simple"));
    assertTrue(evidence(PlanStep.MODEL, "model-profit").sentence().contains("does not pay"));
    made("leads", scoring("heuristic", .6, null));
    Evidence rules = evidence(PlanStep.MODEL, "model-rank");
    assertTrue(rules.isConcern());
    assertTrue(rules.sentence().contains("stay with the rules"), rules.sentence());
    assertFalse(evidence(PlanStep.MODEL, "model-profit").isThere(), "money was not asked for");
  }

  @Test
  void whatWasReadAndHasChangedIsToldAsOutOfDate() throws IOException {
    loadLeads(10);
    made("leads", scoring("logistic", .8, null), "bronze.leads");
    assertNull(evidence(PlanStep.BASELINE, "baseline-rules").stale());
    load("other", "a,b\n1,2\n");
    assertNull(evidence(PlanStep.BASELINE, "baseline-rules").stale(), "another table is another");
    String decided =
        runner
            .run(
                new SourceChange(
                    SourceChangeRequest.decide(
                        "leads", "visits", io.liftwerk.ingest.ColumnType.TEXT, "")))
            .id();
    String stale = Objects.requireNonNull(evidence(PlanStep.BASELINE, "baseline-rules").stale());
    assertTrue(stale.contains("read otherwise since, after run " + decided), stale);
    made("leads", scoring("logistic", .8, null), "bronze.leads");
    assertNull(evidence(PlanStep.BASELINE, "baseline-rules").stale());
    runner.run(new SourceChange(SourceChangeRequest.rename("leads", "enquiries")));
    assertTrue(step(PlanStep.MODEL).isStale());
    assertTrue(
        Objects.requireNonNull(evidence(PlanStep.MODEL, "model-rank").stale())
            .contains("no longer there"));
  }

  @Test
  void aTableThatIsLoadedAnewMakesWhatWasReadOfItOld() throws IOException {
    loadLeads(10);
    made("leads", scoring("logistic", .8, null), "bronze.leads");
    Path corrected = Files.writeString(folder.resolve("leads.csv"), "lead,visits,won\nL1,3,yes\n");
    String again =
        runner
            .run(new FileImport(ImportRequest.of(List.of(corrected.toString())).updating("leads")))
            .id();
    assertTrue(
        Objects.requireNonNull(evidence(PlanStep.BASELINE, "baseline-rules").stale())
            .contains("loaded anew since, in run " + again));
    assertTrue(plan().finding().contains("out of date: "), plan().finding());
  }

  @Test
  void modelsThatAreBuiltAndHaveNoFigureSayWhatIsMissing() throws IOException {
    loadLeads(10);
    assertEquals("kpis", evidence(PlanStep.PROBLEM, "problem-kpi").page());
    made("build", "{'models':[],'problems':[]}");
    Evidence missing = evidence(PlanStep.PROBLEM, "problem-kpi");
    assertEquals("consent", missing.page());
    assertTrue(missing.sentence().contains("no key figure has a value"), missing.sentence());
  }

  @Test
  void testsAndConsentAreOldOnceSomethingWasLoadedOrBuilt() throws IOException {
    loadLeads(10);
    made("build", "{'models':[],'problems':[]}");
    made(
        "check",
        "{'at':'2026-10-01T10:00:00Z','totals':{'tests':9,'passed':7,'withoutRows':0,'warned':1,"
            + "'failed':1,'errors':0,'unusual':2,'failingRows':5},'tests':[],'watched':[]}");
    made(
        "consent",
        "{'rows':10,'total':[{'use':'analytics','covered':6,'because':[],'heldBack':[{'reason':'x',"
            + "'sentence':'y','rows':4}]}],'sources':[],'refusals':[],'questions':[]}");
    Evidence tests = evidence(PlanStep.DATA, "data-tests");
    assertEquals("Tests passed: 7 of 9; failed: 1; warnings: 1; unusual: 2.", tests.sentence());
    assertTrue(tests.isConcern());
    assertNull(tests.stale());
    Evidence consent = evidence(PlanStep.DATA, "data-consent");
    assertEquals(
        "Rows that may be counted: 6 of 10; held back: 4; open questions: 0.", consent.sentence());
    assertEquals(
        "Sources loaded: 1, with rows: 10; records set aside: 0.",
        evidence(PlanStep.DATA, "data-sources").sentence());
    assertEquals("lineage", evidence(PlanStep.STACK, "stack-models").page());
    assertTrue(evidence(PlanStep.STACK, "stack-egress").sentence().startsWith("No host"));
    made("build", "{'models':[],'problems':[{'code':'x','message':'m','hint':''}]}");
    assertTrue(
        Objects.requireNonNull(evidence(PlanStep.DATA, "data-tests").stale())
            .startsWith("The models were built anew"));
    assertTrue(evidence(PlanStep.STACK, "stack-models").isConcern(), "it is not complete");
    runner.run(
        new ConsentSettings(ConsentSettingsRequest.basis("leads", "other", "contract of sale")));
    assertTrue(
        Objects.requireNonNull(evidence(PlanStep.STACK, "stack-models").stale())
            .startsWith("What it was made of has changed"));
  }

  private static ExperimentPlan experiment(String id, @Nullable Double canary) {
    return new ExperimentPlan(
        id,
        "More orders.",
        "mailing",
        "arm",
        "old",
        List.of("ordered:proportion"),
        List.of("complaint:proportion:less"),
        0.1,
        "once",
        1000L,
        0.05,
        List.of(),
        canary,
        null,
        null,
        null,
        null);
  }

  private static String verdict(@Nullable String plan, boolean sizesOk) {
    return """
    {'table':'bronze.mailing','arm':'arm','control':'old','looks':'once','alpha':0.05,
     'verdict':'orders hardly varies, so \\u0027new\\u0027 cannot be compared with \\u0027old\\u0027 yet: wait for more persons.',
     'arms':[],'sampleRatio':{'p':0.5,'ok':%b,'chiSquared':1,'freedom':1},'metrics':[],
     'correction':{'method':'holm','comparisons':1,'scope':''},'balance':[],'series':[],
     'novelty':[],'boundaries':[],%s'warnings':[]}\
    """
        .formatted(sizesOk, plan == null ? "" : "'plan':'" + plan + "',");
  }

  @Test
  void canaryAndVerdictComeFromPlansAndLooks() throws IOException {
    runner.run(new ExperimentRegister(experiment("small-first", 0.1)));
    runner.run(new ExperimentRegister(experiment("autumn", null)));
    Evidence canary = evidence(PlanStep.CANARY, "canary-plan");
    assertEquals(
        "The plan 'small-first' gives what is new to 10 % until complaint was looked"
            + " at; looks so far: 0.",
        canary.sentence());
    assertEquals("0001", canary.run());
    assertEquals(
        "Plans that wait for their results: autumn, small-first.",
        evidence(PlanStep.NEXT, "next-waiting").sentence());
    made("abtest", verdict(null, false));
    assertTrue(evidence(PlanStep.VERDICT, "verdict-test").isConcern(), "sizes are not right");
    assertTrue(evidence(PlanStep.VERDICT, "verdict-plan").sentence().startsWith("No plan was"));
    made("abtest", verdict("autumn", true));
    assertFalse(evidence(PlanStep.VERDICT, "verdict-test").isConcern());
    assertTrue(evidence(PlanStep.VERDICT, "verdict-plan").sentence().contains("'autumn'"));
    assertFalse(evidence(PlanStep.VERDICT, "verdict-costs").isThere());
  }

  private static String brief(String verdict) {
    return """
    {'verdict':'v','gap':{'pages':[],'terms':[],'questions':[],'patterns':[],'passages':[],
     'chances':[],'leftOut':[]},'document':{'format':'liftwerk-brief/1','id':'boots-en',
     'brief':{'topic':'boots','language':'en','outline':[],'mustCover':[],'questions':[],
     'internalLinks':[],'sources':[],'evidence':[],'facts':[],'factsToCheck':[],'hreflang':[],
     'structuredData':[],'notes':[]},'draft':{'title':'Boots','sections':[],'unused':[]},
     'review':{'verdict':'%s','findings':[
     {'rail':'injection','kind':'override','verdict':'block','source':2,'reason':'x'},
     {'rail':'injection','kind':'hidden','verdict':'block','source':2,'reason':'x'}]}}}\
    """
        .formatted(verdict);
  }

  @Test
  void guardrailsAreThePolicyAndWhatTheySaidOfTheBrief() throws IOException {
    assertEquals("sources", evidence(PlanStep.GUARDRAILS, "guardrails-brief").page());
    new io.liftwerk.guardrails.GuardPolicyFile(workspace.folder()).read();
    assertTrue(
        evidence(PlanStep.GUARDRAILS, "guardrails-policy")
            .sentence()
            .startsWith("guardrails.yml sets the rails"));
    made("index", "{}");
    assertEquals("briefs", evidence(PlanStep.GUARDRAILS, "guardrails-brief").page());
    made("brief", brief("pass"), "index");
    Evidence passed = evidence(PlanStep.GUARDRAILS, "guardrails-brief");
    assertEquals(
        "The draft 'boots-en' passes the rails; sources refused: 1; sentences kept out: 0; facts to"
            + " check: 0.",
        passed.sentence());
    assertNull(passed.stale());
    made("index", "{}");
    assertTrue(
        Objects.requireNonNull(evidence(PlanStep.GUARDRAILS, "guardrails-brief").stale())
            .startsWith("The sources were indexed anew"));
    made("brief", brief("redact"), "index");
    assertTrue(evidence(PlanStep.GUARDRAILS, "guardrails-brief").isConcern());
    Files.writeString(workspace.folder().resolve("guardrails.yml"), "claims: 7");
    assertTrue(evidence(PlanStep.GUARDRAILS, "guardrails-policy").isConcern());
  }

  private static String uplift(long contacts, double low) {
    return String.format(
            Locale.ROOT,
            """
            {'table':'bronze.mailing','treatment':'arm','control':'old','outcome':'revenue',
             'numeric':true,'rows':100,'openRows':0,'trainRows':70,'testRows':30,'seed':7,
             'splitBy':'seed','features':[],'leftOut':[],'learners':[],'definitions':[],
             'warnings':[],'scoresTable':'gold.uplift_scores','treatments':[{'treated':'voucher',
             'treatedRows':50,'controlRows':50,'chosen':'t-linear','verdict':'x','curves':[],
             'deciles':[],'mix':[],'groups':[],'targeting':{'value':0.4,'cost':0.3,'people':100,
             'contacts':%d,'share':0.25,'chosenOn':'holdout','outcomes':9,'profit':1234,
             'profitLow':%f,'profitHigh':2000,'everybodyProfit':-50,'everybodyLow':-400,
             'everybodyHigh':300,'points':[]}}]}\
            """,
            contacts,
            low)
        .replace("\n", " ");
  }

  @Test
  void costsStandAgainstTheBenefit() throws IOException {
    made("uplift", uplift(25, 100));
    Evidence costs = evidence(PlanStep.VERDICT, "verdict-costs");
    assertEquals(
        "Costs against benefit of 'voucher': contacting everybody brings -50 after costs (-400 to"
            + " 300), the best 25 % of them 1,234 (100 to 2,000).",
        costs.sentence());
    assertFalse(costs.isConcern());
    made("uplift", uplift(25, -100));
    Evidence loss = evidence(PlanStep.VERDICT, "verdict-costs");
    assertTrue(loss.isConcern());
    assertTrue(loss.sentence().endsWith("(-100 to 2,000): it may as well be a loss."));
    made("uplift", uplift(0, 0));
    assertTrue(evidence(PlanStep.VERDICT, "verdict-costs").sentence().contains("nobody is worth"));
  }

  @Test
  void hardeningIsRepeatingWatchingAndLettingGo() throws IOException {
    loadLeads(10);
    runner.run(new RetentionSettings(new RetentionSettingsRequest("leads", 365)));
    new Rerun(workspace, runner, RepeatableJobs.catalog()).run("0002", null);
    assertEquals(
        "Run 0003 repeats run 0002 with identical figures.",
        evidence(PlanStep.HARDENING, "hardening-repeated").sentence());
    assertTrue(
        evidence(PlanStep.HARDENING, "hardening-retention").sentence().endsWith("1 (leads)."));
    assertTrue(
        evidence(PlanStep.HARDENING, "hardening-trail")
            .sentence()
            .startsWith("The audit trail is"));
    assertFalse(evidence(PlanStep.HARDENING, "hardening-drift").isThere());
    made("model-drift", drift("RETRAIN"));
    assertTrue(evidence(PlanStep.HARDENING, "hardening-drift").isConcern());
    made("model-drift", drift("KEEP"));
    assertFalse(evidence(PlanStep.HARDENING, "hardening-drift").isConcern());
    assertTrue(evidence(PlanStep.NEXT, "next-open").sentence().startsWith("Open in the steps"));
  }

  private static String drift(String advice) {
    return ("{'model':'leads','version':1,'table':'bronze.leads','trainingRows':1,'rows':1,"
            + "'features':[],'windows':[],'advice':'%s','suggestion':'No sign of change.'}")
        .formatted(advice);
  }

  @Test
  void aResultOfAnotherVersionIsNoEvidence() throws IOException {
    made("leads", "{'models':7}");
    assertFalse(evidence(PlanStep.BASELINE, "baseline-rules").isThere());
  }

  @Test
  void everySentenceHasItsGermanCounterpart() throws IOException {
    var english = new TreeSet<String>();
    collect(english);
    loadLeads(10);
    made("build", "{'models':[],'problems':[]}");
    made("leads", scoring("logistic", .8, profit(200, 300, 100)), "bronze.gone");
    made("uplift", uplift(25, 100));
    made("abtest", verdict(null, true));
    runner.run(new ExperimentRegister(experiment("small-first", 0.1)));
    collect(english);
    made("leads", scoring("heuristic", .6, null));
    made("build", "{'models':[],'problems':[]}");
    collect(english);
    for (String sentence : english) {
      assertNotEquals(sentence, Sentences.in(Locale.GERMAN, sentence));
    }
    assertTrue(english.size() > 60, english.size() + "");
  }

  private void collect(Set<String> sentences) {
    Plan plan = plan();
    sentences.add(plan.finding());
    for (Plan.Step step : plan.steps()) {
      sentences.addAll(List.of(step.title(), step.asks(), step.counts()));
      for (Evidence one : step.evidence()) {
        sentences.add(one.sentence());
        if (one.stale() != null) {
          sentences.add(one.stale());
        }
      }
    }
  }

  @Test
  void theSampleHasTenNotesInBothLanguages() {
    SamplePlan.write(workspace);
    Plan english = plan();
    Plan german = Plan.of(workspace, Locale.GERMANY);
    for (PlanStep step : PlanStep.values()) {
      String here = english.steps().get(step.ordinal()).note();
      String there = german.steps().get(step.ordinal()).note();
      assertTrue(here.length() > 150, step.id());
      assertTrue(there.length() > 150, step.id());
      assertNotEquals(here, there);
    }
    assertEquals(Plan.State.DONE, english.steps().getFirst().state());
    assertEquals(Plan.State.NOTHING, english.steps().getLast().state());
  }

  @Test
  void stepsAreNamedByIdOrNumber() {
    assertEquals(PlanStep.BASELINE, PlanNotes.step("Baseline"));
    assertEquals(PlanStep.NEXT, PlanNotes.step("10"));
    var unknown = assertThrows(WorkbenchException.class, () -> PlanNotes.step("11"));
    assertEquals("step-unknown", unknown.code());
  }
}
