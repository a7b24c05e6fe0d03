package io.liftwerk.ingest.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Columns of which an export has at least one.
 *
 * @param keys the columns
 */
public record OneOf(List<String> keys) {
  public OneOf {
    keys = List.copyOf(keys);
  }

  /** From {@code clicks | impressions}. */
  @JsonCreator
  public static OneOf of(String written) {
    return new OneOf(Arrays.stream(written.split("\\|", -1)).map(String::strip).toList());
  }

  boolean isIn(Collection<String> found) {
    return keys.stream().anyMatch(found::contains);
  }

  @JsonValue
  @Override
  public String toString() {
    return String.join(" | ", keys);
  }
}
