package io.liftwerk.warehouse.staging;

import io.liftwerk.ingest.ColumnDecision;
import io.liftwerk.ingest.ExportFindings;
import io.liftwerk.ingest.Period;
import io.liftwerk.ingest.Recipes;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.ingest.recipe.Role;
import io.liftwerk.workspace.Sql;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table of bronze seen through its recipe: its columns by key and by role. */
final class Source {
  private final SourceTable table;
  private final Map<String, Field> fields;
  private final Map<String, String> keys;

  Source(SourceTable table, Recipes recipes) {
    this.table = table;
    this.fields =
        table.columns().stream()
            .collect(
                Collectors.toMap(
                    ColumnDecision::name, Field::new, (one, other) -> one, LinkedHashMap::new));
    this.keys = recipes.columns(table.findings().kind(), List.copyOf(fields.keySet()));
  }

  String name() {
    return table.name();
  }

  String kind() {
    return table.findings().kind();
  }

  boolean generic() {
    return kind().equals(ExportFindings.GENERIC);
  }

  String platform() {
    return table.findings().platform();
  }

  ExportFindings findings() {
    return table.findings();
  }

  @Nullable Period period() {
    return table.findings().period();
  }

  /** The file's name and the table's, in which a report may say what it is. */
  boolean named(String word) {
    return (table.file() + " " + table.name()).toLowerCase(Locale.ROOT).contains(word);
  }

  /** Keys of the recipe that this table has. */
  Set<String> keys() {
    return keys.keySet();
  }

  /** Names of its columns, in small letters. */
  Stream<String> columnNames() {
    return fields.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT));
  }

  boolean has(String... anyOf) {
    return Arrays.stream(anyOf).anyMatch(key -> keys.containsKey(key));
  }

  boolean has(Role role) {
    return all(role).findAny().isPresent();
  }

  /** The first of the recipe's columns {@code anyOf} that the table has. */
  Optional<Field> find(String... anyOf) {
    return Arrays.stream(anyOf)
        .map(keys::get)
        .map(this::field)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The first column that has {@code role}, in the recipe's order. */
  Optional<Field> find(Role role) {
    return all(role).findFirst();
  }

  /** Every column that has {@code role}, in the recipe's order. */
  Stream<Field> all(Role role) {
    return table.findings().roles().entrySet().stream()
        .filter(entry -> entry.getValue() == role)
        .map(Map.Entry::getKey)
        .map(this::field)
        .flatMap(Optional::stream);
  }

  /** The first column whose whole name fits, without regard to case. */
  Optional<Field> called(Pattern name) {
    return fields.values().stream()
        .filter(field -> name.matcher(field.column().name().strip()).matches())
        .findFirst();
  }

  /** SQL of the first of {@code anyOf}, null where the table has none of them. */
  @Nullable String sql(Function<Field, String> as, String... anyOf) {
    return find(anyOf).map(as).orElse(null);
  }

  /** SQL of the first column that has {@code role}, null where none has. */
  @Nullable String sql(Function<Field, String> as, Role role) {
    return find(role).map(as).orElse(null);
  }

  /**
   * The currency of the money in {@code money}, row by row where a column tells it, else the one
   * that the column's or the file's figures are in; null where that is not known.
   */
  @Nullable String currency(Optional<Field> money) {
    Optional<Field> column = find(Role.CURRENCY);
    if (column.isPresent()) {
      return "nullif(upper(trim(" + column.get().text() + ")), '')";
    }
    String code = money.map(field -> field.column().currency()).orElse(null);
    if (code == null) {
      code = table.findings().currency();
    }
    return code == null ? null : Sql.literal(code);
  }

  private Optional<Field> field(@Nullable String name) {
    return name == null ? Optional.empty() : Optional.ofNullable(fields.get(name));
  }
}
