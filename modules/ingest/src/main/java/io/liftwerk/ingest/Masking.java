package io.liftwerk.ingest;

import io.liftwerk.workspace.Identifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of one load are freed of identifiers: an expression for each, in which DuckDB
 * calls back for the cells that may hold some. Several threads call.
 */
final class Masking {
  private static final int KEPT = 1 << 14;

  /** A cell and what became of it; a pair is never changed, so a race costs nothing but time. */
  private record Known(String value, String beside, String masked) {}

  private final String function;
  private final List<String> names;
  private final List<Mask> masks;
  private final Pseudonymiser pseudonymiser;
  private final JsonMask json;
  private final Regions regions = new Regions();
  private final LongAdder[] changed;
  private final @Nullable Known[][] known;
  private final boolean people;

  /**
   * @param function name of the function that calls {@link #cell}
   * @param names of the columns
   * @param masks one for each column, then any others
   */
  Masking(
      String function,
      List<String> names,
      List<Mask> masks,
      Pseudonymiser pseudonymiser,
      PersonalNames hints) {
    this.function = function;
    this.names = List.copyOf(names);
    this.masks = List.copyOf(masks);
    this.pseudonymiser = pseudonymiser;
    this.json = new JsonMask(pseudonymiser, hints);
    this.changed = new LongAdder[masks.size()];
    this.known = new Known[masks.size()][];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = new LongAdder();
      known[i] = masks.get(i) instanceof Mask.Whole ? new Known[KEPT] : new Known[0];
    }
    this.people =
        this.masks.stream()
            .anyMatch(mask -> is(mask, Identifier.NAME) || is(mask, Identifier.ADDRESS));
  }

  private static boolean is(Mask mask, Identifier kind) {
    return mask instanceof Mask.Whole whole && whole.kind() == kind;
  }

  Mask mask(String column) {
    int at = names.indexOf(column);
    return at < 0 ? new Mask.Keep() : masks.get(at);
  }

  /** Whether every cell of {@code column} becomes a pseudonym, which is text. */
  boolean isWhole(String column) {
    return mask(column) instanceof Mask.Whole;
  }

  /** Whether nothing is looked at. */
  boolean isIdle() {
    return masks.stream().limit(names.size()).allMatch(mask -> mask instanceof Mask.Keep);
  }

  /** Forgets what was counted: the rows are loaded again. */
  void begin() {
    for (LongAdder count : changed) {
      count.reset();
    }
  }

  /**
   * SQL for the text of {@code column} without identifiers.
   *
   * @param text gives SQL for the text of a column as the file had it
   */
  String sql(String column, UnaryOperator<String> text) {
    int at = names.indexOf(column);
    String cell = text.apply(column);
    return switch (masks.get(at)) {
      case Mask.Keep keep -> cell;
      case Mask.Line line -> call(at, cell, "''");
      case Mask.Whole whole ->
          call(
              at,
              cell,
              whole.country() == null ? "''" : "coalesce(" + text.apply(whole.country()) + ", '')");
      case Mask.Within within when within.names() && people ->
          call(at, cell, Person.sql(known(Identifier.NAME, text), known(Identifier.ADDRESS, text)));
      case Mask.Within within ->
          "CASE WHEN "
              + within.search().mayHold(cell)
              + " THEN "
              + call(at, cell, "''")
              + " ELSE "
              + cell
              + " END";
    };
  }

  private List<String> known(Identifier kind, UnaryOperator<String> text) {
    return names.stream().filter(name -> is(mask(name), kind)).map(text).toList();
  }

  /** SQL for {@code text}, which the mask behind those of the columns is for. */
  String line(String text) {
    return call(names.size(), text, "''");
  }

  private String call(int at, String cell, String more) {
    return function + "(" + at + ", " + cell + ", " + more + ")";
  }

  /** What is written instead of {@code value}, a cell of the column number {@code at}. */
  String cell(int at, String value, String more) throws SQLException {
    String masked =
        switch (masks.get(at)) {
          case Mask.Keep keep -> value;
          case Mask.Whole whole -> whole(at, whole, value, more);
          case Mask.Within within -> text(within.search(), value, Person.of(more));
          case Mask.Line line ->
              new LineMask(pseudonymiser, line, line.json() && !replaced().isEmpty()).masked(value);
        };
    if (!masked.equals(value)) {
      changed[at].increment();
    }
    return masked;
  }

  private String whole(int at, Mask.Whole whole, String value, String more) throws SQLException {
    int slot = (value.hashCode() * 31 + more.hashCode()) * 0x9E3779B9 >>> 18;
    Known found = known[at][slot];
    if (found != null && found.value().equals(value) && found.beside().equals(more)) {
      return found.masked();
    }
    String masked = pseudonymiser.whole(whole.kind(), value, regions.of(more));
    known[at][slot] = new Known(value, more, masked);
    return masked;
  }

  private String text(Mask.Search search, String value, Person names) throws SQLException {
    if (search == Mask.Search.ALL && JsonMask.maybe(value)) {
      String masked = json.masked(value, names);
      if (masked != null) {
        return masked;
      }
    }
    return pseudonymiser.within(search, value, names);
  }

  /** A line or a note around the table. */
  String text(String value) throws SQLException {
    return pseudonymiser.within(Mask.Search.ALL, value, Person.NOBODY);
  }

  /** What was replaced. */
  Replaced replaced() {
    var whole = new LinkedHashMap<String, Identifier>();
    var within = new LinkedHashMap<String, Long>();
    for (int i = 0; i < names.size(); i++) {
      long count = changed[i].sum();
      if (masks.get(i) instanceof Mask.Whole column) {
        whole.put(names.get(i), column.kind());
      } else if (count > 0) {
        within.put(names.get(i), count);
      }
    }
    return new Replaced(whole, within);
  }

  /** The decisions, where columns that were replaced are text and say why. */
  List<Decided> told(List<Decided> columns) {
    var told = new ArrayList<Decided>();
    for (Decided column : columns) {
      told.add(
          mask(column.name()) instanceof Mask.Whole whole
              ? new Decided(column.name(), new TextReading(), ReplacedReasons.of(whole))
              : column);
    }
    return told;
  }
}
