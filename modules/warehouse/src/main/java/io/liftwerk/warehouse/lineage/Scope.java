package io.liftwerk.warehouse.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What names mean at a place in a query, by DuckDB's rules: tables first, then aliases, then the
 * query around it.
 */
final class Scope {

  /** A column of one of the sources. */
  record Hit(Source source, Output column) {}

  /**
   * What a name means.
   *
   * @param hits the columns, several where {@code USING} merges them or a whole row is meant
   * @param whole whether their values are handed on as they are, not a field of them
   * @param alias the expression that it is an alias of, or null
   * @param gap why it cannot be told, or null
   */
  record Meaning(List<Hit> hits, boolean whole, @Nullable JsonNode alias, @Nullable String gap) {}

  /** Columns of one name that a join merges into one. */
  private record Merged(String name, List<Source> sides, boolean either) {}

  private final @Nullable Scope outer;
  private final List<Source> sources = new ArrayList<>();
  private final Set<Source> hidden = new HashSet<>();
  private final List<Merged> merged = new ArrayList<>();
  private final Map<String, JsonNode> aliases = new HashMap<>();

  Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  void add(Source source) {
    sources.add(source);
  }

  List<Source> sources() {
    return List.copyOf(sources);
  }

  /** The sources that a star or a bare name can mean, from the place {@code from} on. */
  List<Source> visible(int from) {
    return sources.subList(from, sources.size()).stream()
        .filter(source -> !hidden.contains(source))
        .toList();
  }

  int size() {
    return sources.size();
  }

  /** From here on only the sources before {@code from} are seen, as after a semi join. */
  void hideFrom(int from) {
    hidden.addAll(sources.subList(from, sources.size()));
  }

  void alias(String name, JsonNode expression) {
    aliases.putIfAbsent(name.toLowerCase(Locale.ROOT), expression);
  }

  /**
   * The columns called {@code name} on both sides become one.
   *
   * @param middle where the sources of the right side begin
   * @param either whether a row may come from the right side alone
   * @return the merged columns
   */
  List<Hit> merge(String name, int from, int middle, boolean either) {
    List<Hit> left = among(sources.subList(from, middle), name).stream().limit(1).toList();
    List<Hit> right = among(sources.subList(middle, sources.size()), name);
    var sides = new ArrayList<Source>();
    left.forEach(hit -> sides.add(hit.source()));
    right.stream().limit(1).forEach(hit -> sides.add(hit.source()));
    merged.add(new Merged(name.toLowerCase(Locale.ROOT), sides, either));
    var hits = new ArrayList<Hit>(left);
    right.stream().limit(1).forEach(hits::add);
    return hits;
  }

  /** The names that both sides have, for a natural join; null when that cannot be told. */
  @Nullable Set<String> common(int from, int middle) {
    var names = new LinkedHashSet<String>();
    List<Source> all = sources.subList(from, sources.size());
    if (all.stream().anyMatch(source -> source.gap() != null)) {
      return null;
    }
    for (Source source : sources.subList(from, middle)) {
      for (Output column : source.columns()) {
        if (sources.subList(middle, sources.size()).stream()
            .anyMatch(right -> right.known(column.name()).isPresent())) {
          names.add(column.name());
        }
      }
    }
    return names;
  }

  /** The sides of the merged column {@code name} beyond the first, which a star leaves out. */
  boolean isLeftOut(Source source, String name) {
    return merged.stream()
        .anyMatch(
            one ->
                one.name().equals(name.toLowerCase(Locale.ROOT))
                    && one.sides().indexOf(source) > 0);
  }

  /** Whether the columns called {@code name} were merged by a join. */
  boolean isMerged(String name) {
    return merged.stream().anyMatch(one -> one.name().equals(name.toLowerCase(Locale.ROOT)));
  }

  /** What the name means; aliases of the select list count when {@code withAliases}. */
  Meaning resolve(List<String> names, boolean withAliases) {
    Meaning here = inTables(names);
    if (here != null) {
      return here;
    }
    List<Source> open = visible(0).stream().filter(source -> source.gap() != null).toList();
    JsonNode alias = aliases.get(names.getFirst().toLowerCase(Locale.ROOT));
    if (withAliases && alias != null && !mentions(alias, names.getFirst())) {
      // a column that is not known of may be called like the alias, and would come first
      return open.isEmpty()
          ? new Meaning(List.of(), names.size() == 1, alias, null)
          : unknown(names);
    }
    Meaning around = outer == null ? null : outer.resolve(names, true);
    boolean foundAround = around != null && around.gap() == null;
    if (open.size() == 1 && !foundAround) {
      Source source = open.getFirst();
      Output column = source.column(names.getFirst()).orElseThrow();
      return new Meaning(List.of(new Hit(source, column)), names.size() == 1, null, null);
    }
    if (open.isEmpty() && around != null) {
      return around;
    }
    return unknown(names);
  }

  private static Meaning unknown(List<String> names) {
    return new Meaning(
        List.of(),
        false,
        null,
        "It cannot be told which table the column " + String.join(".", names) + " belongs to.");
  }

  private static boolean mentions(JsonNode expression, String name) {
    return expression.findValues("column_names").stream()
        .anyMatch(path -> path.path(0).asText().equalsIgnoreCase(name));
  }

  private @Nullable Meaning inTables(List<String> names) {
    int count = names.size();
    if (count >= 3) {
      for (Source source : sources) {
        if (source.isIn(names.get(0)) && source.isCalled(names.get(1))) {
          return one(source, names.get(2), count == 3);
        }
      }
    }
    if (count >= 2) {
      for (Source source : sources) {
        if (source.isCalled(names.get(0)) && source.column(names.get(1)).isPresent()) {
          return one(source, names.get(1), count == 2);
        }
      }
    }
    List<Hit> hits = mergedOrFirst(names.getFirst());
    if (!hits.isEmpty()) {
      return new Meaning(hits, count == 1 && hits.size() == 1, null, null);
    }
    if (count == 1) {
      for (Source source : visible(0)) {
        if (source.isCalled(names.getFirst())) {
          return new Meaning(
              source.columns().stream().map(column -> new Hit(source, column)).toList(),
              false,
              null,
              source.gap());
        }
      }
    }
    return null;
  }

  private static @Nullable Meaning one(Source source, String name, boolean whole) {
    return source
        .column(name)
        .map(column -> new Meaning(List.of(new Hit(source, column)), whole, null, null))
        .orElse(null);
  }

  private List<Hit> mergedOrFirst(String name) {
    List<Hit> hits = among(visible(0), name);
    if (hits.size() < 2) {
      return hits;
    }
    Optional<Merged> together =
        merged.stream()
            .filter(one -> one.either() && one.name().equals(name.toLowerCase(Locale.ROOT)))
            .findFirst();
    return together.isPresent() ? hits : List.of(hits.getFirst());
  }

  private static List<Hit> among(List<Source> sources, String name) {
    var hits = new ArrayList<Hit>();
    for (Source source : sources) {
      source.known(name).ifPresent(column -> hits.add(new Hit(source, column)));
    }
    return hits;
  }
}
