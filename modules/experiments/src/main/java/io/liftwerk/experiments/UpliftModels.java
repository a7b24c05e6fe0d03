package io.liftwerk.experiments;

import io.liftwerk.experiments.UpliftResult.LearnerScore;
import io.liftwerk.experiments.UpliftResult.Treatment;
import io.liftwerk.experiments.uplift.Covariates;
import io.liftwerk.experiments.uplift.Trial;
import io.liftwerk.experiments.uplift.UpliftLearner;
import io.liftwerk.scoring.Features;
import io.liftwerk.scoring.LeadScoringResult.LeftOut;
import io.liftwerk.scoring.Learning;
import io.liftwerk.scoring.LearningTable;
import io.liftwerk.scoring.ScoringWarning;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Names;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Learns from an experiment whom treatment moves, and says what a ranking by that is worth.
 *
 * <p>Learners are trained on one part of the people and one of them is chosen by that part alone;
 * all are judged on the other part beside rankings by chance. Columns that seem to be filled only
 * after the treatment are left out. Where the columns tell who was treated, chances of treatment
 * are estimated and the result says so. Everything depends on the rows and the seed alone.
 */
public final class UpliftModels implements Job<UpliftResult> {
  /** Name of the job. */
  public static final String NAME = "uplift";

  private final UpliftRequest request;
  private String scoresHash = "";

  public UpliftModels(UpliftRequest request) {
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public UpliftRequest parameters() {
    return request;
  }

  @Override
  public Long seed() {
    return request.seed();
  }

  @Override
  public Map<String, Double> metrics(UpliftResult result) {
    var metrics = new LinkedHashMap<String, Double>();
    boolean several = result.treatments().size() > 1;
    for (LearnerScore score : result.learners()) {
      String of = several ? "." + score.treated() : "";
      metrics.put("qini." + score.name() + of, score.qini());
      if (score.chosen()) {
        metrics.put("qini" + of, score.qini());
        metrics.put("upliftAt30" + of, score.upliftAt30());
      }
    }
    return metrics;
  }

  /** All figures and, by their hash, the scores of all people; not the time. */
  @Override
  public Object fingerprint(UpliftResult result) {
    return List.of(Json.without(result, "trainSeconds"), scoresHash);
  }

  /**
   * @throws WorkbenchException when the table or a column is unknown, an arm is empty, somebody is
   *     in two arms, or there is nothing to learn
   */
  @Override
  public UpliftResult run(JobContext context) throws Exception {
    UpliftTargeting.check(request);
    context.progress(0.01, "Looking at the table");
    LearningTable table = LearningTable.open(context, request.table());
    var warnings = new ArrayList<ScoringWarning>();
    UpliftRows rows = UpliftRows.read(table, request, warnings);
    if (request.propensity() != null && rows.arms().size() > 2) {
      throw new WorkbenchException(
          "propensity-arms",
          "A column of chances says one chance a person, and here are %d treatments."
              .formatted(rows.arms().size() - 1),
          "Compare one treatment at a time.");
    }
    List<UpliftLearner> learners = learners(rows.numeric());
    UpliftSplit split = UpliftSplit.of(rows, request);
    try (var learning = new Learning(context)) {
      context.progress(0.04, "Reading the rows");
      LearningTable.Made made = features(rows, split, learning);
      warnings.addAll(made.warnings());
      var leftOut = new ArrayList<>(made.leftOut());
      Features features = withoutLate(rows, split, made.features(), leftOut, warnings);
      String id = rows.person() == null ? made.id() : rows.person();
      var treatments = new ArrayList<Treatment>();
      var scores = new ArrayList<LearnerScore>();
      var people = new ArrayList<UpliftTable.Scores>();
      int count = rows.arms().size() - 1;
      for (int t = 1; t <= count; t++) {
        double from = 0.1 + 0.8 * (t - 1) / count;
        var one =
            new UpliftTreatment(
                context, request, rows, split, features, learning, learners, t, from, 0.8 / count);
        one.run(warnings);
        treatments.add(one.treatment());
        scores.addAll(one.learners());
        people.add(one.people());
      }
      context.progress(0.93, "Writing every person's score");
      scoresHash = hash(people);
      new UpliftTable(context, rows).write(people, id);
      return result(rows, split, features, leftOut, id, scores, treatments, warnings);
    }
  }

  private List<UpliftLearner> learners(boolean numeric) {
    if (request.learners().isEmpty()) {
      return UpliftLearner.usual(numeric);
    }
    var wanted = new LinkedHashSet<UpliftLearner>();
    for (String name : request.learners()) {
      List<UpliftLearner> found =
          name.equalsIgnoreCase("all")
              ? UpliftLearner.all(numeric)
              : UpliftLearner.named(name, numeric);
      if (found.isEmpty()) {
        List<String> known =
            UpliftLearner.all(numeric).stream().map(learner -> learner.name(numeric)).toList();
        throw new WorkbenchException(
            "learner-unknown",
            "There is no learner '%s' for an outcome of this kind.".formatted(name),
            "Did you mean '%s'?".formatted(Names.nearest(name, known).orElse("")));
      }
      wanted.addAll(found);
    }
    return UpliftLearner.all(numeric).stream().filter(wanted::contains).toList();
  }

  private LearningTable.Made features(UpliftRows rows, UpliftSplit split, Learning learning)
      throws Exception {
    double middle =
        rows.numeric()
            ? IntStream.of(rows.people())
                .mapToDouble(row -> rows.outcome()[row])
                .average()
                .orElse(0)
            : 0.5;
    var high = new boolean[rows.arm().length];
    for (int row = 0; row < high.length; row++) {
      high[row] = rows.outcome()[row] > middle;
    }
    return rows.table()
        .features(
            new LearningTable.Wanted(
                rows.known(),
                rows.outcomeColumn(),
                rows.reserved(request),
                request.exclude(),
                rows.person()),
            split.rows(UpliftSplit.TRAIN),
            high,
            request.seed(),
            learning);
  }

  private Features withoutLate(
      UpliftRows rows,
      UpliftSplit split,
      Features features,
      List<LeftOut> leftOut,
      List<ScoringWarning> warnings) {
    var keep = new HashSet<String>();
    request.keep().forEach(name -> keep.add(rows.table().column("column to keep", name)));
    var late = new LinkedHashSet<String>();
    for (int t = 1; t < rows.arms().size(); t++) {
      Trial trial = trial(rows, features, split.rows(rows, 0, t, UpliftSplit.TRAIN), t);
      late.addAll(Covariates.late(trial));
    }
    late.removeAll(keep);
    for (String column : late) {
      leftOut.add(new LeftOut(column, "seems to be known only after the treatment"));
      warnings.add(
          new ScoringWarning(
              "after-treatment",
              column,
              "'%s' tells the outcome as no column from before the treatment does, so it was left out; keep it with --keep if it was known before."
                  .formatted(column)));
    }
    Features kept = features.without(late);
    if (kept.width() == 0) {
      throw new WorkbenchException(
          "no-usable-column",
          "%s has no column from before the treatment to learn from."
              .formatted(rows.table().name()),
          "Add facts about each person that were known before, or name columns with --keep.");
    }
    return kept;
  }

  /** The people of a treatment and of control, each treated with the share's chance. */
  static Trial trial(UpliftRows rows, Features features, int[] people, int treatment) {
    var treated = new boolean[people.length];
    var outcome = new double[people.length];
    int count = 0;
    for (int i = 0; i < people.length; i++) {
      treated[i] = rows.arm()[people[i]] == treatment;
      outcome[i] = rows.outcome()[people[i]];
      count += treated[i] ? 1 : 0;
    }
    var chance = new double[people.length];
    boolean known = rows.chance().length > 0;
    for (int i = 0; i < people.length; i++) {
      chance[i] = known ? rows.chance()[people[i]] : count / (double) people.length;
    }
    return new Trial(features, people, treated, outcome, chance, rows.numeric());
  }

  private static String hash(List<UpliftTable.Scores> people) {
    var digest = Hashes.digest();
    var bytes = ByteBuffer.allocate(8);
    for (UpliftTable.Scores scores : people) {
      for (double score : scores.uplift()) {
        digest.update(bytes.clear().putDouble(score).flip());
      }
    }
    return Hashes.hex(digest.digest());
  }

  private UpliftResult result(
      UpliftRows rows,
      UpliftSplit split,
      Features features,
      List<LeftOut> leftOut,
      @Nullable String id,
      List<LearnerScore> scores,
      List<Treatment> treatments,
      List<ScoringWarning> warnings) {
    int train = split.rows(UpliftSplit.TRAIN).length;
    int test = split.rows(UpliftSplit.TEST).length;
    long open = 0;
    for (byte arm : rows.arm()) {
      open += arm == UpliftRows.OPEN ? 1 : 0;
    }
    return new UpliftResult(
        rows.table().name(),
        rows.treatment(),
        rows.arms().getFirst(),
        rows.outcomeColumn(),
        rows.numeric(),
        id,
        train + test,
        open,
        train,
        test,
        request.seed(),
        split.by(),
        features.sources(),
        List.copyOf(leftOut),
        List.copyOf(scores),
        List.copyOf(treatments),
        UpliftFigures.definitions(rows.numeric()),
        List.copyOf(warnings),
        UpliftTable.NAME);
  }
}
