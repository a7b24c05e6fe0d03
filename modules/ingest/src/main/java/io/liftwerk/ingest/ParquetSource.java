package io.liftwerk.ingest;

import io.liftwerk.workspace.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parquet: the file states its types; nested values become JSON text. */
final class ParquetSource {
  private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),\\s*(\\d+)\\)");

  private final Session session;
  private final Incoming incoming;
  private final Staging staging;

  ParquetSource(Session session, Incoming incoming, Staging staging) {
    this.session = session;
    this.incoming = incoming;
    this.staging = staging;
  }

  private record Field(String name, String type) {}

  Prepared prepare() throws Exception {
    Path inside = incoming.inside(staging, ".parquet");
    String file = Sql.literal(inside);
    var schema = new ArrayList<Field>();
    long rows;
    // beside the job's transaction, which a damaged file would spoil for the files after it
    try (Connection beside = session.context().workspace().connect();
        Statement statement = beside.createStatement()) {
      try (ResultSet field =
          statement.executeQuery("DESCRIBE SELECT * FROM read_parquet(" + file + ")")) {
        while (field.next()) {
          schema.add(new Field(field.getString(1), field.getString(2)));
        }
      }
      try (ResultSet row =
          statement.executeQuery("SELECT num_rows FROM parquet_file_metadata(" + file + ")")) {
        row.next();
        rows = row.getLong(1);
      }
    } catch (SQLException e) {
      throw Refused.damaged(incoming.file(), "its Parquet footer cannot be read", e);
    }
    List<String> names = ColumnNames.of(schema.stream().map(Field::name).toList());
    var select = new StringBuilder("SELECT ");
    var columns = new ArrayList<Decided>();
    for (int i = 0; i < schema.size(); i++) {
      String type = schema.get(i).type();
      String column = Sql.identifier(schema.get(i).name());
      String text =
          nested(type) ? "CAST(to_json(" + column + ") AS VARCHAR)" : column + "::VARCHAR";
      select.append(text).append(" AS ").append(Sql.identifier(names.get(i))).append(", ");
      columns.add(decided(names.get(i), type));
    }
    select
        .append("file_row_number + 1 AS _row FROM read_parquet(")
        .append(file)
        .append(", file_row_number = true)");
    return new Prepared(
        null,
        new Staged(select.toString(), names, true, 1, rows, null, 0),
        "",
        '\0',
        columns,
        List.of(),
        null);
  }

  private static boolean nested(String type) {
    return type.startsWith("STRUCT") || type.startsWith("MAP") || type.endsWith("]");
  }

  static Decided decided(String name, String type) {
    return new Decided(name, reading(type), "The file states its type: " + type + ".");
  }

  private static Reading reading(String type) {
    Matcher decimal = DECIMAL.matcher(type);
    if (decimal.matches()) {
      int scale = Integer.parseInt(decimal.group(2));
      return number(Integer.parseInt(decimal.group(1)) - scale, scale, false);
    }
    return switch (type) {
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
          number(18, 0, false);
      case "FLOAT", "DOUBLE" -> number(18, 18, true);
      case "BOOLEAN" -> BooleanReading.ALL.getFirst();
      case "DATE" -> moment(Clock.NONE);
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> moment(Clock.HOURS_24);
      case "TIMESTAMP WITH TIME ZONE" -> moment(Clock.ZONED);
      default -> new TextReading();
    };
  }

  private static Reading number(int whole, int scale, boolean power) {
    return NumberReading.of(NumberStyle.PLAIN, "", false)
        .withSize(new NumberReading.Size(whole, scale, power, false, false));
  }

  private static Reading moment(Clock clock) {
    return new TemporalReading(Day.ISO, clock);
  }
}
