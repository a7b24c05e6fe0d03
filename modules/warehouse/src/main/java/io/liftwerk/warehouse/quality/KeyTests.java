package io.liftwerk.warehouse.quality;

import io.liftwerk.warehouse.quality.Check.OfRows;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.TableRef;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tests that a row passes or fails by what stands in other rows, or in another table. */
final class KeyTests {
  private KeyTests() {}

  static void register(Map<String, Maker> makers) {
    makers.put("unique", KeyTests::unique);
    makers.put("expect_column_values_to_be_unique", KeyTests::unique);
    makers.put("unique_combination_of_columns", KeyTests::compound);
    makers.put("expect_compound_columns_to_be_unique", KeyTests::compound);
    makers.put("expect_select_column_values_to_be_unique_within_record", KeyTests::withinRecord);
    makers.put("relationships", KeyTests::relationships);
    makers.put("relationships_where", KeyTests::relationships);
  }

  private static String list(List<String> names) {
    return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
  }

  private static Check unique(Target target, @Nullable String column, Arguments arguments) {
    String sql = target.column(column);
    String there = sql + " IS NOT NULL";
    String repeated =
        "SELECT %s FROM %s WHERE %s GROUP BY %s HAVING count(*) > 1"
            .formatted(sql, target.rows(), there, sql);
    return new OfRows(
        "no value of '" + column + "' occurs twice",
        there,
        sql + " IN (" + repeated + ")",
        arguments.mostly());
  }

  private static Check compound(Target target, @Nullable String column, Arguments arguments) {
    List<String> names = arguments.names("column_list", "combination_of_columns");
    List<String> columns = names.stream().map(target::column).toList();
    String key = String.join(", ", columns);
    String judged = RowTests.judged(arguments, columns);
    String repeated =
        "SELECT row(%s) FROM %s WHERE %s GROUP BY %s HAVING count(*) > 1"
            .formatted(key, target.rows(), judged, key);
    return new OfRows(
        "no combination of " + list(names) + " occurs twice",
        judged,
        "row(" + key + ") IN (" + repeated + ")",
        arguments.mostly());
  }

  private static Check withinRecord(Target target, @Nullable String column, Arguments arguments) {
    List<String> names = arguments.names("column_list");
    List<String> columns = names.stream().map(target::column).toList();
    String all = String.join(", ", columns);
    return new OfRows(
        "no two of " + list(names) + " hold the same value in a row",
        RowTests.judged(arguments, columns),
        "len(list_distinct([%s])) < len(list_filter([%s], x -> x IS NOT NULL))".formatted(all, all),
        arguments.mostly());
  }

  private static Check relationships(Target target, @Nullable String column, Arguments arguments) {
    TableRef parent = target.relations().named(arguments.requiredText("to"));
    String field = arguments.requiredText("field");
    target.where(arguments.text("from_condition"));
    String condition = arguments.text("to_condition");
    String sql = target.column(column);
    // qualified: a field that the other table has not would be taken from this one
    String there = "parent." + Sql.identifier(field);
    String known =
        "SELECT " + there + " FROM " + parent.sql() + " AS parent WHERE " + there + " IS NOT NULL";
    if (condition != null) {
      known += " AND (" + condition + "\n)";
    }
    return new OfRows(
        "every '" + column + "' occurs in '" + field + "' of " + parent,
        sql + " IS NOT NULL",
        sql + " NOT IN (" + known + ")",
        arguments.mostly());
  }
}
