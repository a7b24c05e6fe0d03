package io.liftwerk.workspace;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the driver's objects into the few types that a {@link Page} promises. */
final class Cells {
  private final ResultSet rows;
  private final List<String> columns;
  private final int[] types;

  Cells(ResultSet rows) throws SQLException {
    this.rows = rows;
    ResultSetMetaData meta = rows.getMetaData();
    var names = new ArrayList<String>();
    types = new int[meta.getColumnCount()];
    for (int i = 0; i < types.length; i++) {
      names.add(meta.getColumnLabel(i + 1));
      types[i] = meta.getColumnType(i + 1);
    }
    columns = Collections.unmodifiableList(names);
  }

  List<String> columns() {
    return columns;
  }

  /** The cells of the row the result set stands on. */
  List<@Nullable Object> row() throws SQLException {
    var cells = new ArrayList<@Nullable Object>(types.length);
    for (int i = 0; i < types.length; i++) {
      cells.add(cell(i));
    }
    return cells;
  }

  private @Nullable Object cell(int index) throws SQLException {
    int column = index + 1;
    return switch (types[index]) {
      case Types.DATE -> rows.getObject(column, LocalDate.class);
      case Types.TIME -> rows.getObject(column, LocalTime.class);
      case Types.TIMESTAMP -> rows.getObject(column, LocalDateTime.class);
      case Types.TIMESTAMP_WITH_TIMEZONE -> utc(rows.getObject(column, OffsetDateTime.class));
      default -> plain(rows.getObject(column), column);
    };
  }

  private static @Nullable OffsetDateTime utc(@Nullable OffsetDateTime moment) {
    return moment == null ? null : moment.withOffsetSameInstant(ZoneOffset.UTC);
  }

  private @Nullable Object plain(@Nullable Object value, int column) throws SQLException {
    return switch (value) {
      case null -> null;
      case String text -> text;
      case Boolean truth -> truth;
      case Long whole -> whole;
      case Integer whole -> whole.longValue();
      case Short whole -> whole.longValue();
      case Byte whole -> whole.longValue();
      case Double number -> number;
      case Float number -> Double.valueOf(number.toString());
      case BigDecimal decimal -> decimal;
      case BigInteger large -> new BigDecimal(large);
      default -> rows.getString(column);
    };
  }
}
