package io.liftwerk.scoring;

import io.liftwerk.scoring.SourceTable.Field;
import io.liftwerk.scoring.exchange.OnnxChunk;
import io.liftwerk.scoring.exchange.OnnxInput;
import io.liftwerk.scoring.exchange.OnnxModel;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Has a model of somebody else's score the rows of a table, in chunks. */
final class OnnxRows {
  private static final int CHUNK = 1 << 13;

  private OnnxRows() {}

  /** Takes what is known of one row. */
  @FunctionalInterface
  interface Sink {
    /**
     * @param place number of the row, as {@code place} says it
     * @param score probability of a yes
     */
    void accept(long place, double score);
  }

  /**
   * @param from what is read, in SQL: the table, or the snapshot of it
   * @param place a whole number that tells the rows apart, in SQL
   * @throws WorkbenchException code {@code model-columns} when the table lacks a column
   */
  static void score(
      JobContext context, SourceTable source, String from, String place, OnnxModel model, Sink sink)
      throws Exception {
    var sql = new StringBuilder("SELECT ").append(place);
    for (OnnxInput input : model.features()) {
      sql.append(", ").append(expression(input.kind(), field(source, input)));
    }
    sql.append(" FROM ").append(from);
    var chunk = new Chunk(model.features());
    long[] before = {0};
    Query.each(
        context,
        sql.toString(),
        row -> {
          chunk.read(row);
          if (chunk.rows == CHUNK) {
            before[0] += chunk.send(model, before[0], sink);
          }
        });
    chunk.send(model, before[0], sink);
  }

  private static Field field(SourceTable source, OnnxInput input) {
    return source
        .find(input.column())
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "model-columns",
                    "%s has no column '%s', which the model learned from."
                        .formatted(source.table(), input.column()),
                    Nearest.hint(
                        input.column(), source.fields().stream().map(Field::name).toList())));
  }

  private static String expression(OnnxInput.Kind kind, Field field) {
    return switch (kind) {
      case NUMBER, WHOLE, TRUTH ->
          Profile.isDate(field) ? DatasetReader.day(field) : DatasetReader.number(field);
      case DAYS -> DatasetReader.day(field);
      case YES_NO ->
          "CASE %s WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE '' END"
              .formatted(DatasetReader.number(field));
      case LEVEL -> "coalesce(" + field.text() + ", '')";
      // what the text says is nobody's business
      case PRESENCE -> "CASE WHEN " + field.text() + " IS NULL THEN '' ELSE '1' END";
      case LENGTH -> "coalesce(length(" + field.text() + "), 0)";
    };
  }

  /** Rows on their way. */
  private static final class Chunk {
    private final long[] place = new long[CHUNK];
    private final List<OnnxChunk.Values> columns = new ArrayList<>();
    private int rows;

    Chunk(List<OnnxInput> inputs) {
      for (OnnxInput input : inputs) {
        columns.add(
            input.kind().text()
                ? new OnnxChunk.Texts(new String[CHUNK])
                : new OnnxChunk.Numbers(new double[CHUNK]));
      }
    }

    void read(ResultSet row) throws SQLException {
      place[rows] = row.getLong(1);
      for (int i = 0; i < columns.size(); i++) {
        switch (columns.get(i)) {
          case OnnxChunk.Texts texts -> texts.values()[rows] = row.getString(i + 2);
          case OnnxChunk.Numbers numbers -> {
            double value = row.getDouble(i + 2);
            numbers.values()[rows] = row.wasNull() ? Double.NaN : value;
          }
        }
      }
      rows++;
    }

    /** Has the rows scored and is empty again; returns how many there were. */
    int send(OnnxModel model, long before, Sink sink) {
      double[] scores = model.probabilities(new OnnxChunk(before + 1, rows, columns));
      for (int i = 0; i < rows; i++) {
        sink.accept(place[i], scores[i]);
      }
      int sent = rows;
      rows = 0;
      return sent;
    }
  }
}
