package io.liftwerk.warehouse.kpi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A key figure over a period: a sum of a gold model's column, or a ratio of two sums. A ratio of
 * sums is not the mean of the days' ratios, so the sums are what is kept.
 *
 * @param id its column in the model, such as {@code roas}
 * @param title what people call it, by language
 * @param about what it says, in one sentence, by language
 * @param model gold model it stands in, without schema
 * @param sum column that is added up; the numerator of a ratio
 * @param by column that the sum is divided by, null for a plain sum
 * @param times what a ratio is multiplied by, such as 1000 for a price per thousand
 * @param unit how it is written
 * @param better whether more of it is better, less of it, or neither
 * @param day column with the day
 * @param channel column with the platform or source, null where the model has none
 * @param currency column with the currency of its money, null where it has no money in it
 */
public record KpiDefinition(
    String id,
    Map<String, String> title,
    Map<String, String> about,
    String model,
    String sum,
    @Nullable String by,
    int times,
    Unit unit,
    Better better,
    String day,
    @Nullable String channel,
    @Nullable String currency) {

  /** How a figure is written. */
  public enum Unit {
    @JsonProperty("money")
    MONEY,
    @JsonProperty("count")
    COUNT,
    @JsonProperty("share")
    SHARE,
    @JsonProperty("ratio")
    RATIO
  }

  /** Which way is the good one. */
  public enum Better {
    @JsonProperty("more")
    MORE,
    @JsonProperty("less")
    LESS,
    @JsonProperty("neither")
    NEITHER
  }

  @SuppressWarnings("NullAway") // what YAML leaves out arrives as null
  public KpiDefinition {
    title = title == null ? Map.of() : Map.copyOf(title);
    about = about == null ? Map.of() : Map.copyOf(about);
    times = times == 0 ? 1 : times;
    better = better == null ? Better.NEITHER : better;
    day = day == null ? "date_day" : day;
  }

  /** What it is called in a language, English where there is no other. */
  public String title(Locale language) {
    return said(title, language, id);
  }

  /** What it says, in a language. */
  public String about(Locale language) {
    return said(about, language, "");
  }

  private static String said(Map<String, String> texts, Locale language, String otherwise) {
    return texts.getOrDefault(language.getLanguage(), texts.getOrDefault("en", otherwise));
  }
}
