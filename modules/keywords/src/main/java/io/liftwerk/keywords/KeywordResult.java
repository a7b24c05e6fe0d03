package io.liftwerk.keywords;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What search terms tell. Money is in {@code currency}; nothing else was added up.
 *
 * @param verdict the finding in one sentence
 * @param currency ISO 4217 code; null where no report tells it
 * @param sources the reports, by name
 * @param totals over all rows used
 * @param before the same of the period compared with; null without comparison
 * @param hiddenShare what reports count but do not list, by the whole of those reports that tell
 *     it, 0 to 1; null where none does. Of cost, or of clicks where there is no cost
 * @param basis what n-grams are judged by; null where there is nothing to judge by
 * @param form what makes words alike
 * @param ngramsFound how many n-grams there are; {@code ngrams} may be fewer
 * @param ngrams the costliest first
 * @param clusters groups of similar terms, the costliest first
 * @param unclustered terms in no group
 * @param intents what people wanted, the costliest first
 * @param negatives what to keep away, the most expected saving first
 * @param keywords searches that convert and are no keyword yet
 * @param overlaps searches that several ad groups of one channel compete for
 * @param pages which page fits which cluster, and where none does; empty without a crawl
 * @param leftOut what was not looked into
 * @param notes what to know
 */
public record KeywordResult(
    String verdict,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String currency,
    List<Source> sources,
    Totals totals,
    @Nullable Totals before,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double hiddenShare,
    @Nullable Basis basis,
    WordForm form,
    int ngramsFound,
    List<Ngram> ngrams,
    List<Cluster> clusters,
    @Nullable Unclustered unclustered,
    List<Intent> intents,
    List<SuggestedNegative> negatives,
    List<SuggestedKeyword> keywords,
    List<Overlap> overlaps,
    List<ClusterPage> pages,
    List<LeftOut> leftOut,
    List<Note> notes) {

  /**
   * A report.
   *
   * @param table in bronze, or as the user named it
   * @param platform whose it is, empty where that is not known
   * @param rows rows used
   * @param cost of these rows; null without cost
   * @param whole what the report says it counts in all; null where it does not
   * @param hidden the part of it that no row shows; null where it does not say
   */
  public record Source(
      String table,
      String platform,
      long rows,
      @Nullable BigDecimal cost,
      @Nullable BigDecimal whole,
      @Nullable BigDecimal hidden) {}

  /**
   * Sums over rows. What no report counts is null.
   *
   * @param terms different search terms
   */
  public record Totals(
      long rows,
      long terms,
      @Nullable Long impressions,
      @Nullable Long clicks,
      @Nullable BigDecimal cost,
      @Nullable BigDecimal conversions,
      @Nullable BigDecimal value) {}

  /**
   * What n-grams are judged by.
   *
   * @param conversionRate of the whole, conversions per click
   * @param low where the rates of the account's words begin: 2.5 % of them lie below
   * @param high where they end: 2.5 % lie above
   * @param cpa what the account pays for a conversion; null without cost
   * @param maxCpa what one may cost at most; null without cost
   */
  public record Basis(
      double conversionRate,
      double low,
      double high,
      @Nullable BigDecimal cpa,
      @Nullable BigDecimal maxCpa) {}

  /** Whether an n-gram is worth its money. */
  public enum Standing {
    /** With 95 % certainty a conversion costs more than the most it may. */
    WASTES,
    /** With 95 % certainty it costs less than the account pays. */
    EARNS,
    /** Too few clicks to tell, or as good as the rest. */
    OPEN
  }

  /**
   * A sequence of words and all terms it occurs in. N-grams overlap: their sums must not be added
   * up.
   *
   * @param ngram as people spell it
   * @param folded as it was matched
   * @param n words
   * @param terms different search terms with it
   * @param ctr clicks by impressions
   * @param cpa cost by conversions; null without a conversion
   * @param roas value by cost
   * @param rate expected conversions per click, drawn to the account's
   * @param low lower end of its 95 % interval
   * @param high upper end
   * @param before the period compared with; null without comparison
   */
  public record Ngram(
      String ngram,
      String folded,
      int n,
      int terms,
      @Nullable Long impressions,
      @Nullable Long clicks,
      @Nullable BigDecimal cost,
      @Nullable BigDecimal conversions,
      @Nullable BigDecimal value,
      @Nullable Double ctr,
      @Nullable BigDecimal cpa,
      @Nullable Double roas,
      @Nullable Double rate,
      @Nullable Double low,
      @Nullable Double high,
      Standing standing,
      @Nullable Before before) {}

  /** An n-gram in the period compared with. */
  public record Before(
      @Nullable Long impressions,
      @Nullable Long clicks,
      @Nullable BigDecimal cost,
      @Nullable BigDecimal conversions,
      @Nullable BigDecimal value) {}

  /**
   * Terms that are alike.
   *
   * @param id the same as long as its members are
   * @param name what its members have in common
   * @param terms how many
   * @param cohesion mean similarity of its members to its middle, 0 to 1
   * @param intent what most of its clicks wanted
   * @param standing whether it is worth its money
   */
  public record Cluster(
      String id,
      String name,
      int terms,
      @Nullable Long impressions,
      @Nullable Long clicks,
      @Nullable BigDecimal cost,
      @Nullable BigDecimal conversions,
      @Nullable BigDecimal value,
      double cohesion,
      @Nullable String intent,
      Standing standing) {}

  /** Terms that no cluster holds. */
  public record Unclustered(
      int terms, @Nullable Long clicks, @Nullable BigDecimal cost, @Nullable String why) {}

  /** What people wanted. */
  public record Intent(
      String intent,
      int terms,
      @Nullable Long clicks,
      @Nullable BigDecimal cost,
      @Nullable BigDecimal conversions,
      @Nullable BigDecimal value) {}

  /**
   * A word or phrase to keep away.
   *
   * @param text its words
   * @param match {@code broad}, {@code phrase} or {@code exact}
   * @param level {@code list}, {@code campaign} or {@code ad_group}
   * @param where the list's, campaign's or ad group's name
   * @param channels whose editors can take it as it is
   * @param saving expected: the cost of the searches it alone keeps away, less what their expected
   *     conversions cost elsewhere in the account
   * @param cost of all searches it keeps away
   * @param clicks of these
   * @param conversions of these
   * @param lostConversions expected conversions among them, drawn to the account's rate
   * @param terms how many searches it keeps away
   * @param because one sentence
   * @param conflicts live keywords that it would block; empty for those suggested
   * @param decision {@code accepted}, {@code rejected} or null while nobody decided
   * @param why what the user said to it
   */
  public record SuggestedNegative(
      String text,
      String match,
      String level,
      String where,
      List<String> channels,
      BigDecimal saving,
      @Nullable BigDecimal cost,
      long clicks,
      BigDecimal conversions,
      double lostConversions,
      int terms,
      String because,
      List<String> conflicts,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String decision,
      @Nullable String why) {}

  /**
   * A search that converts and is no keyword yet.
   *
   * @param campaign where it converted most
   * @param adGroup where it converted most
   */
  public record SuggestedKeyword(
      String text,
      String match,
      String platform,
      @Nullable String campaign,
      @Nullable String adGroup,
      long clicks,
      @Nullable BigDecimal cost,
      BigDecimal conversions,
      @Nullable BigDecimal value,
      @Nullable BigDecimal cpa) {}

  /**
   * A search that several ad groups of one channel pay for.
   *
   * @param winner the place that should have it
   * @param elsewhere cost outside of it
   * @param places campaign, ad group and keyword of each, the winner first
   */
  public record Overlap(
      String term,
      String platform,
      String winner,
      @Nullable BigDecimal cost,
      @Nullable BigDecimal elsewhere,
      List<String> places) {}

  /**
   * A cluster and the page that answers it.
   *
   * @param url null where no page does
   * @param relevance 0 to 1
   */
  public record ClusterPage(
      String cluster,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String url,
      double relevance,
      @Nullable Long clicks,
      @Nullable BigDecimal cost) {}

  /** Rows or terms that were not looked into, and why. */
  public record LeftOut(String why, long rows, @Nullable BigDecimal cost) {}

  /** Something to know. */
  public record Note(String code, String message) {}
}
