package io.liftwerk.ingest;

import io.liftwerk.workspace.Identifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of one load are freed of identifiers: an expression for each, in which DuckDB
 * calls back for the cells that may hold some. Several threads call.
 */
final class Masking {
  private final String function;
  private final List<String> names;
  private final List<Mask> masks;
  private final Pseudonymiser pseudonymiser;
  private final JsonMask json;
  private final LongAdder[] changed;
  private final boolean people;
  private final MaskedCells known;
  private final Map<Integer, List<@Nullable String>> clean = new HashMap<>();
  private final Set<Integer> numbers = new HashSet<>();

  /**
   * @param function name of the function that calls {@link #cell}
   * @param names of the columns
   * @param masks one for each column, then any others
   * @param known cells that the same job met before
   */
  Masking(
      String function,
      List<String> names,
      List<Mask> masks,
      Pseudonymiser pseudonymiser,
      PersonalNames hints,
      MaskedCells known) {
    this.function = function;
    this.names = List.copyOf(names);
    this.masks = List.copyOf(masks);
    this.pseudonymiser = pseudonymiser;
    this.json = new JsonMask(pseudonymiser, hints);
    this.known = known;
    this.changed = new LongAdder[masks.size()];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = new LongAdder();
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
      case Mask.Line line -> call(at, cell, null);
      case Mask.Whole whole ->
          call(
              at,
              cell,
              whole.country() == null ? null : "coalesce(" + text.apply(whole.country()) + ", '')");
      case Mask.Within within when within.names() && people -> {
        List<String> names = known(Identifier.NAME, text);
        List<String> addresses = known(Identifier.ADDRESS, text);
        // most rows of some tables, such as logs, name nobody
        yield "CASE WHEN "
            + Person.isNamed(names, addresses)
            + " THEN "
            + call(at, cell, Person.sql(names, addresses))
            + " ELSE "
            + searched(at, cell, within.search())
            + " END";
      }
      case Mask.Within within -> searched(at, cell, within.search());
    };
  }

  private String searched(int at, String cell, Mask.Search search) {
    List<@Nullable String> slots = clean.get(at);
    return "CASE "
        + (numbers.contains(at) ? "WHEN " + CleanValues.isNumber(cell) + " THEN " + cell + " " : "")
        + (slots == null ? "" : "WHEN " + CleanValues.holds(slots, cell) + " THEN " + cell + " ")
        + "WHEN "
        + search.mayHold(cell)
        + " THEN "
        + call(at, cell, null)
        + " ELSE "
        + cell
        + " END";
  }

  /** Has DuckDB pass what repeats in the first rows and holds no identifier. */
  void learn(Session session, List<@Nullable String[]> rows) throws Exception {
    var values = new HashMap<Integer, Set<String>>();
    for (int i = 0; i < names.size(); i++) {
      if (masks.get(i) instanceof Mask.Within within) {
        if (within.search() == Mask.Search.CODES && CleanValues.areNumbers(rows, i)) {
          numbers.add(i);
          continue;
        }
        var some = new HashSet<String>();
        for (String value : CleanValues.repeated(rows, i)) {
          if (text(within.search(), value, Person.NOBODY).equals(value)) {
            some.add(value);
          }
        }
        if (!some.isEmpty()) {
          values.put(i, some);
        }
      }
    }
    clean.putAll(CleanValues.slots(session, values));
  }

  private List<String> known(Identifier kind, UnaryOperator<String> text) {
    return names.stream().filter(name -> is(mask(name), kind)).map(text).toList();
  }

  /** SQL for {@code text}, which the mask behind those of the columns is for. */
  String line(String text) {
    return call(names.size(), text, null);
  }

  private String call(int at, String cell, @Nullable String more) {
    return function + "(" + at + ", " + cell + (more == null ? "" : ", " + more) + ")";
  }

  /** What is written instead of {@code value}, a cell of the column number {@code at}. */
  MaskedCells.Cell cell(int at, String value, String more) throws SQLException {
    Mask mask = masks.get(at);
    int way = way(mask);
    MaskedCells.Cell found = way < 0 ? null : known.find(way, value, more);
    if (found == null) {
      found = MaskedCells.Cell.of(way, value, more, masked(mask, value, more));
      if (way >= 0) {
        known.keep(found);
      }
    }
    return found;
  }

  private String masked(Mask mask, String value, String more) throws SQLException {
    return switch (mask) {
      case Mask.Keep keep -> value;
      case Mask.Whole whole -> pseudonymiser.whole(whole.kind(), value, Regions.of(more));
      case Mask.Within within -> text(within.search(), value, Person.of(more));
      case Mask.Line line ->
          new LineMask(pseudonymiser, line, line.json() && !replaced().isEmpty()).masked(value);
    };
  }

  /** A number for all masks that make the same of a cell; below zero where others count too. */
  private static int way(Mask mask) {
    return switch (mask) {
      case Mask.Whole whole -> whole.kind().ordinal();
      case Mask.Within within -> Identifier.values().length + within.search().ordinal();
      case Mask.Keep keep -> -1;
      case Mask.Line line -> -1;
    };
  }

  /** Counts cells of the column number {@code at} in which something was replaced. */
  void count(int at, int cells) {
    changed[at].add(cells);
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
