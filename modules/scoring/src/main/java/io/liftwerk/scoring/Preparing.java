package io.liftwerk.scoring;

import io.liftwerk.scoring.Profile.Kind;
import io.liftwerk.scoring.Profile.Use;
import io.liftwerk.scoring.SourceTable.Field;
import io.liftwerk.scoring.features.Column;
import io.liftwerk.scoring.features.Preparation;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Pseudonyms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Learns, on the training part only, how columns become features. */
final class Preparing {
  private static final String TRAINING =
      " FROM %s WHERE %s IN (SELECT n FROM temp.main.liftwerk_leads_training)"
          .formatted(SourceTable.SNAPSHOT, SourceTable.N);

  private static final int LEVELS = Column.OTHER - 1;
  private static final int BATCH = 40;

  /** A date so many days after nearly all others is taken for a slip of the pen. */
  private static final int ASTRAY = 366;

  private final JobContext context;
  private final List<ScoringWarning> warnings;

  /**
   * @param warnings taken note of what is odd
   */
  Preparing(JobContext context, List<ScoringWarning> warnings) {
    this.context = context;
    this.warnings = warnings;
  }

  /**
   * @param train rows to learn from
   */
  Preparation learn(List<Use> uses, int[] train) throws Exception {
    append(train);
    Map<Field, List<String>> levels = levels(uses);
    var inputs = new ArrayList<Preparation.Input>();
    for (Use use : uses) {
      String name = use.field().name();
      inputs.add(
          switch (use.kind()) {
            case NUMBER, NUMBER_IN_TEXT -> new Preparation.Number(name, false);
            case BOOLEAN -> new Preparation.Number(name, true);
            case DATE -> date(use.field());
            case TEXT ->
                new Preparation.Category(
                    name, List.copyOf(levels.getOrDefault(use.field(), List.of())));
            case FREE_TEXT -> new Preparation.Text(name, true);
            case PRESENCE -> new Preparation.Text(name, false);
          });
    }
    return new Preparation(List.copyOf(inputs));
  }

  private void append(int[] train) throws Exception {
    context.execute("CREATE OR REPLACE TEMP TABLE liftwerk_leads_training (n BIGINT)");
    DuckDBConnection connection = context.connection().unwrap(DuckDBConnection.class);
    try (DuckDBAppender appender =
        connection.createAppender("temp", "main", "liftwerk_leads_training")) {
      for (int i = 0; i < train.length; i++) {
        if ((i & 0xffff) == 0) {
          context.checkCancelled();
        }
        appender.beginRow();
        appender.append((long) train[i]);
        appender.endRow();
      }
    }
  }

  /** The most frequent values of every text column, ties by the alphabet; never a pseudonym. */
  private Map<Field, List<String>> levels(List<Use> uses) throws Exception {
    List<Field> fields =
        uses.stream().filter(use -> use.kind() == Kind.TEXT).map(Use::field).toList();
    var levels = new HashMap<Field, List<String>>();
    for (int from = 0; from < fields.size(); from += BATCH) {
      var parts = new ArrayList<String>();
      for (int i = from; i < Math.min(fields.size(), from + BATCH); i++) {
        parts.add(
            ("SELECT %d AS c, v, n FROM (SELECT v, count(*) AS n FROM (SELECT %s AS v%s)"
                    + " WHERE v IS NOT NULL AND NOT regexp_full_match(v, '%s')"
                    + " GROUP BY v ORDER BY n DESC, v LIMIT %d)")
                .formatted(i, fields.get(i).text(), TRAINING, Pseudonyms.expression(), LEVELS));
      }
      Query.each(
          context,
          String.join(" UNION ALL ", parts) + " ORDER BY c, n DESC, v",
          row ->
              levels
                  .computeIfAbsent(fields.get(row.getInt(1)), f -> new ArrayList<>())
                  .add(row.getString(2)));
    }
    return levels;
  }

  private record Days(double latest, boolean timed, long astray) {}

  private Preparation.Date date(Field field) throws Exception {
    Days days =
        Query.one(
            context,
            """
            WITH days AS (SELECT %s AS d%s),
            usual AS (SELECT quantile_disc(d, 0.995) + %d AS last FROM days WHERE d IS NOT NULL)
            SELECT max(d) FILTER (d <= last), count(*) FILTER (d <> floor(d)),
              count(*) FILTER (d > last)
            FROM days, usual
            """
                .formatted(DatasetReader.day(field), TRAINING, ASTRAY),
            row -> new Days(row.getDouble(1), row.getLong(2) > 0, row.getLong(3)));
    if (days.astray() > 0) {
      warnings.add(
          new ScoringWarning(
              "dates-astray",
              field.name(),
              String.format(
                  Locale.ROOT,
                  "%,d dates of '%s' lie more than a year after nearly all others; they count as"
                      + " %s: correct them where they are wrong.",
                  days.astray(),
                  field.name(),
                  LocalDate.ofEpochDay((long) days.latest()))));
    }
    return new Preparation.Date(field.name(), days.latest(), days.timed());
  }
}
