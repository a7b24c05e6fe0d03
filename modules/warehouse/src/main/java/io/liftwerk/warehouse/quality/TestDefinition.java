package io.liftwerk.warehouse.quality;

import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A test of a table or column.
 *
 * @param id tells it from every other and stays the same when its arguments change: {@code
 *     kpi_daily.roas.not_null}, with {@code .2} behind for the second of its name
 * @param model name of the model
 * @param table where the model lies
 * @param column the column it is about, null when it is about the whole table
 * @param name the test's name without the package it comes from
 * @param arguments as stated
 * @param config severity, conditions, limits
 * @param refusal why the statement cannot be read; null when it can
 */
public record TestDefinition(
    String id,
    String model,
    TableRef table,
    @Nullable String column,
    String name,
    Map<String, Object> arguments,
    Config config,
    @Nullable WorkbenchException refusal) {

  /**
   * How a test is judged.
   *
   * @param warns severity {@code warn}: what would fail only warns
   * @param where only rows of which this is true are looked at; null for all
   * @param limit at most so many failing rows are kept, if the test says so; null for all
   * @param warnIf number of failing rows from which it warns, as a comparison such as {@code >10}
   * @param errorIf the same for failing
   */
  public record Config(
      boolean warns,
      @Nullable String where,
      @Nullable Long limit,
      @Nullable Comparison warnIf,
      @Nullable Comparison errorIf) {
    static final Config DEFAULT = new Config(false, null, null, null, null);
  }

  /** {@code error} or {@code warn}. */
  public String severity() {
    return config.warns() ? "warn" : "error";
  }

  /** The table in the schema {@code failures} that holds the rows which failed it. */
  public TableRef failures() {
    return new TableRef("failures", id.replace(".", "__"));
  }
}
