package io.liftwerk.scoring;

import io.liftwerk.scoring.LeadScoringResult.LeftOut;
import io.liftwerk.scoring.SourceTable.Field;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Pseudonyms;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides from counts over the rows with an outcome what each column is good for.
 *
 * @param uses the columns to learn from
 * @param leftOut the others, with the reason
 * @param id the column that identifies a record; null when the row number does
 */
record Profile(List<Use> uses, List<LeftOut> leftOut, @Nullable Field id) {

  /** How a column is read. */
  enum Kind {
    NUMBER,
    NUMBER_IN_TEXT,
    BOOLEAN,
    DATE,
    TEXT,
    /** Free text: whether there is one, and how long it is. */
    FREE_TEXT,
    /** Identifiers and pseudonyms: whether there is one. */
    PRESENCE
  }

  /** A column to learn from. */
  record Use(Field field, Kind kind) {}

  private static final int BATCH = 40;
  private static final int FEW_LEVELS = 20;
  private static final int MANY_LEVELS = 50;

  /** Characters that free text has on average at least; names and codes are shorter. */
  private static final int FREE_LENGTH = 25;

  /** Rows that must have a value, and rows that must have none, for presence to teach anything. */
  private static final int BOTH = 10;

  private static final int COUNTS = 9;

  private static final Set<String> INTEGERS =
      Set.of(
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "HUGEINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT",
          "UHUGEINT");

  private static final Set<String> ID_WORDS =
      Set.of("id", "ids", "nr", "no", "number", "nummer", "key", "uuid", "guid", "kennung");

  /**
   * What the rows with an outcome say of a column.
   *
   * @param rows rows with an outcome
   * @param present of them, not empty
   * @param distinct different values
   * @param numbers values that read as a number
   * @param padded values with a leading zero
   * @param span largest minus smallest, for integers
   * @param order absolute correlation with the row's place, for integers
   * @param pseudonyms values that are a pseudonym and nothing else
   * @param spaced values of several words
   * @param length mean length of the values in characters
   */
  private record Counts(
      Field field,
      long rows,
      long present,
      long distinct,
      long numbers,
      long padded,
      double span,
      double order,
      long pseudonyms,
      long spaced,
      double length) {

    boolean hasBoth() {
      return present >= BOTH && rows - present >= BOTH;
    }

    boolean ofPeople() {
      return present > 0 && 10 * pseudonyms >= 9 * present;
    }

    boolean manyLevels() {
      return distinct > Math.max(MANY_LEVELS, present / 5);
    }
  }

  /**
   * What a table's columns are looked at for.
   *
   * @param known which rows tell, in SQL
   * @param target column with what is to be learned
   * @param reserved columns with another part to play; neither learned from nor reported
   * @param exclude columns that the user excluded
   * @param id column that identifies a record; null to find it
   */
  record Wanted(
      String known, Field target, Set<String> reserved, List<String> exclude, @Nullable Field id) {}

  static Profile of(
      JobContext context, SourceTable source, Target target, LeadScoringRequest request)
      throws Exception {
    Field id = request.id() == null ? null : source.field("id column", request.id());
    var reserved = new HashSet<String>();
    if (request.split() != null) {
      reserved.add(source.field("split column", request.split()).name());
    }
    return of(
        context,
        source,
        new Wanted(target.known(), target.field(), reserved, request.exclude(), id));
  }

  static Profile of(JobContext context, SourceTable source, Wanted wanted) throws Exception {
    Field target = wanted.target();
    var reserved = new HashSet<>(wanted.reserved());
    reserved.add(target.name());
    var excluded = new HashSet<String>();
    for (String name : wanted.exclude()) {
      Field field = source.field("column to exclude", name);
      if (field.equals(target)) {
        throw new WorkbenchException(
            "target-excluded",
            "The target column '%s' is among the excluded columns.".formatted(field.name()),
            "Leave it out of the exclusions; the target is never learned from.");
      }
      excluded.add(field.name());
    }
    var uses = new ArrayList<Use>();
    var leftOut = new ArrayList<LeftOut>();
    Field id = wanted.id();
    for (Counts counts : count(context, source.fields(), wanted.known(), reserved)) {
      Field field = counts.field();
      if (id == null && identifies(counts)) {
        id = field;
      }
      String reason =
          excluded.contains(field.name())
              ? "excluded by you"
              : field.equals(id) ? "identifies the record" : reason(counts);
      if (reason == null) {
        uses.add(new Use(field, kind(counts)));
      } else {
        leftOut.add(new LeftOut(field.name(), reason));
      }
    }
    if (uses.isEmpty()) {
      throw new WorkbenchException(
          "no-usable-column",
          "%s has no column to learn from beside the target '%s'."
              .formatted(source.table(), target.name()),
          leftOut.isEmpty()
              ? "Import a table with facts about each record."
              : "Left out: "
                  + String.join(
                      "; ",
                      leftOut.stream()
                          .limit(5)
                          .map(left -> left.column() + " (" + left.reason() + ")")
                          .toList())
                  + ".");
    }
    return new Profile(List.copyOf(uses), List.copyOf(leftOut), id);
  }

  private static List<Counts> count(
      JobContext context, List<Field> fields, String known, Set<String> reserved) throws Exception {
    Predicate<Field> ours = field -> !field.technical() && !reserved.contains(field.name());
    List<Field> wanted = fields.stream().filter(ours).toList();
    var found = new ArrayList<Counts>();
    for (int from = 0; from < wanted.size(); from += BATCH) {
      List<Field> batch = wanted.subList(from, Math.min(wanted.size(), from + BATCH));
      var sql = new StringBuilder("SELECT count(*)");
      batch.forEach(field -> sql.append(", ").append(expressions(field)));
      sql.append(" FROM ").append(SourceTable.SNAPSHOT).append(" WHERE ").append(known);
      Query.each(
          context,
          sql.toString(),
          row -> {
            for (int i = 0; i < batch.size(); i++) {
              found.add(read(row, batch.get(i), 2 + COUNTS * i));
            }
          });
    }
    return found;
  }

  private static String expressions(Field field) {
    String c = field.sql();
    String t = field.text();
    if (INTEGERS.contains(field.type())) {
      return ("count(%1$s), count(DISTINCT %1$s), count(%1$s), 0,"
              + " CAST(max(%1$s) AS DOUBLE) - CAST(min(%1$s) AS DOUBLE),"
              + " abs(corr(CAST(%1$s AS DOUBLE), %2$s)), 0, 0, 0")
          .formatted(c, SourceTable.N);
    }
    if (isText(field)) {
      return ("count(%1$s), count(DISTINCT %1$s), count(TRY_CAST(%1$s AS DOUBLE)),"
              + " count(*) FILTER (%1$s SIMILAR TO '0[0-9]+'), 0, 0,"
              + " count(*) FILTER (regexp_full_match(%1$s, '%2$s')),"
              + " count(*) FILTER (%1$s LIKE '%% %%'), avg(length(%1$s))")
          .formatted(t, Pseudonyms.expression());
    }
    if (isOther(field)) {
      return "count(%1$s), 2, 0, 0, 0, 0, 0, 0, 0".formatted(c);
    }
    return "count(%1$s), count(DISTINCT %1$s), count(%1$s), 0, 0, 0, 0, 0, 0".formatted(c);
  }

  private static Counts read(ResultSet row, Field field, int at) throws SQLException {
    return new Counts(
        field,
        row.getLong(1),
        row.getLong(at),
        row.getLong(at + 1),
        row.getLong(at + 2),
        row.getLong(at + 3),
        row.getDouble(at + 4),
        row.getDouble(at + 5),
        row.getLong(at + 6),
        row.getLong(at + 7),
        row.getDouble(at + 8));
  }

  private static boolean isText(Field field) {
    return field.type().equals("VARCHAR")
        || field.type().equals("UUID")
        || field.type().startsWith("ENUM");
  }

  static boolean isDate(Field field) {
    return field.type().equals("DATE") || field.type().startsWith("TIMESTAMP");
  }

  static boolean isNumber(Field field) {
    return INTEGERS.contains(field.type())
        || field.type().equals("DOUBLE")
        || field.type().equals("FLOAT")
        || field.type().startsWith("DECIMAL");
  }

  private static boolean isOther(Field field) {
    return !isText(field) && !isDate(field) && !isNumber(field) && !field.type().equals("BOOLEAN");
  }

  private static boolean unique(Counts counts) {
    return counts.present() == counts.rows() && counts.distinct() == counts.rows();
  }

  /** Unique, and named like an identifier. */
  private static boolean identifies(Counts counts) {
    if (!unique(counts) || !(isText(counts.field()) || INTEGERS.contains(counts.field().type()))) {
      return false;
    }
    String words =
        counts
            .field()
            .name()
            .replaceAll("([a-zäöüß])(ID|Id|Nr|No|Key|[A-Z][a-zäöüß])", "$1 $2")
            .toLowerCase(Locale.ROOT);
    for (String word : words.split("[^a-z0-9äöüß]+")) {
      if (ID_WORDS.contains(word) || word.endsWith("nummer")) {
        return true;
      }
    }
    return false;
  }

  /** Why a column is not learned from; null when it is. */
  private static @Nullable String reason(Counts counts) {
    Field field = counts.field();
    if (counts.present() == 0) {
      return "empty in every row with an outcome";
    }
    if (isOther(field)) {
      return "type " + field.type() + " is not learned from";
    }
    if (counts.distinct() == 1 && counts.present() == counts.rows()) {
      return "has the same value in every row";
    }
    if (INTEGERS.contains(field.type())) {
      boolean counter =
          unique(counts) && (counts.span() < 20.0 * counts.rows() || counts.order() > 0.9999);
      return counter ? "a different number in every row, like an identifier" : null;
    }
    if (kind(counts) == Kind.PRESENCE && !counts.hasBoth()) {
      return counts.ofPeople()
          ? "holds pseudonyms, each of which stands for somebody"
          : String.format(
              Locale.ROOT,
              "%,d different values in %,d rows, like an identifier or free text",
              counts.distinct(),
              counts.present());
    }
    return null;
  }

  private static Kind kind(Counts counts) {
    Field field = counts.field();
    if (isText(field)) {
      boolean number =
          counts.numbers() == counts.present()
              && counts.padded() == 0
              && counts.distinct() > FEW_LEVELS;
      if (number) {
        return Kind.NUMBER_IN_TEXT;
      }
      if (counts.ofPeople()) {
        return Kind.PRESENCE;
      }
      if (!counts.manyLevels()) {
        return Kind.TEXT;
      }
      boolean free = 2 * counts.spaced() >= counts.present() && counts.length() >= FREE_LENGTH;
      return free ? Kind.FREE_TEXT : Kind.PRESENCE;
    }
    return isDate(field) ? Kind.DATE : isNumber(field) ? Kind.NUMBER : Kind.BOOLEAN;
  }
}
