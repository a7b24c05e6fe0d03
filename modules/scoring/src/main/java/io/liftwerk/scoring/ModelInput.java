package io.liftwerk.scoring;

import io.liftwerk.scoring.SourceTable.Field;
import io.liftwerk.scoring.features.Column;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Preparation;
import io.liftwerk.scoring.features.Work;
import io.liftwerk.scoring.models.FittedModel;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a model needs of a table, and no more, encoded by the database into one narrow table whose
 * column {@code n} numbers the rows from 0. From there it crosses into Java in chunks: while one is
 * fetched, those before it are scored on the other threads. A level crosses as its code, so that no
 * row leaves an object behind.
 */
final class ModelInput {
  static final String TABLE = "temp.main.liftwerk_model_input";

  private static final int CHUNK = 1 << 15;
  private static final int UNDER_WAY = 4;

  private final JobContext context;
  private final Preparation preparation;

  private ModelInput(JobContext context, Preparation preparation) {
    this.context = context;
    this.preparation = preparation;
  }

  /**
   * @param from what is read, in SQL: the table, or the snapshot of it
   * @param keys further columns in SQL, each with its name; one may number the rows, as {@code n}
   * @throws WorkbenchException code {@code model-columns} naming all that the table lacks, or
   *     {@code model-column-type}
   */
  static ModelInput of(
      JobContext context,
      SourceTable source,
      String from,
      List<String> keys,
      Preparation preparation,
      String model,
      List<ScoringWarning> warnings)
      throws Exception {
    List<Field> fields = fields(source, preparation, model);
    readable(context, source, from, fields, preparation, model, warnings);
    var columns = new ArrayList<>(keys);
    boolean numbered = keys.stream().anyMatch(key -> key.endsWith(" AS n"));
    for (int i = 0; i < fields.size(); i++) {
      columns.add(encoded(preparation.inputs().get(i), fields.get(i)) + " AS c" + i);
    }
    context.execute(
        0.02,
        0.3,
        "Reading the rows",
        "CREATE OR REPLACE TEMP TABLE liftwerk_model_input AS SELECT "
            + (numbered ? "" : "row_number() OVER () - 1 AS n, ")
            + "* FROM (SELECT "
            + String.join(", ", columns)
            + " FROM "
            + from
            + ")");
    return new ModelInput(context, preparation);
  }

  private static List<Field> fields(SourceTable source, Preparation preparation, String model) {
    List<String> missing =
        preparation.inputs().stream()
            .map(Preparation.Input::source)
            .filter(name -> source.find(name).isEmpty())
            .toList();
    if (!missing.isEmpty()) {
      List<String> names = source.fields().stream().map(Field::name).toList();
      throw new WorkbenchException(
          "model-columns",
          missing.size() == 1
              ? "%s has no column '%s', which the model %s learned from."
                  .formatted(source.table(), missing.getFirst(), model)
              : "%s lacks %d columns that the model %s learned from: %s."
                  .formatted(
                      source.table(),
                      missing.size(),
                      model,
                      missing.stream().map(n -> "'" + n + "'").collect(Collectors.joining(", "))),
          missing.size() == 1
              ? Nearest.hint(missing.getFirst(), names)
              : "Score a table that has them, or name them so in a view.");
    }
    return preparation.inputs().stream()
        .map(input -> source.find(input.source()).orElseThrow())
        .toList();
  }

  /** Values that are no number, or no date, would count as missing without a word. */
  private static void readable(
      JobContext context,
      SourceTable source,
      String from,
      List<Field> fields,
      Preparation preparation,
      String model,
      List<ScoringWarning> warnings)
      throws Exception {
    var asked = new ArrayList<Integer>();
    var counts = new ArrayList<String>();
    for (int i = 0; i < fields.size(); i++) {
      Preparation.Input input = preparation.inputs().get(i);
      boolean converts =
          input instanceof Preparation.Number && !Profile.isNumber(fields.get(i))
              || input instanceof Preparation.Date && !Profile.isDate(fields.get(i));
      if (converts && !fields.get(i).type().equals("BOOLEAN")) {
        String text = fields.get(i).text();
        counts.add("count(%s)".formatted(text));
        counts.add(
            "count(*) FILTER (%s IS NOT NULL AND %s IS NULL)"
                .formatted(text, DatasetReader.expression(input, fields.get(i))));
        asked.add(i);
      }
    }
    if (asked.isEmpty()) {
      return;
    }
    long[] found =
        Query.one(
            context,
            "SELECT " + String.join(", ", counts) + " FROM " + from,
            row -> {
              var numbers = new long[counts.size()];
              for (int i = 0; i < numbers.length; i++) {
                numbers[i] = row.getLong(i + 1);
              }
              return numbers;
            });
    for (int i = 0; i < asked.size(); i++) {
      String column = fields.get(asked.get(i)).name();
      boolean date = preparation.inputs().get(asked.get(i)) instanceof Preparation.Date;
      long filled = found[2 * i];
      long unreadable = found[2 * i + 1];
      if (unreadable > filled / 2) {
        throw new WorkbenchException(
            "model-column-type",
            (date
                    ? "The column '%s' of %s holds no dates, which the model %s learned from it."
                    : "The column '%s' of %s holds no numbers, which the model %s learned from it.")
                .formatted(column, source.table(), model),
            "Correct how the column is read, with sources decide, or score another table.");
      }
      if (unreadable > filled / 100) {
        warnings.add(
            new ScoringWarning(
                "unreadable",
                column,
                String.format(
                    Locale.ROOT,
                    "%,d values of '%s' cannot be read as the model needs them and count as"
                        + " missing.",
                    unreadable,
                    column)));
      }
    }
  }

  private static String encoded(Preparation.Input input, Field field) {
    String value = DatasetReader.expression(input, field);
    return switch (input) {
      case Preparation.Number number ->
          // the same float that training has made of it
          "CAST(CASE WHEN isfinite(%1$s) THEN greatest(-%2$s, least(%2$s, %1$s)) END AS FLOAT)"
              .formatted(value, "3.4028234663852886e38");
      case Preparation.Date date -> value;
      case Preparation.Text text -> "CAST(coalesce(" + value + ", 0) AS INTEGER)";
      case Preparation.Category category ->
          category.levels().isEmpty()
              ? "CAST(CASE WHEN %s IS NULL THEN 0 ELSE %d END AS SMALLINT)"
                  .formatted(value, Column.OTHER)
              : ("CAST(CASE WHEN %1$s IS NULL THEN 0 ELSE"
                      + " coalesce(CAST(enum_code(TRY_CAST(%1$s AS ENUM(%2$s))) AS INTEGER) + 1,"
                      + " %3$d) END AS SMALLINT)")
                  .formatted(
                      value,
                      category.levels().stream()
                          .map(Sql::literal)
                          .collect(Collectors.joining(", ")),
                      Column.OTHER);
    };
  }

  /** Rows, noted with a hash of what was read of them as an input of the run. */
  int count(SourceTable source) throws Exception {
    record Content(long rows, @Nullable String hash) {}
    Content content =
        Query.one(
            context,
            "SELECT count(*), CAST(sum(hash(t)) AS VARCHAR) FROM " + TABLE + " t",
            row -> new Content(row.getLong(1), row.getString(2)));
    source.checkCount(content.rows());
    context.input(
        source.table().toString(),
        Hashes.sha256(preparation.inputs() + "\n" + content.hash()),
        content.rows());
    return (int) content.rows();
  }

  /** Calibrated probability of a yes of each of the {@code rows}. */
  double[] probabilities(FittedModel model, int rows, Work work) throws Exception {
    return probabilities(model, rows, null, work);
  }

  /**
   * Calibrated probability of a yes of each of the {@code rows}.
   *
   * @param counter counts them on the way; null for nobody
   */
  double[] probabilities(FittedModel model, int rows, @Nullable DriftCounter counter, Work work)
      throws Exception {
    var scores = new double[rows];
    var under = new ArrayDeque<Future<Boolean>>();
    Chunk[] chunk = {new Chunk(Math.min(CHUNK, rows))};
    int[] sent = {0};
    Query.each(
        context,
        "SELECT n" + columns() + " FROM " + TABLE,
        row -> {
          chunk[0].read(row);
          if (chunk[0].isFull()) {
            send(chunk[0], model, scores, counter, under, work);
            chunk[0] = new Chunk(CHUNK);
            sent[0] += CHUNK;
            context.progress(0.3 + 0.35 * Math.min(1, sent[0] / (double) rows), "Scoring the rows");
          }
        });
    send(chunk[0], model, scores, counter, under, work);
    while (!under.isEmpty()) {
      work.await(under.remove());
    }
    return scores;
  }

  private static void send(
      Chunk chunk,
      FittedModel model,
      double[] scores,
      @Nullable DriftCounter counter,
      ArrayDeque<Future<Boolean>> under,
      Work work) {
    try {
      if (under.size() >= UNDER_WAY) {
        work.await(under.remove());
      }
      under.add(
          work.start(
              () -> {
                Dataset data = chunk.dataset();
                double[] some =
                    model.probabilities(data, IntStream.range(0, data.rows()).toArray(), work);
                for (int i = 0; i < some.length; i++) {
                  scores[chunk.place[i]] = some[i];
                }
                if (counter != null) {
                  counter.add(data, some);
                }
                return true;
              }));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("a chunk could not be scored", e);
    }
  }

  private String columns() {
    return IntStream.range(0, preparation.inputs().size())
        .mapToObj(i -> ", c" + i)
        .collect(Collectors.joining());
  }

  /** The rows that {@code order} puts first, at most {@code most}, in that order. */
  Dataset first(String order, int most) throws Exception {
    var chunk = new Chunk(most);
    Query.each(
        context,
        "SELECT t.n%s FROM %s t %s LIMIT %d".formatted(columns(), TABLE, order, most),
        chunk::read);
    return chunk.dataset();
  }

  /** Some rows on their way. */
  private final class Chunk {
    private final int[] place;
    private final List<DatasetReader.Reader> readers;
    private final int most;
    private int rows;

    Chunk(int most) {
      this.most = most;
      place = new int[most];
      readers =
          preparation.inputs().stream().map(input -> DatasetReader.encoded(input, most)).toList();
    }

    void read(ResultSet row) throws SQLException {
      place[rows] = (int) row.getLong(1);
      for (int i = 0; i < readers.size(); i++) {
        readers.get(i).read(row, 2 + i, rows);
      }
      rows++;
    }

    boolean isFull() {
      return rows == most;
    }

    Dataset dataset() {
      var columns = new ArrayList<Column>();
      readers.forEach(reader -> columns.addAll(reader.columns()));
      var open = new byte[rows];
      Arrays.fill(open, Dataset.OPEN);
      return new Dataset(rows, columns, open);
    }
  }
}
