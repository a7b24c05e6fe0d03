package io.liftwerk.ingest;

import io.liftwerk.workspace.Sql;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the figures of total rows. A total may need a grouping sign where no row did, so a column's
 * own way of writing does not suffice: the file as a whole tells which sign is the decimal one.
 */
final class ReportAmounts {
  private static final NumberReading.Size ROOM = new NumberReading.Size(30, 8, false, true, true);

  private final Session session;
  private final List<NumberStyle> styles;

  ReportAmounts(Session session, List<Decided> columns) {
    this.session = session;
    this.styles =
        comma(columns)
            ? List.of(NumberStyle.GERMAN, NumberStyle.FRENCH, NumberStyle.PLAIN_COMMA)
            : List.of(NumberStyle.ENGLISH, NumberStyle.SWISS, NumberStyle.PLAIN);
  }

  /** Whether the file's numbers have decimal commas, as far as they show it. */
  private static boolean comma(List<Decided> columns) {
    int comma = 0;
    int point = 0;
    for (Decided column : columns) {
      if (column.reading() instanceof NumberReading number && telling(number)) {
        comma += number.style().decimal() == ',' ? 1 : 0;
        point += number.style().decimal() == '.' ? 1 : 0;
      }
    }
    return comma > point;
  }

  private static boolean telling(NumberReading number) {
    NumberReading.Size size = number.size();
    return number.style().grouped() || (size != null && size.scale() > 0);
  }

  /** The amount in {@code cell}, null when it holds none. */
  @Nullable BigDecimal of(Decided column, String cell) throws Exception {
    String text = Missing.strip(cell);
    if (Missing.is(text) || !(column.reading() instanceof NumberReading own)) {
      return null;
    }
    for (NumberStyle style : styles) {
      NumberReading reading = own.withStyle(style).withSize(ROOM);
      if (reading.accepts(text)) {
        return amount(reading, text);
      }
    }
    return own.accepts(text) ? amount(own.withSize(ROOM), text) : null;
  }

  private @Nullable BigDecimal amount(NumberReading reading, String text) throws Exception {
    String value = session.query("SELECT " + reading.valueSql(Sql.literal(text))).getFirst()[0];
    return value == null ? null : new BigDecimal(value);
  }
}
