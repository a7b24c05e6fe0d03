package io.liftwerk.warehouse.quality;

import io.liftwerk.warehouse.quality.Check.Finding;
import io.liftwerk.warehouse.quality.Check.Measure;
import io.liftwerk.warehouse.quality.Check.OfTable;
import io.liftwerk.workspace.TableRef;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tests of a table's size and of its columns. */
final class TableTests {
  private TableTests() {}

  static void register(Map<String, Maker> makers) {
    makers.put("expect_table_row_count_to_be_between", TableTests::rowsBetween);
    makers.put("expect_table_row_count_to_equal", TableTests::rowsEqual);
    makers.put("expect_table_row_count_to_equal_other_table", TableTests::rowsAsIn);
    makers.put("equal_rowcount", TableTests::rowsAsIn);
    makers.put("expect_table_column_count_to_be_between", TableTests::columnsBetween);
    makers.put("expect_table_column_count_to_equal", TableTests::columnsEqual);
    makers.put("expect_table_columns_to_match_set", (t, c, a) -> columns(a, false));
    makers.put("expect_table_columns_to_contain_set", TableTests::columnsContain);
    makers.put("expect_table_columns_to_match_ordered_list", (t, c, a) -> columns(a, true));
    makers.put("expect_column_to_exist", TableTests::exists);
    makers.put("expect_column_values_to_be_of_type", TableTests::type);
    makers.put("expect_column_values_to_be_in_type_list", TableTests::type);
  }

  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String rows(long count) {
    return count == 1 ? "1 row" : number(count) + " rows";
  }

  private static Check rows(Range range) {
    return new OfTable(
        "the number of rows is " + range.words(), target -> rows(target, range), null);
  }

  private static Finding rows(Target target, Range range) throws java.sql.SQLException {
    List<@Nullable Object> row =
        target.row(
            "SELECT n, "
                + range.sql("n")
                + " FROM (SELECT count(*) AS n FROM "
                + target.rows()
                + ")");
    long count = Target.number(row.get(0));
    return Finding.of(Boolean.TRUE.equals(row.get(1)), (double) count, rows(count));
  }

  private static Check rowsBetween(Target target, @Nullable String column, Arguments arguments) {
    return rows(Range.ofNumbers(arguments));
  }

  private static Check rowsEqual(Target target, @Nullable String column, Arguments arguments) {
    return rows(Range.exactly(arguments.requiredNumber("value").toPlainString()));
  }

  private static Check rowsAsIn(Target target, @Nullable String column, Arguments arguments) {
    TableRef other =
        target.relations().named(arguments.requiredText("compare_model", "other_table_name"));
    Measure measure =
        tested -> {
          long own = tested.count();
          long others = Target.number(tested.row("SELECT count(*) FROM " + other.sql()).getFirst());
          return Finding.of(
              own == others, (double) own, rows(own) + ", " + number(others) + " in " + other);
        };
    return new OfTable("there are as many rows as in " + other, measure, null);
  }

  private static Check columnCount(Range range) {
    Measure measure =
        target -> {
          int count = target.columnNames().size();
          boolean within =
              Boolean.TRUE.equals(
                  target.row("SELECT " + range.sql(Integer.toString(count))).getFirst());
          return Finding.of(within, (double) count, count + " columns");
        };
    return new OfTable("the number of columns is " + range.words(), measure, null);
  }

  private static Check columnsBetween(Target target, @Nullable String column, Arguments arguments) {
    return columnCount(Range.ofNumbers(arguments));
  }

  private static Check columnsEqual(Target target, @Nullable String column, Arguments arguments) {
    return columnCount(Range.exactly(arguments.requiredNumber("value").toPlainString()));
  }

  private static List<String> lower(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  private static Check columns(Arguments arguments, boolean ordered) {
    List<String> wanted = arguments.names("column_set", "column_list");
    boolean exact = arguments.flag("exact_match", true);
    String claim =
        ordered
            ? "the columns are, in this order, " + String.join(", ", wanted)
            : "the columns are " + String.join(", ", wanted);
    Measure measure =
        target -> {
          List<String> there = lower(target.columnNames());
          List<String> stated = lower(wanted);
          boolean same =
              ordered
                  ? there.equals(stated)
                  : exact
                      ? new TreeSet<>(there).equals(new TreeSet<>(stated))
                      : there.containsAll(stated);
          return Finding.of(same, null, String.join(", ", target.columnNames()));
        };
    return new OfTable(claim, measure, null);
  }

  private static Check columnsContain(Target target, @Nullable String column, Arguments arguments) {
    List<String> wanted = arguments.names("column_list", "column_set");
    return new OfTable(
        "among the columns are " + String.join(", ", wanted),
        tested ->
            Finding.of(
                lower(tested.columnNames()).containsAll(lower(wanted)),
                null,
                String.join(", ", tested.columnNames())),
        null);
  }

  private static Check exists(Target target, @Nullable String column, Arguments arguments) {
    if (column == null) {
      throw Arguments.wrong("The test " + arguments.test() + " needs the argument 'column'");
    }
    var index = arguments.number("column_index");
    Measure measure =
        tested -> {
          int place = lower(tested.columnNames()).indexOf(column.toLowerCase(Locale.ROOT));
          boolean right = place >= 0 && (index == null || place == index.intValue());
          return Finding.of(right, null, String.join(", ", tested.columnNames()));
        };
    return new OfTable(
        index == null
            ? "there is a column '" + column + "'"
            : "there is a column '" + column + "' at place " + index + ", counted from 0",
        measure,
        null);
  }

  /** Types as DuckDB names them; what stands in brackets counts only where it is stated. */
  private static Check type(Target target, @Nullable String column, Arguments arguments) {
    Object stated = arguments.required("column_type", "type_", "column_type_list", "type_list");
    List<String> wanted =
        stated instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : List.of(stated.toString());
    String actual = target.type(column);
    String bare = actual.replaceFirst("\\(.*", "");
    boolean right =
        wanted.stream()
            .map(type -> type.toUpperCase(Locale.ROOT).replace(" ", ""))
            .anyMatch(type -> type.equals(actual) || type.equals(bare));
    return new OfTable(
        "the type of '" + column + "' is " + String.join(", ", wanted),
        tested -> Finding.of(right, null, actual),
        null);
  }
}
