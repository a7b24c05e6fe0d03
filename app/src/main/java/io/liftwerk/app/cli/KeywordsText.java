package io.liftwerk.app.cli;

import io.liftwerk.keywords.KeywordResult;
import io.liftwerk.keywords.KeywordResult.Cluster;
import io.liftwerk.keywords.KeywordResult.Ngram;
import io.liftwerk.keywords.KeywordResult.Standing;
import io.liftwerk.keywords.KeywordResult.SuggestedNegative;
import io.liftwerk.keywords.KeywordResult.Totals;
import io.liftwerk.workspace.Run;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What search terms tell as a person reads it on a console, headline first. */
final class KeywordsText {
  private static final int NGRAMS = 25;
  private static final int NEGATIVES = 20;
  private static final int CLUSTERS = 15;

  private KeywordsText() {}

  static void print(Console console, Run<KeywordResult> run) {
    KeywordResult result = run.result();
    console.line(Texts.sentence(result.verdict()));
    Totals totals = result.totals();
    console.line(
        Texts.of(
            "keywords.totals",
            totals.rows(),
            totals.terms(),
            number(totals.clicks()),
            money(totals.cost(), result.currency()),
            number(totals.conversions())));
    Double hidden = result.hiddenShare();
    if (hidden != null) {
      console.line(Texts.of("keywords.hidden", Texts.percent(hidden)));
    }
    console.line("");
    console.table(ngrams(result));
    console.line("");
    negatives(console, result);
    clusters(console, result);
    result
        .leftOut()
        .forEach(
            left ->
                console.line(Texts.of("keywords.left", left.rows(), Texts.sentence(left.why()))));
    result.notes().forEach(note -> console.line(Texts.sentence(note.message())));
    console.line(Texts.of("keywords.tables", run.id()));
  }

  private static List<List<String>> ngrams(KeywordResult result) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("keywords.ngrams.head").split("\\|")));
    for (Ngram one : result.ngrams().subList(0, Math.min(NGRAMS, result.ngrams().size()))) {
      rows.add(
          List.of(
              one.ngram(),
              Texts.grouped(one.terms(), 0),
              number(one.clicks()),
              money(one.cost(), null),
              number(one.conversions()),
              money(one.cpa(), null),
              standing(one.standing())));
    }
    return rows;
  }

  private static void negatives(Console console, KeywordResult result) {
    if (result.negatives().isEmpty()) {
      return;
    }
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("keywords.negatives.head").split("\\|")));
    for (SuggestedNegative one :
        result.negatives().subList(0, Math.min(NEGATIVES, result.negatives().size()))) {
      String decision = one.decision();
      rows.add(
          List.of(
              one.text(),
              Texts.of("keywords.match." + one.match()),
              one.where(),
              money(one.saving(), null),
              Texts.grouped(one.clicks(), 0),
              Texts.grouped(one.lostConversions(), 1),
              decision == null ? "" : Texts.of("keywords.decision." + decision)));
    }
    console.table(rows);
    console.line("");
  }

  private static void clusters(Console console, KeywordResult result) {
    if (result.clusters().isEmpty()) {
      return;
    }
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("keywords.clusters.head").split("\\|")));
    for (Cluster one : result.clusters().subList(0, Math.min(CLUSTERS, result.clusters().size()))) {
      rows.add(
          List.of(
              one.name(),
              Texts.grouped(one.terms(), 0),
              number(one.clicks()),
              money(one.cost(), null),
              standing(one.standing())));
    }
    console.table(rows);
    console.line("");
  }

  private static String standing(Standing standing) {
    return Texts.of("keywords.standing." + standing.name().toLowerCase(Locale.ROOT));
  }

  private static String number(@Nullable Number number) {
    return number == null ? "–" : Texts.grouped(number.doubleValue(), 0);
  }

  private static String money(@Nullable BigDecimal amount, @Nullable String currency) {
    return amount == null
        ? "–"
        : Texts.grouped(amount.doubleValue(), 2) + (currency == null ? "" : " " + currency);
  }
}
