package io.liftwerk.scoring;

import io.liftwerk.scoring.ModelComparisonResult.Basis;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.registry.SeenRows;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the snapshot that two versions are compared on.
 *
 * @param rows ascending
 * @param yes their outcomes
 * @param seenByFirst how many of them the first has probably learned from; -1 where it cannot be
 *     told
 * @param seenBySecond the same of the second
 */
@SuppressWarnings("ArrayRecordComponent") // private to this package and never compared
record ComparedRows(int[] rows, boolean[] yes, long seenByFirst, long seenBySecond) {
  private static final int FEWEST = 10;

  static ComparedRows of(
      JobContext context,
      SourceTable source,
      int count,
      Basis basis,
      Contender first,
      Contender second)
      throws Exception {
    byte[] outcome = outcomes(context, source, count, first.listed().facts());
    long[] one = keys(context, source, count, first);
    long[] two = keys(context, source, count, second);
    IntStream known = IntStream.range(0, count).filter(row -> outcome[row] != Dataset.OPEN);
    int[] rows;
    if (basis == Basis.HOLDOUT) {
      SeenRows ofFirst = known(first, one, source);
      SeenRows ofSecond = known(second, two, source);
      rows =
          known
              .filter(row -> !ofFirst.trainedOn(one[row]) && !ofSecond.trainedOn(two[row]))
              .toArray();
    } else {
      rows = known.toArray();
    }
    var yes = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      yes[i] = outcome[rows[i]] == 1;
    }
    var compared =
        new ComparedRows(
            rows,
            yes,
            basis == Basis.HOLDOUT ? 0 : seen(first, one, rows),
            basis == Basis.HOLDOUT ? 0 : seen(second, two, rows));
    compared.enough(source, basis);
    return compared;
  }

  private static byte[] outcomes(
      JobContext context, SourceTable source, int count, ModelFacts facts) throws Exception {
    var target = new Target(source.field("target column", facts.target()), facts.positive());
    var outcome = new byte[count];
    Query.each(
        context,
        "SELECT %s, %s FROM %s".formatted(SourceTable.N, target.outcome(), SourceTable.SNAPSHOT),
        row -> outcome[(int) row.getLong(1)] = row.getByte(2));
    return outcome;
  }

  /** Empty where it cannot be told which rows the version has learned from. */
  private static long[] keys(JobContext context, SourceTable source, int count, Contender contender)
      throws Exception {
    SeenRows seen = contender.seen();
    return seen == null
        ? new long[0]
        : new RowKeys(seen.columns(), seen.numbered())
            .read(context, source, count)
            .orElse(new long[0]);
  }

  private static SeenRows known(Contender contender, long[] keys, SourceTable source) {
    SeenRows seen = contender.seen();
    if (seen == null || keys.length == 0) {
      throw new WorkbenchException(
          "compare-rows",
          "It cannot be told which rows of %s '%s' has learned from."
              .formatted(source.table(), contender.listed().reference()),
          "Name a table with outcomes that have come since, with --table.");
    }
    return seen;
  }

  private static long seen(Contender contender, long[] keys, int[] rows) {
    SeenRows seen = contender.seen();
    return seen == null || keys.length == 0
        ? -1
        : IntStream.of(rows).filter(row -> seen.learnedFrom(keys[row])).count();
  }

  private void enough(SourceTable source, Basis basis) {
    long positives = positives();
    if (positives < FEWEST || yes.length - positives < FEWEST) {
      throw new WorkbenchException(
          "compare-rows",
          String.format(
              Locale.ROOT,
              basis == Basis.HOLDOUT
                  ? "Only %,d rows of %s with a yes and %,d with a no are left that neither version"
                      + " has learned from; at least %d of each are needed."
                  : "Only %,d rows of %s have a yes and %,d a no; at least %d of each are needed.",
              positives,
              source.table(),
              yes.length - positives,
              FEWEST),
          basis == Basis.HOLDOUT
              ? "Name a table with outcomes that have come since, with --table."
              : "Collect more outcomes before comparing by them.");
    }
  }

  long positives() {
    return IntStream.range(0, yes.length).filter(i -> yes[i]).count();
  }

  double[] pick(double[] scores) {
    return IntStream.of(rows).mapToDouble(row -> scores[row]).toArray();
  }

  /** Says which rows flatter a version. */
  void warn(Contender first, Contender second, List<ScoringWarning> warnings) {
    warn(first, seenByFirst, warnings);
    warn(second, seenBySecond, warnings);
  }

  private void warn(Contender contender, long seen, List<ScoringWarning> warnings) {
    String name = contender.listed().reference();
    String said = said(name, seen);
    if (said != null) {
      warnings.add(new ScoringWarning("trained-on", null, said));
    }
  }

  private @Nullable String said(String name, long seen) {
    if (seen < 0) {
      return "It cannot be told whether '" + name + "' has learned from these rows.";
    }
    // one in a hundred rows is taken for a row that was learned from
    return seen > yes.length / 50
        ? String.format(
            Locale.ROOT,
            "%,d of %,d rows were in the training data of '%s', which flatters it.",
            seen,
            yes.length,
            name)
        : null;
  }
}
