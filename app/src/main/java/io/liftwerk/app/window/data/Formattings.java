package io.liftwerk.app.window.data;

import io.liftwerk.ingest.ColumnType;
import java.util.ArrayList;
import java.util.List;

/** The ways of writing a value that a user may choose from. */
final class Formattings {
  private static final List<String> DECIMALS =
      List.of("1,234.56", "1.234,56", "1 234,56", "1'234.56");
  private static final List<String> INTEGERS = List.of("1,234", "1.234", "1 234", "1'234");
  private static final List<String> DATES =
      List.of("yyyy-MM-dd", "dd.MM.yyyy", "dd/MM/yyyy", "MM/dd/yyyy");
  private static final List<String> TIMESTAMPS =
      List.of("yyyy-MM-dd HH:mm:ss", "dd.MM.yyyy HH:mm:ss", "dd.MM.yyyy HH:mm");

  private Formattings() {}

  /** The choices for {@code type}; {@code present} is always among them. */
  static List<String> of(ColumnType type, String present) {
    List<String> usual =
        switch (type) {
          case DECIMAL -> DECIMALS;
          case INTEGER -> INTEGERS;
          case DATE -> DATES;
          case TIMESTAMP -> TIMESTAMPS;
          case TEXT, BOOLEAN -> List.of();
        };
    if (usual.isEmpty() || usual.contains(present)) {
      return usual;
    }
    var all = new ArrayList<String>();
    all.add(present);
    all.addAll(usual);
    return all;
  }

  /** The format to start from when a column becomes a {@code type}. */
  static String usual(ColumnType type, String before) {
    List<String> choices = of(type, "");
    if (type == ColumnType.TEXT || type == ColumnType.BOOLEAN) {
      return "";
    }
    return choices.contains(before) ? before : choices.get(1);
  }
}
