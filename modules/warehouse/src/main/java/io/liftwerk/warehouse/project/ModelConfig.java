package io.liftwerk.warehouse.project;

import io.liftwerk.warehouse.model.ModelFile;
import io.liftwerk.workspace.Names;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model asks for.
 *
 * @param materialization how its rows are kept; dbt's {@code ephemeral} is a view here
 * @param relation the table or view it becomes
 * @param uniqueKey of an incremental model: rows of the same key are replaced; empty when rows are
 *     only added
 * @param enabled whether it is built at all
 */
public record ModelConfig(
    Materialization materialization, TableRef relation, List<String> uniqueKey, boolean enabled) {

  /** The schemas that models may fill. */
  public static final List<String> SCHEMAS = List.of("staging", "silver", "gold");

  private static final List<String> STRATEGIES = List.of("append", "delete+insert", "merge");

  public ModelConfig {
    uniqueKey = List.copyOf(uniqueKey);
  }

  /**
   * @param values what {@code config()} and {@code schema.yml} say
   * @throws WorkbenchException code {@code model-config}
   */
  static ModelConfig of(ModelFile file, Map<String, Object> values) {
    String strategy = text(values, "incremental_strategy");
    if (strategy != null && !STRATEGIES.contains(strategy)) {
      throw wrong(file, "incremental_strategy", strategy, STRATEGIES);
    }
    List<String> key = names(values.get("unique_key"));
    return new ModelConfig(
        materialization(file, text(values, "materialized")),
        new TableRef(schema(file, text(values, "schema")), alias(file, text(values, "alias"))),
        "append".equals(strategy) ? List.of() : key,
        !String.valueOf(values.getOrDefault("enabled", true)).equalsIgnoreCase("false"));
  }

  private static Materialization materialization(ModelFile file, @Nullable String name) {
    return switch (name == null ? "view" : name) {
      case "view", "ephemeral" -> Materialization.VIEW;
      case "table" -> Materialization.TABLE;
      case "incremental" -> Materialization.INCREMENTAL;
      default ->
          throw wrong(
              file,
              "materialized",
              String.valueOf(name),
              List.of("view", "table", "incremental", "ephemeral"));
    };
  }

  private static String schema(ModelFile file, @Nullable String given) {
    if (given == null) {
      String folder = file.path().replaceFirst("^models/", "");
      int slash = folder.indexOf('/');
      given = slash < 0 ? "" : folder.substring(0, slash);
      if (!SCHEMAS.contains(given)) {
        throw Broken.at(
            "model-config",
            file.path(),
            0,
            "The folder does not say which schema this model belongs to.",
            "Move it to models/silver or models/gold, or write config(schema='gold').");
      }
    }
    if (!SCHEMAS.contains(given.toLowerCase(Locale.ROOT))) {
      throw wrong(file, "schema", given, SCHEMAS);
    }
    return given.toLowerCase(Locale.ROOT);
  }

  private static String alias(ModelFile file, @Nullable String given) {
    return given == null || given.isBlank() ? file.name() : given;
  }

  private static @Nullable String text(Map<String, Object> values, String name) {
    Object value = values.get(name);
    return value == null || value == Absent.NONE ? null : String.valueOf(value);
  }

  private static List<String> names(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    return value == null || value == Absent.NONE ? List.of() : List.of(String.valueOf(value));
  }

  private static WorkbenchException wrong(
      ModelFile file, String field, String value, List<String> possible) {
    return Broken.at(
        "model-config",
        file.path(),
        0,
        "The value '"
            + value
            + "' of "
            + field
            + " is not known."
            + Names.suggestion(value, possible),
        "Possible are: " + String.join(", ", possible) + ".");
  }
}
