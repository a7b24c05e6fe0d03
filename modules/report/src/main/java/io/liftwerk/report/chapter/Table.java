package io.liftwerk.report.chapter;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Rows of a result, written out.
 *
 * @param title what they are
 * @param about what to know to read them; may be empty
 * @param columns their heads
 * @param rows a text a column
 * @param marked the row that stands out, such as the chosen model; -1 for none
 * @param note below the rows, such as how many there are in all; may be empty
 */
public record Table(
    String title,
    String about,
    List<Column> columns,
    List<List<String>> rows,
    int marked,
    String note) {

  /**
   * @param number whether its texts are numbers, which stand on the right
   */
  public record Column(String name, boolean number) {}

  /** A column and how the text of a line comes about. */
  record Cell<T>(Column column, Function<T, String> text) {}

  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  static <T> Cell<T> words(String name, Function<T, String> text) {
    return new Cell<>(new Column(name, false), text);
  }

  static <T> Cell<T> number(String name, Function<T, String> text) {
    return new Cell<>(new Column(name, true), text);
  }

  static <T> Table of(String title, String about, List<T> lines, List<Cell<T>> cells) {
    return new Table(
        title,
        about,
        cells.stream().map(Cell::column).toList(),
        lines.stream()
            .map(line -> cells.stream().map(cell -> cell.text().apply(line)).toList())
            .toList(),
        -1,
        "");
  }

  /** The same with the first line that is {@code chosen} marked. */
  <T> Table marking(List<T> lines, Predicate<T> chosen) {
    for (int i = 0; i < lines.size(); i++) {
      if (chosen.test(lines.get(i))) {
        return new Table(title, about, columns, rows, i, note);
      }
    }
    return this;
  }

  Table noting(String words) {
    return new Table(title, about, columns, rows, marked, words);
  }
}
