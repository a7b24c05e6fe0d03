package io.liftwerk.scoring.features;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Set;

/**
 * How a table's columns become features: what is learned of them before any model, on the training
 * part only. The same preparation makes the same features of another table.
 *
 * @param inputs in the order of the features they give
 */
public record Preparation(List<Input> inputs) {

  /** A column of the table and what it becomes. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Number.class, name = "number"),
    @JsonSubTypes.Type(value = Date.class, name = "date"),
    @JsonSubTypes.Type(value = Category.class, name = "levels"),
    @JsonSubTypes.Type(value = Text.class, name = "text")
  })
  public sealed interface Input {
    /** The table's column. */
    String source();
  }

  /**
   * A number as it is; missing stays missing, and the models learn what that means.
   *
   * @param yesNo whether it stands for yes (1) and no (0)
   */
  public record Number(String source, boolean yesNo) implements Input {}

  /**
   * A date becomes its age in days, its month, its weekday and, where {@code timed}, its hour.
   *
   * @param latest day that ages are counted to, in days since 1970-01-01; a later date is as new as
   *     that, because nothing is extrapolated
   */
  public record Date(String source, double latest, boolean timed) implements Input {}

  /**
   * A column of few values.
   *
   * @param levels the most frequent values of the training part; any other is one more level
   */
  public record Category(String source, List<String> levels) implements Input {}

  /**
   * Free text, identifiers and pseudonyms: whether there is one, never what it says.
   *
   * @param length whether its length in characters is a feature too
   */
  public record Text(String source, boolean length) implements Input {}

  /** The same without what is made from {@code sources}. */
  public Preparation without(Set<String> sources) {
    return new Preparation(
        inputs.stream().filter(input -> !sources.contains(input.source())).toList());
  }
}
