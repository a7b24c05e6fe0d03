package io.liftwerk.ingest;

import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides from all values of a loaded table of text how each column is read. The first rows suggest
 * candidates; one query over all columns checks them on every value; the values that did not fit go
 * back to the candidates, until something fits all or only text is left. The outcome depends on the
 * values alone, not on which rows were looked at first.
 */
final class TypeDecisions {
  private static final int SAMPLED_CELLS = 200_000;
  private static final int COLUMNS_A_QUERY = 60;
  private static final int ROUNDS = 12;

  private final Session session;
  private final StoredTable stored;
  private final String table;
  private final NumberSizes sizes;
  private final List<ColumnWork> columns = new ArrayList<>();
  private final FileEvidence evidence;
  private final boolean machineWritten;

  /**
   * @param delimiter of the file; 0 for kinds in which a program, not a locale, wrote the numbers
   */
  TypeDecisions(Session session, StoredTable stored, List<String> names, char delimiter) {
    this.session = session;
    this.stored = stored;
    this.table = stored.table();
    this.sizes = new NumberSizes(session, table);
    names.forEach(name -> columns.add(new ColumnWork(name, stored)));
    this.machineWritten = delimiter == 0;
    this.evidence = new FileEvidence(delimiter, names);
  }

  /**
   * @param chosen columns the user has decided, by name
   * @param texts columns that are text in this kind of export, whatever their values look like
   * @throws WorkbenchException code {@code value-misfit} when values do not fit a user's choice
   */
  List<Decided> decide(Map<String, ColumnDecision> chosen, Set<String> texts) throws Exception {
    applyChosen(chosen);
    for (ColumnWork column : columns) {
      if (column.open() && texts.contains(column.name)) {
        column.decide(new TextReading(), "Text: in this kind of export it names things.");
      } else if (column.open() && NameHints.searchTerm(column.name)) {
        column.decide(
            new TextReading(), "Text: search terms are words, even those that look like numbers.");
      }
    }
    sample();
    for (int round = 0; round < ROUNDS && columns.stream().anyMatch(this::asking); round++) {
      checkAll();
    }
    var open = new OpenColumns(session, table, sizes, evidence, machineWritten);
    for (ColumnWork column : columns) {
      if (column.open()) {
        open.settle(column);
      }
    }
    return columns.stream().map(ColumnWork::decided).toList();
  }

  /** Whether all values of one column fit {@code reading}; measures a number's size. */
  static Decided chosen(Session session, StoredTable stored, ColumnDecision decision)
      throws Exception {
    var column = new ColumnWork(decision.name(), stored);
    var work = new TypeDecisions(session, stored, List.of(), ',');
    return new Decided(
        decision.name(), work.verified(column, Readings.of(decision)), ColumnDecision.CHOSEN);
  }

  /** The readings of decisions made before, with the sizes of numbers measured again. */
  static List<Decided> restored(Session session, StoredTable stored, List<ColumnDecision> decisions)
      throws Exception {
    var work = new TypeDecisions(session, stored, List.of(), ',');
    var columns = new ArrayList<Decided>();
    for (ColumnDecision decision : decisions) {
      Reading reading = Readings.of(decision);
      if (reading instanceof NumberReading number) {
        var column = new ColumnWork(decision.name(), stored);
        allowAllMarks(column, number);
        reading = work.sizes.measured(column, number);
      }
      columns.add(new Decided(decision.name(), reading, decision.reason()));
    }
    return columns;
  }

  private boolean asking(ColumnWork column) {
    return column.open() && column.rivals.isEmpty();
  }

  private void applyChosen(Map<String, ColumnDecision> chosen) throws Exception {
    var byName = new HashMap<String, ColumnWork>();
    columns.forEach(column -> byName.put(column.name.toLowerCase(Locale.ROOT), column));
    for (var entry : chosen.entrySet()) {
      ColumnWork column = byName.get(entry.getKey().toLowerCase(Locale.ROOT));
      if (column == null) {
        throw new WorkbenchException(
            "column-unknown",
            "There is no column '" + Refused.printable(entry.getKey()) + "' in the file.",
            "The columns are " + names() + ".");
      }
      column.decide(verified(column, Readings.of(entry.getValue())), ColumnDecision.CHOSEN);
    }
  }

  private String names() {
    return columns.stream().limit(12).map(column -> column.name).collect(Collectors.joining(", "));
  }

  private Reading verified(ColumnWork column, Reading reading) throws Exception {
    allowAllMarks(column, reading);
    List<@Nullable String[]> first =
        session.query(
            "SELECT "
                + column.sql
                + ", "
                + stored.row()
                + " FROM "
                + table
                + " WHERE "
                + column.misfitSql(reading)
                + " ORDER BY 2 LIMIT 1");
    if (!first.isEmpty()) {
      throw new WorkbenchException(
          "value-misfit",
          "'"
              + Refused.printable(String.valueOf(first.getFirst()[0]))
              + "' in line "
              + first.getFirst()[1]
              + " of column '"
              + column.name
              + "' does not fit "
              + reading.words()
              + ".",
          "Choose text, or another format.");
    }
    return reading instanceof NumberReading number ? sizes.measured(column, number) : reading;
  }

  /** Where nobody looked at the values: any mark for a missing value counts as one. */
  private static void allowAllMarks(ColumnWork column, Reading reading) {
    Missing.examples().forEach(word -> column.candidates.add(word, 0));
    if (reading instanceof NumberReading) {
      column.candidates.add(Masked.EXAMPLE, 0);
    }
  }

  /** The first rows, as many as make a bounded number of cells. */
  private void sample() throws Exception {
    List<ColumnWork> open = columns.stream().filter(ColumnWork::open).toList();
    if (open.isEmpty()) {
      return;
    }
    int rows = Math.clamp(SAMPLED_CELLS / open.size(), 100, 2048);
    String list = open.stream().map(column -> column.sql).collect(Collectors.joining(", "));
    for (@Nullable String[] row :
        session.query(
            "SELECT " + stored.row() + ", " + list + " FROM " + table + " LIMIT " + rows)) {
      long line = Long.parseLong(String.valueOf(row[0]));
      for (int i = 0; i < open.size(); i++) {
        String value = row[i + 1];
        if (value != null) {
          open.get(i).candidates.add(value, line);
        }
      }
    }
  }

  private void checkAll() throws Exception {
    var asked = new ArrayList<ColumnWork>();
    for (ColumnWork column : columns) {
      if (!asking(column)) {
        continue;
      }
      if (column.candidates.started()) {
        column.probe = column.next();
        if (column.probe == null) {
          column.decide(new TextReading(), Reasons.text(column));
          continue;
        }
      }
      asked.add(column);
    }
    for (int from = 0; from < asked.size(); from += COLUMNS_A_QUERY) {
      check(asked.subList(from, Math.min(asked.size(), from + COLUMNS_A_QUERY)));
    }
  }

  private void check(List<ColumnWork> some) throws Exception {
    String list = some.stream().map(ColumnWork::aggregatesSql).collect(Collectors.joining(", "));
    long[] found = session.numbers("SELECT " + list + " FROM " + table);
    for (int i = 0; i < some.size(); i++) {
      ColumnWork column = some.get(i);
      column.values = found[i * 4];
      long misfits = found[i * 4 + 1];
      column.marked = found[i * 4 + 2];
      column.foreign = found[i * 4 + 3] > 0;
      if (column.values == 0) {
        column.decide(new TextReading(), "Text: the column is empty.");
      } else if (misfits > 0 && column.shortScale() >= 0) {
        column.notShort = true;
      } else if (column.probe == null || misfits > 0) {
        learn(column, misfits);
      } else {
        column.scale = column.shortScale();
        fits(column, column.probe);
      }
    }
  }

  /** Shows the candidates values they have not seen: those the last probe did not accept. */
  private void learn(ColumnWork column, long misfits) throws Exception {
    Reading probe = column.probe;
    column.misfits = misfits;
    String condition = probe == null ? column.sql + " IS NOT NULL" : column.misfitSql(probe);
    int unknown = column.candidates.marks();
    for (@Nullable String[] row :
        session.query(
            "SELECT "
                + column.sql
                + ", "
                + stored.row()
                + " FROM "
                + table
                + " WHERE "
                + condition
                + " ORDER BY 2 LIMIT 500")) {
      column.candidates.add(String.valueOf(row[0]), Long.parseLong(String.valueOf(row[1])));
    }
    boolean learned = column.candidates.marks() > unknown;
    if (!column.candidates.started()) {
      skipMissing(column);
    } else if (probe != null && !learned && probe.equals(column.next())) {
      // what Java takes for such a value DuckDB does not: text is always right
      column.candidates.drop(probe);
    }
  }

  /** A column that begins with hundreds of marks for missing values: looks behind them. */
  private void skipMissing(ColumnWork column) throws Exception {
    List<@Nullable String[]> rows =
        session.query(
            "SELECT "
                + column.sql
                + ", "
                + stored.row()
                + " FROM "
                + table
                + " WHERE "
                + column.presentSql()
                + " ORDER BY 2 LIMIT 100");
    if (rows.isEmpty()) {
      column.decide(
          new TextReading(),
          column.candidates.masked().isEmpty()
              ? "Text: there is nothing but marks for missing values."
              : "Text: there is no number among the masked values.");
      return;
    }
    for (@Nullable String[] row : rows) {
      column.candidates.add(String.valueOf(row[0]), Long.parseLong(String.valueOf(row[1])));
    }
  }

  /** All values fit {@code probe}: decided, unless they fit something else as well. */
  private void fits(ColumnWork column, Reading probe) throws Exception {
    if (probe instanceof BooleanReading words && words.yes().length() == 1) {
      if (column.marked == 0 || column.marked == column.values) {
        column.decide(new TextReading(), "Text: a single letter, always the same.");
        return;
      }
    }
    if (probe instanceof NumberReading number && refuted(column, number)) {
      return;
    }
    List<Reading> rivals = survivingRivals(column, probe);
    if (rivals.isEmpty()) {
      accept(column, probe, Reasons.settled(column, probe));
    } else {
      column.rivals = rivals;
    }
  }

  /** What is written like numbers and does not count or measure anything. */
  private boolean refuted(ColumnWork column, NumberReading number) throws Exception {
    if (!column.candidates.masked().isEmpty()) {
      column.masked = column.count(session, table, column.maskedSql());
    }
    if (number.negative() != NumberReading.Negative.MINUS) {
      long negative = column.count(session, table, number.negativeSql(column.sql));
      if (negative == column.count(session, table, column.presentSql())) {
        column.decide(new TextReading(), Reasons.allNegative(column));
        return true;
      }
    }
    return false;
  }

  private List<Reading> survivingRivals(ColumnWork column, Reading probe) throws Exception {
    var surviving = new ArrayList<Reading>();
    for (Reading rival : column.candidates.readings()) {
      if (!meansSomethingElse(column, probe, rival)) {
        continue;
      }
      List<@Nullable String[]> against =
          session.query(
              "SELECT "
                  + column.sql
                  + ", "
                  + stored.row()
                  + " FROM "
                  + table
                  + " WHERE "
                  + column.misfitSql(rival)
                  + " ORDER BY 2 LIMIT 1");
      if (against.isEmpty()) {
        surviving.add(rival);
      } else {
        column.candidates.add(
            String.valueOf(against.getFirst()[0]),
            Long.parseLong(String.valueOf(against.getFirst()[1])));
      }
    }
    return surviving;
  }

  private static boolean meansSomethingElse(ColumnWork column, Reading probe, Reading rival) {
    boolean without =
        probe instanceof NumberReading mine && column.marked == 0 && !mine.style().grouped();
    return !without && probe.clashesWith(rival);
  }

  private void accept(ColumnWork column, Reading reading, String reason) throws Exception {
    Reading exact =
        reading instanceof NumberReading number ? sizes.measured(column, number) : reading;
    if (exact instanceof NumberReading number && isOrdinal(column, number)) {
      column.decide(new TextReading(), Reasons.ordinal(column, number.style().decimal()));
      return;
    }
    column.decide(exact, reason);
    boolean telling =
        !(exact instanceof NumberReading number) || column.marked > 0 || number.style().grouped();
    if (telling) {
      evidence.settled(column.name, exact);
    }
  }

  /** Whether numbers end in a sign that never has a digit behind it, such as {@code 3.}. */
  private static boolean isOrdinal(ColumnWork column, NumberReading number) {
    NumberReading.Size size = number.size();
    return column.marked > 0 && size != null && size.scale() == 0 && !size.power();
  }
}
