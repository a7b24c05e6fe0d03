package io.liftwerk.ingest;

import io.liftwerk.ingest.recipe.Role;
import io.liftwerk.workspace.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which columns identify people: by what the recipe says of them, by what they are
 * called, by their first values. Every other column of text is searched.
 */
final class PersonalColumns {
  /** Columns of logs that tell which of the owner's computers answered. */
  private static final Pattern ANSWERING = Pattern.compile("(?i)^(server|target|upstream)_");

  /** So many values tell what a column holds. */
  private static final int CLASSIFIED = 300;

  private final Pseudonymiser pseudonymiser;
  private final PersonalNames hints;

  PersonalColumns(Pseudonymiser pseudonymiser, PersonalNames hints) {
    this.pseudonymiser = pseudonymiser;
    this.hints = hints;
  }

  /**
   * A table about to be loaded.
   *
   * @param names its columns
   * @param roles what they mean, as far as it is known
   * @param notText columns that are known to hold numbers or moments
   * @param published whether it was published, as articles are
   * @param rows its first rows
   */
  record Table(
      List<String> names,
      Map<String, Role> roles,
      Set<String> notText,
      boolean published,
      List<@Nullable String[]> rows) {}

  /** One mask for each column. */
  List<Mask> masks(Table table) {
    List<String> names = table.names();
    String country =
        names.stream()
            .filter(name -> table.roles().get(name) == Role.COUNTRY)
            .findFirst()
            .orElse(null);
    var masks = new ArrayList<@Nullable Mask>();
    for (int i = 0; i < names.size(); i++) {
      masks.add(whole(table, i, country));
    }
    List<Integer> people = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (masks.get(i) instanceof Mask.Whole whole
          && (whole.kind() == Identifier.NAME || whole.kind() == Identifier.ADDRESS)) {
        people.add(i);
      }
    }
    var all = new ArrayList<Mask>();
    for (int i = 0; i < names.size(); i++) {
      Mask mask = masks.get(i);
      all.add(mask == null ? within(table, i, people) : mask);
    }
    return all;
  }

  private @Nullable Mask whole(Table table, int at, @Nullable String country) {
    String name = table.names().get(at);
    Role role = table.roles().get(name);
    Identifier kind = PersonalNames.kind(role);
    if (kind != null) {
      return whole(kind, country, Mask.Because.RECIPE);
    }
    if (table.published()) {
      return null;
    }
    Identifier called = role == null ? hints.kind(name) : null;
    if (called != null) {
      return whole(called, country, Mask.Because.HEADER);
    }
    if (table.notText().contains(name)) {
      return new Mask.Keep();
    }
    if (role == null && ANSWERING.matcher(name).find()) {
      return new Mask.Within(Mask.Search.CODES, false);
    }
    Identifier seen = role == null || role == Role.TEXT ? ofValues(table, at, role) : null;
    return seen == null ? null : whole(seen, country, Mask.Because.VALUES);
  }

  private static Mask whole(Identifier kind, @Nullable String country, Mask.Because because) {
    return new Mask.Whole(kind, kind == Identifier.PHONE ? country : null, because);
  }

  private @Nullable Identifier ofValues(Table table, int at, @Nullable Role role) {
    var values = new ArrayList<String>();
    for (@Nullable String[] row : table.rows()) {
      String value = row[at];
      if (value != null && !Missing.is(value)) {
        values.add(value);
      }
      if (values.size() == CLASSIFIED) {
        break;
      }
    }
    Identifier kind = pseudonymiser.holds(table.names().get(at), values);
    // of text that a recipe knows as such no column of names is made
    return kind == Identifier.NAME && role != null ? null : kind;
  }

  private Mask within(Table table, int at, List<Integer> people) {
    String name = table.names().get(at);
    Role role = table.roles().get(name);
    if (table.published()) {
      return new Mask.Within(Mask.Search.PUBLISHED, false);
    }
    Mask.Search search = search(role);
    boolean names =
        search != Mask.Search.CODES && !people.isEmpty() && mayName(table, at, role, people);
    return new Mask.Within(search, names);
  }

  private static Mask.Search search(@Nullable Role role) {
    return switch (role) {
      case null -> Mask.Search.ALL;
      case TEXT, SESSION, CONSENT -> Mask.Search.ALL;
      case DAY,
          MOMENT,
          PERIOD_START,
          PERIOD_END,
          CONSENT_TIME,
          ID,
          ORDER_ID,
          PERSON_ID,
          PRODUCT,
          PRICE,
          CURRENCY,
          RATE,
          POSITION ->
          Mask.Search.CODES;
      default -> role.additive() ? Mask.Search.CODES : Mask.Search.WORDS;
    };
  }

  /**
   * Whether names of the row may stand in a column: it is free text, or some do, or its values are
   * words of many kinds.
   */
  private boolean mayName(Table table, int at, @Nullable Role role, List<Integer> people) {
    if (role == Role.TEXT) {
      return true;
    }
    Set<String> values = new HashSet<>();
    int filled = 0;
    boolean words = false;
    for (@Nullable String[] row : table.rows()) {
      String value = row[at];
      if (value == null) {
        continue;
      }
      filled++;
      if (values.add(value)) {
        words |= value.strip().indexOf(' ') > 0;
        if (pseudonymiser.names(value, names(row, people))) {
          return true;
        }
      }
    }
    return words && values.size() > 0.3 * filled;
  }

  private static List<String> names(@Nullable String[] row, List<Integer> people) {
    var names = new ArrayList<String>();
    for (int person : people) {
      String name = row[person];
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }
}
