package io.liftwerk.app.window.keywords;

import io.liftwerk.app.window.base.AnalysisModel;
import io.liftwerk.keywords.KeywordRequest;
import io.liftwerk.keywords.WordForm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is set where search terms are looked into.
 *
 * @param table table with search terms; null for every report that is loaded
 * @param words words of the longest n-gram
 * @param maxCpa what a conversion may cost at most; null for twice what the account pays
 * @param brands own brand's names
 * @param competitors names of competitors
 * @param rest what is seldom set
 */
public record KeywordSettings(
    @Nullable String table,
    WordForm form,
    int words,
    @Nullable BigDecimal maxCpa,
    List<String> brands,
    List<String> competitors,
    Period period,
    Rest rest)
    implements AnalysisModel.Settings<KeywordRequest> {

  /** Days looked into, and days to compare with; null where there is no bound. */
  public record Period(
      @Nullable LocalDate since,
      @Nullable LocalDate until,
      @Nullable LocalDate compareSince,
      @Nullable LocalDate compareUntil) {}

  /** Currency and risk, and what is not set on the page. */
  public record Rest(
      @Nullable String currency,
      double lostConversions,
      Map<String, String> columns,
      int limit,
      boolean clusters,
      @Nullable String model) {}

  static KeywordSettings nothing() {
    return of(KeywordRequest.standard());
  }

  /** What {@code run} used. */
  static KeywordSettings of(KeywordRequest run) {
    String table = run.table();
    return new KeywordSettings(
        // commands may leave out the layer
        table == null || table.contains(".") ? table : "bronze." + table,
        run.form() == null ? WordForm.WHOLE : run.form(),
        run.words(),
        run.maxCpa(),
        run.brands(),
        run.competitors(),
        new Period(run.since(), run.until(), run.compareSince(), run.compareUntil()),
        new Rest(
            run.currency(),
            run.lostConversions(),
            run.columns(),
            run.limit(),
            run.clusters(),
            run.model()));
  }

  @Override
  public KeywordRequest request() {
    return new KeywordRequest(
        table,
        rest.columns(),
        form,
        words,
        rest.currency(),
        period.since(),
        period.until(),
        period.compareSince(),
        period.compareUntil(),
        maxCpa,
        rest.lostConversions(),
        brands,
        competitors,
        rest.limit(),
        rest.clusters(),
        rest.model());
  }

  /** Another table, whose columns may mean something else; null for every report. */
  public KeywordSettings withTable(@Nullable String next) {
    Rest kept =
        new Rest(
            rest.currency(),
            rest.lostConversions(),
            Map.of(),
            rest.limit(),
            rest.clusters(),
            rest.model());
    return new KeywordSettings(next, form, words, maxCpa, brands, competitors, period, kept);
  }

  public KeywordSettings withWords(WordForm nextForm, int next) {
    return new KeywordSettings(table, nextForm, next, maxCpa, brands, competitors, period, rest);
  }

  public KeywordSettings withMaxCpa(@Nullable BigDecimal next) {
    return new KeywordSettings(table, form, words, next, brands, competitors, period, rest);
  }

  public KeywordSettings withNames(List<String> own, List<String> others) {
    return new KeywordSettings(table, form, words, maxCpa, own, others, period, rest);
  }

  public KeywordSettings withPeriod(Period next) {
    return new KeywordSettings(table, form, words, maxCpa, brands, competitors, next, rest);
  }

  public KeywordSettings withRest(@Nullable String currency, double lost) {
    return new KeywordSettings(
        table,
        form,
        words,
        maxCpa,
        brands,
        competitors,
        period,
        new Rest(currency, lost, rest.columns(), rest.limit(), rest.clusters(), rest.model()));
  }
}
