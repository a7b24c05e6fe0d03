package io.liftwerk.warehouse.feature;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a table tells about an entity over time.
 *
 * @param name short name of the definition
 * @param table the table or view with the rows, qualified
 * @param entity columns that name the entity, {@code customer_id}; the rows that features are made
 *     for have them too
 * @param eventTime column with the moment, or day, at which it happened
 * @param createdTime column with the moment at which it became known; null when that is at once. A
 *     row without a value there is never known
 * @param eventKey columns that tell events apart, so that a row that became known later corrects
 *     the earlier one of its key; empty when no row corrects another. The latest value needs none:
 *     there rows of one moment correct each other
 * @param ttl how old the latest value may be, {@code 30 days}; null for any age
 * @param strict whether only what happened before the moment counts, not what happened at it
 * @param columns features that are the latest value: feature to column
 * @param aggregations features worked out from the rows of a window: feature to what
 */
public record FeatureView(
    String name,
    String table,
    List<String> entity,
    @JsonProperty("event_time") String eventTime,
    @JsonProperty("created_time") @Nullable String createdTime,
    @JsonProperty("event_key") List<String> eventKey,
    @Nullable String ttl,
    boolean strict,
    Map<String, String> columns,
    Map<String, Aggregation> aggregations) {

  private static final Pattern SPAN =
      Pattern.compile("[1-9][0-9]{0,5}\\s(?:minute|hour|day|week|month|year)s?");

  /** What rows of a window can be worked into. */
  public enum Function {
    COUNT,
    SUM,
    AVG,
    MIN,
    MAX,
    COUNT_DISTINCT
  }

  /**
   * A figure of the rows that happened in the window before the moment.
   *
   * @param function what it is
   * @param column of what; null with {@code count} for the rows themselves
   * @param window how far back, {@code 30 days}; null for everything before
   */
  public record Aggregation(Function function, @Nullable String column, @Nullable String window) {}

  /**
   * @throws WorkbenchException code {@code feature-definition} when something is missing or not to
   *     be understood
   */
  @SuppressWarnings("NullAway") // what a file leaves out arrives as null
  public FeatureView {
    name = name == null ? "" : name;
    entity = entity == null ? List.of() : List.copyOf(entity);
    eventKey = eventKey == null ? List.of() : List.copyOf(eventKey);
    columns = columns == null ? Map.of() : new TreeMap<>(columns);
    aggregations = aggregations == null ? Map.of() : new TreeMap<>(aggregations);
    if (name.isBlank() || table == null || entity.isEmpty() || eventTime == null) {
      throw wrong(name, "name, table, entity and event_time are needed");
    }
    if (columns.isEmpty() && aggregations.isEmpty()) {
      throw wrong(name, "it has neither columns nor aggregations");
    }
    Set<String> names = new HashSet<>(entity);
    for (String feature : features(columns, aggregations)) {
      if (!names.add(feature)) {
        throw wrong(name, "the name '" + feature + "' stands for two things");
      }
    }
    span(name, ttl);
    for (var one : aggregations.entrySet()) {
      Aggregation aggregation = one.getValue();
      if (aggregation.function() == null) {
        throw wrong(name, "the feature '" + one.getKey() + "' has no function");
      }
      if (aggregation.column() == null && aggregation.function() != Function.COUNT) {
        throw wrong(name, "the feature '" + one.getKey() + "' has no column");
      }
      span(name, aggregation.window());
    }
  }

  private static List<String> features(
      Map<String, String> columns, Map<String, Aggregation> aggregations) {
    return Stream.concat(columns.keySet().stream(), aggregations.keySet().stream()).toList();
  }

  private static void span(String name, @Nullable String text) {
    if (text != null && !SPAN.matcher(text).matches()) {
      throw wrong(name, "'" + text + "' is no span of time such as '30 days'");
    }
  }

  private static WorkbenchException wrong(String name, String why) {
    return new WorkbenchException(
        "feature-definition",
        "The features '" + name + "' are not defined: " + why + ".",
        "Correct the definition.");
  }

  /** Its features, those that are the latest value first. */
  public List<String> features() {
    return features(columns, aggregations);
  }

  TableRef source() {
    return TableRef.parse(table);
  }
}
