package io.liftwerk.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns whose own values fit two readings that mean different things. Once all others are
 * decided, the file as a whole may tell which is right; where it does not, numbers are taken in the
 * likelier way and dates stay text, and the reason says what the question is.
 */
final class OpenColumns {
  private final Session session;
  private final String table;
  private final NumberSizes sizes;
  private final FileEvidence evidence;
  private final boolean machineWritten;

  /**
   * @param machineWritten whether a program, not a locale, wrote the numbers
   */
  OpenColumns(
      Session session,
      String table,
      NumberSizes sizes,
      FileEvidence evidence,
      boolean machineWritten) {
    this.session = session;
    this.table = table;
    this.sizes = sizes;
    this.evidence = evidence;
    this.machineWritten = machineWritten;
  }

  void settle(ColumnWork column) throws Exception {
    if (column.probe == null || column.rivals.isEmpty()) {
      column.decide(new TextReading(), Reasons.text(column));
    } else if (column.probe instanceof NumberReading probe
        && column.rivals.getFirst() instanceof NumberReading rival) {
      number(column, probe, rival);
    } else {
      date(column, column.probe, column.rivals);
    }
  }

  /** Day and month: only another column with the same sign between them can tell. */
  private void date(ColumnWork column, Reading probe, List<Reading> rivals) {
    var all = new ArrayList<Reading>(rivals);
    all.addFirst(probe);
    for (Reading reading : all) {
      FileEvidence.DayOrder order = agreed(reading);
      if (order != null) {
        column.decide(reading, Reasons.settledByColumn(column, reading, order.column()));
        return;
      }
    }
    column.decide(new TextReading(), Reasons.ambiguousDate(column, probe, rivals.getFirst()));
  }

  /** What speaks for {@code reading}: nothing, unless every day in it is agreed upon. */
  private FileEvidence.@Nullable DayOrder agreed(Reading reading) {
    List<TemporalReading> parts =
        switch (reading) {
          case TemporalReading one -> List.of(one);
          case MixedReading mixed -> List.of(mixed.one(), mixed.other());
          default -> List.of();
        };
    FileEvidence.DayOrder found = null;
    for (TemporalReading part : parts) {
      if (part.date().openSign() == 0) {
        continue;
      }
      FileEvidence.DayOrder order = evidence.order(part.date().openSign());
      if (order == null || order.dayFirst() != part.date().dayFirst()) {
        return null;
      }
      found = order;
    }
    return found;
  }

  private record Shape(long signs, long small, long large) {}

  /** A number whose own values leave open which sign is the decimal one. */
  private void number(ColumnWork column, NumberReading probe, NumberReading rival)
      throws Exception {
    boolean probeGrouped = probe.style().grouped();
    NumberReading decimal = probeGrouped ? rival : probe;
    NumberReading grouping = probeGrouped ? probe : rival;
    char sign = decimal.style().decimal();
    if (!machineWritten && bothSigns(column) && !evidence.verdict().certain()) {
      column.decide(new TextReading(), Reasons.ambiguousNumber(column));
      return;
    }
    Shape shape = shape(column, sign);
    boolean comma;
    String because;
    if (machineWritten) {
      comma = false;
      because = "programs write numbers with a point in such files";
    } else if (shape.large() > 0) {
      comma = sign == ',';
      because = "other values of the column have four digits and no sign between them";
    } else if (shape.signs() >= 20 && shape.small() > 0) {
      comma = sign != ',';
      because = "the sign is always followed by three digits and smaller numbers have none";
    } else {
      FileEvidence.Verdict verdict = evidence.verdict();
      comma = verdict.comma();
      because = verdict.because();
    }
    NumberReading taken = comma == (sign == ',') ? decimal : grouping;
    NumberReading exact = sizes.measured(column, taken);
    column.decide(exact, Reasons.openNumber(column, exact, sign, because));
  }

  /** Values with the sign, small whole numbers without it, and large ones without it. */
  private Shape shape(ColumnWork column, char sign) throws Exception {
    long[] shape =
        session.numbers(
            "SELECT count(*) FILTER (contains("
                + column.sql
                + ", '"
                + sign
                + "')), "
                + "count(*) FILTER (NOT contains("
                + column.sql
                + ", '"
                + sign
                + "') AND regexp_full_match(trim("
                + column.sql
                + "), '-?[0-9]{1,3}')), "
                + "count(*) FILTER (regexp_full_match(trim("
                + column.sql
                + "), '-?[0-9]{4,}')) FROM "
                + table);
    return new Shape(shape[0], shape[1], shape[2]);
  }

  /** {@code 1,234} beside {@code 5.678}: one of them has three decimals, and nothing says which. */
  private boolean bothSigns(ColumnWork column) throws Exception {
    return column.count(
                session, table, column.presentSql() + " AND contains(" + column.sql + ", ',')")
            > 0
        && column.count(
                session, table, column.presentSql() + " AND contains(" + column.sql + ", '.')")
            > 0;
  }
}
