package io.liftwerk.keywords;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which search terms to look into, and how.
 *
 * @param table a table with search terms; null for every search-term report that is loaded
 * @param columns what columns of {@code table} mean, where their names do not tell: {@code term},
 *     {@code impressions}, {@code clicks}, {@code cost}, {@code conversions}, {@code value}, {@code
 *     campaign}, {@code ad_group}, {@code keyword}, {@code match_type}, {@code currency}, {@code
 *     day} to a column
 * @param form what makes words alike; null for the whole word
 * @param words words of the longest n-gram, 1 to 4
 * @param currency currency to look into where reports have several; null for the one of most cost
 * @param since first day; null for all
 * @param until last day; null for all
 * @param compareSince first day of the period to compare with; null for no comparison
 * @param compareUntil last day of the period to compare with
 * @param maxCpa what a conversion may cost at most; null for twice what the account pays
 * @param lostConversions conversions that the searches which one negative keeps away may have had
 * @param brands own brand's names
 * @param competitors names of competitors
 * @param limit n-grams in the result, the costliest first; 0 for all
 * @param clusters whether to group the terms
 * @param model ONNX model of embeddings, its tokenizer beside it; null for the one shipped
 */
public record KeywordRequest(
    @Nullable String table,
    Map<String, String> columns,
    @Nullable WordForm form,
    int words,
    @Nullable String currency,
    @Nullable LocalDate since,
    @Nullable LocalDate until,
    @Nullable LocalDate compareSince,
    @Nullable LocalDate compareUntil,
    @Nullable BigDecimal maxCpa,
    double lostConversions,
    List<String> brands,
    List<String> competitors,
    int limit,
    boolean clusters,
    @Nullable String model) {

  /** N-grams in a result where nobody asks for more or fewer. */
  public static final int LIMIT = 5_000;

  /** Conversions that one negative may give up where nobody says otherwise: less than one. */
  public static final double LOST_CONVERSIONS = 0.5;

  @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
  public KeywordRequest {
    columns = columns == null ? Map.of() : Map.copyOf(columns);
    brands = brands == null ? List.of() : List.copyOf(brands);
    competitors = competitors == null ? List.of() : List.copyOf(competitors);
  }

  /** Every report that is loaded, as most people want it. */
  public static KeywordRequest standard() {
    return of(null);
  }

  /** One table, as most people want it. */
  public static KeywordRequest of(@Nullable String table) {
    return new KeywordRequest(
        table,
        Map.of(),
        WordForm.WHOLE,
        3,
        null,
        null,
        null,
        null,
        null,
        null,
        LOST_CONVERSIONS,
        List.of(),
        List.of(),
        LIMIT,
        true,
        null);
  }

  /** Whether two periods are compared. */
  boolean compares() {
    return compareSince != null || compareUntil != null;
  }
}
