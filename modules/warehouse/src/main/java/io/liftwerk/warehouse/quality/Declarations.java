package io.liftwerk.warehouse.quality;

import io.liftwerk.warehouse.quality.TestDefinition.Config;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tests of a {@code schema.yml}. An entry is a name, or a map of one name to its
 * arguments, or a map with {@code test_name}; arguments stand beside {@code config}, or below
 * {@code arguments} as dbt has it since 1.10. What cannot be read becomes a definition that says
 * why, so that the other tests run.
 */
public final class Declarations {
  /** What describes a test and is no argument of it. */
  private static final Set<String> ABOUT =
      Set.of("name", "test_name", "config", "arguments", "description", "alias", "tags", "meta");

  /** What a {@code config} may say, and older files beside the arguments. */
  private static final Set<String> CONFIG =
      Set.of(
          "severity",
          "where",
          "limit",
          "warn_if",
          "error_if",
          "enabled",
          "store_failures",
          "store_failures_as",
          "fail_calc",
          "schema",
          "database");

  private final List<TestDefinition> definitions = new ArrayList<>();
  private final Map<String, Integer> taken = new HashMap<>();

  private Declarations() {}

  /** The tests of all {@code models}, in the order of the files; those switched off left out. */
  public static List<TestDefinition> read(List<ModelTests> models) {
    var reading = new Declarations();
    for (ModelTests model : models) {
      reading.freshness(model);
      model.tests().forEach(entry -> reading.add(model, null, entry));
      model
          .columns()
          .forEach((column, tests) -> tests.forEach(entry -> reading.add(model, column, entry)));
    }
    return List.copyOf(reading.definitions);
  }

  private void freshness(ModelTests model) {
    Map<String, ?> stated = model.freshness();
    if (stated == null || (stated.get("warn_after") == null && stated.get("error_after") == null)) {
      return;
    }
    var arguments = new LinkedHashMap<String, Object>(stated);
    String loadedAt = model.loadedAt();
    arguments.put("loaded_at", loadedAt == null ? "_loaded_at" : loadedAt);
    add(model, null, Map.of("freshness", arguments));
  }

  private void add(ModelTests model, @Nullable String column, @Nullable Object entry) {
    switch (entry) {
      case null -> {}
      case Map<?, ?> map -> add(model, column, Arguments.strings(map));
      default -> add(model, column, bare(entry.toString()), Map.of(), null);
    }
  }

  private void add(ModelTests model, @Nullable String column, Map<String, Object> entry) {
    if (entry.get("test_name") != null) {
      String name = String.valueOf(entry.get("test_name"));
      var body = new LinkedHashMap<>(entry);
      body.remove("test_name");
      add(model, column, bare(name), body, null);
      return;
    }
    if (entry.size() != 1) {
      String keys = String.join(", ", entry.keySet());
      String where = column == null ? model.model() : model.model() + "." + column;
      add(
          model,
          column,
          "test",
          Map.of(),
          Arguments.wrong("A test of " + where + " has several names: " + keys));
      return;
    }
    var only = entry.entrySet().iterator().next();
    switch (only.getValue()) {
      case null -> add(model, column, bare(only.getKey()), Map.of(), null);
      case Map<?, ?> body -> add(model, column, bare(only.getKey()), Arguments.strings(body), null);
      default ->
          add(
              model,
              column,
              bare(only.getKey()),
              Map.of(),
              Arguments.wrong("The arguments of the test " + only.getKey() + " are no map"));
    }
  }

  /** Without the package: {@code dbt_utils.accepted_range} is {@code accepted_range}. */
  private static String bare(String name) {
    return name.substring(name.lastIndexOf('.') + 1).strip();
  }

  private void add(
      ModelTests model,
      @Nullable String ofColumn,
      String name,
      Map<String, Object> body,
      @Nullable WorkbenchException refusal) {
    var arguments = new LinkedHashMap<>(body);
    var config = new LinkedHashMap<String, Object>();
    CONFIG.forEach(key -> move(arguments, config, key));
    if (body.get("config") instanceof Map<?, ?> stated) {
      config.putAll(Arguments.strings(stated));
    }
    ABOUT.forEach(arguments::remove);
    if (body.get("arguments") instanceof Map<?, ?> stated) {
      arguments.putAll(Arguments.strings(stated));
    }
    if ("false".equals(String.valueOf(config.get("enabled")))) {
      return;
    }
    String column = ofColumn == null ? column(arguments) : ofColumn;
    String called = body.get("name") == null ? name : bare(String.valueOf(body.get("name")));
    Config judged = Config.DEFAULT;
    WorkbenchException problem = refusal;
    try {
      judged = config(config);
    } catch (WorkbenchException e) {
      problem = e;
    }
    definitions.add(
        new TestDefinition(
            id(model.model(), column, called),
            model.model(),
            model.table(),
            column,
            name,
            arguments,
            judged,
            problem));
  }

  private static @Nullable String column(Map<String, Object> arguments) {
    Object column = arguments.remove("column_name");
    Object other = arguments.remove("column");
    return column != null ? column.toString() : other == null ? null : other.toString();
  }

  private static void move(Map<String, Object> from, Map<String, Object> to, String key) {
    if (from.containsKey(key)) {
      to.put(key, from.remove(key));
    }
  }

  private String id(String model, @Nullable String column, String name) {
    String id = column == null ? model + "." + name : model + "." + column + "." + name;
    int nth = taken.merge(id, 1, Integer::sum);
    return nth == 1 ? id : id + "." + nth;
  }

  private static Config config(Map<String, Object> stated) {
    var config = new Arguments("config", stated);
    String severity = config.text("severity");
    if (severity != null
        && !severity.equalsIgnoreCase("warn")
        && !severity.equalsIgnoreCase("error")) {
      throw Arguments.wrong("A severity is error or warn, not '" + severity + "'");
    }
    var limit = config.number("limit");
    String warnIf = config.text("warn_if");
    String errorIf = config.text("error_if");
    return new Config(
        "warn".equalsIgnoreCase(severity),
        config.text("where"),
        limit == null ? null : limit.longValue(),
        warnIf == null ? null : new Comparison(warnIf),
        errorIf == null ? null : new Comparison(errorIf));
  }
}
