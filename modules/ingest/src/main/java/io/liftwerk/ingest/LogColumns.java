package io.liftwerk.ingest;

import io.liftwerk.ingest.log.LogColumn;
import io.liftwerk.ingest.log.LogValues;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a log while its lines are read: which of them any line fills, and how much room
 * their numbers need.
 */
final class LogColumns {
  private static final int WHOLE = 18;

  private final List<LogColumn> columns;
  private final List<String> names;
  private final boolean[] filled;
  private final boolean[] decimal;
  private final int[] scale;

  /**
   * @param own those of the format; those every log has follow them
   */
  LogColumns(List<LogColumn> own) {
    this.columns = LogColumn.withUsual(own);
    this.names = ColumnNames.of(columns.stream().map(LogColumn::name).toList());
    this.filled = new boolean[columns.size()];
    this.decimal = new boolean[columns.size()];
    this.scale = new int[columns.size()];
    for (int i = 0; i < columns.size(); i++) {
      filled[i] = !columns.get(i).optional();
      decimal[i] = columns.get(i).type() == LogColumn.Type.DECIMAL;
    }
  }

  /** Takes notice of a record. */
  void note(LogValues values) {
    for (int i = 0; i < values.count(); i++) {
      if (values.has(i)) {
        filled[i] = true;
        if (decimal[i]) {
          scale[i] = Math.max(scale[i], digitsBehindPoint(values, i));
        }
      }
    }
  }

  private static int digitsBehindPoint(LogValues values, int column) {
    byte[] bytes = values.bytes(column);
    for (int i = values.from(column); i < values.to(column); i++) {
      if (bytes[i] == '.') {
        return values.to(column) - i - 1;
      }
    }
    return 0;
  }

  int count() {
    return columns.size();
  }

  /** All names, as the readers number them. */
  List<String> names() {
    return names;
  }

  /** The names of the columns that the table gets. */
  List<String> filledNames() {
    return filled(names);
  }

  /** Of a row's cells those in columns that the table gets. */
  List<String> filled(List<String> row) {
    var kept = new ArrayList<String>();
    for (int i = 0; i < row.size(); i++) {
      if (filled[i]) {
        kept.add(row.get(i));
      }
    }
    return kept;
  }

  /** How the columns that the table gets are read. */
  List<Decided> decided() {
    var decided = new ArrayList<Decided>();
    for (int i = 0; i < columns.size(); i++) {
      if (filled[i]) {
        decided.add(
            new Decided(names.get(i), reading(i), "The format of the log states its type."));
      }
    }
    return decided;
  }

  private Reading reading(int i) {
    return switch (columns.get(i).type()) {
      case TEXT -> new TextReading();
      case INTEGER -> number(0);
      case DECIMAL -> number(scale[i]);
      case MOMENT -> new TemporalReading(Day.ISO, Clock.ZONED);
    };
  }

  private static NumberReading number(int scale) {
    int whole = scale == 0 ? WHOLE : Math.max(1, WHOLE - scale);
    return NumberReading.of(NumberStyle.PLAIN, "", false)
        .withSize(new NumberReading.Size(whole, scale, false, false, false));
  }
}
