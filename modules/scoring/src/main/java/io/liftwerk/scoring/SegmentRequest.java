package io.liftwerk.scoring;

import io.liftwerk.workspace.WorkbenchException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom a segment holds.
 *
 * @param name by which it is found; its table is {@code gold.segment_NAME}
 * @param of a ranking ({@code gold.lead_scores}, {@code gold.churn_scores}), the values of
 *     customers ({@code gold.customer_lifetime_value}), or any table of silver or gold with a
 *     column {@code person_id}
 * @param scored the table that was scored, where the ranking holds several; null for the only one
 * @param by column to rank by; null for the score, or a customer's value
 * @param top at most so many, the best; null for all
 * @param share the best part of those who fulfil the rules, above 0 and at most 1; null for all
 * @param atLeast the least score or value; null for any
 * @param rules conditions that all hold, on columns of the ranking or of the scored table
 * @param value what one success is worth, in money; null when it is not told
 * @param cost what contacting one costs, in the same money
 * @param note why it was made
 */
public record SegmentRequest(
    String name,
    String of,
    @Nullable String scored,
    @Nullable String by,
    @Nullable Long top,
    @Nullable Double share,
    @Nullable Double atLeast,
    List<SegmentRule> rules,
    @Nullable Double value,
    double cost,
    String note) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

  /**
   * @throws WorkbenchException code {@code segment-name}, {@code segment-size} or {@code
   *     segment-value}
   */
  public SegmentRequest {
    name = plain(name);
    rules = List.copyOf(rules);
    if (top != null && share != null) {
      throw size("A number and a share are both given.");
    }
    if (top != null && top < 1) {
      throw size("The number of members is %d.".formatted(top));
    }
    if (share != null && !(share > 0 && share <= 1)) {
      throw size(String.format(Locale.ROOT, "The share is %s.", share));
    }
    if (value != null && !(value >= 0 && Double.isFinite(value))
        || !(cost >= 0 && Double.isFinite(cost))) {
      throw new WorkbenchException(
          "segment-value",
          "The value of a success or the cost of a contact is below zero.",
          "Give amounts of money, such as 250 and 4.50.");
    }
  }

  /**
   * A segment's name as its table carries it: small letters, digits and underscores.
   *
   * @throws WorkbenchException code {@code segment-name}
   */
  public static String plain(String name) {
    String small = name.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    if (!NAME.matcher(small).matches()) {
      throw new WorkbenchException(
          "segment-name",
          "'%s' cannot be the name of a segment.".formatted(name),
          "Take a letter first, then letters, digits and hyphens, at most 40 in all.");
    }
    return small;
  }

  private static WorkbenchException size(String what) {
    return new WorkbenchException(
        "segment-size", what, "Give either a number of at least 1 or a share of at most 1.");
  }

  /** Where its members are kept. */
  public String table() {
    return "gold.segment_" + name;
  }
}
