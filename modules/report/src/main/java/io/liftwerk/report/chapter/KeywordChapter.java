package io.liftwerk.report.chapter;

import static io.liftwerk.report.chapter.Table.number;
import static io.liftwerk.report.chapter.Table.words;

import io.liftwerk.keywords.KeywordResult;
import io.liftwerk.keywords.KeywordResult.Cluster;
import io.liftwerk.keywords.KeywordResult.LeftOut;
import io.liftwerk.keywords.KeywordResult.Ngram;
import io.liftwerk.keywords.KeywordResult.Source;
import io.liftwerk.keywords.KeywordResult.SuggestedKeyword;
import io.liftwerk.keywords.KeywordResult.SuggestedNegative;
import io.liftwerk.keywords.KeywordResult.Totals;
import io.liftwerk.report.KeywordFigures;
import io.liftwerk.report.KeywordWords;
import io.liftwerk.report.ResultTexts;
import io.liftwerk.workspace.RunRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which words of searches earn, which waste money, and what to keep away. */
final class KeywordChapter extends Wording {
  private static final int MOST = 60;

  KeywordChapter(ResultTexts texts) {
    super(texts);
  }

  Chapter of(RunRecord run, KeywordResult result) {
    var words = new KeywordWords(texts, result.currency());
    Draft draft = draft(run, sentence(result.verdict()));
    draft.cautions(result.notes().stream().map(note -> sentence(note.message())).toList());
    facts(draft, result, words);
    draft.figures(new KeywordFigures(result, texts.locale()).all());
    draft.table(first(MOST, result.negatives(), lines -> negatives(lines, words)));
    draft.table(first(MOST, result.ngrams(), lines -> ngrams(lines, words)));
    draft.table(first(MOST, result.clusters(), lines -> clusters(lines, words)));
    draft.table(first(MOST, result.keywords(), lines -> keywords(lines, words)));
    draft.used(
        words.of(
            "used",
            result.totals().rows(),
            result.sources().stream().map(Source::table).collect(Collectors.joining(", "))));
    for (LeftOut left : result.leftOut()) {
      draft.used(words.of("left", left.rows(), sentence(left.why()), words.moneyIn(left.cost())));
    }
    if (result.ngrams().size() < result.ngramsFound()) {
      draft.used(words.of("ngrams.limited", result.ngrams().size(), result.ngramsFound()));
    }
    var tables = new ArrayList<>(result.sources().stream().map(Source::table).toList());
    tables.add("gold.keyword_ngrams");
    tables.add("gold.keyword_terms");
    return draft.of(tables);
  }

  private void facts(Draft draft, KeywordResult result, KeywordWords words) {
    Totals totals = result.totals();
    Totals before = result.before();
    draft.fact(
        words.of("tile.terms"),
        words.count(totals.terms()),
        words.of("tile.rows", totals.rows(), result.sources().size()));
    draft.fact(
        words.of("tile.cost"),
        words.moneyIn(totals.cost()),
        before == null
            ? words.of("tile.clicks", words.count(totals.clicks()))
            : words.of("tile.before", words.moneyIn(before.cost())));
    draft.fact(
        words.of("tile.conversions"),
        words.conversions(totals.conversions()),
        before == null
            ? words.of("tile.cpa", words.moneyIn(cpa(result)))
            : words.of("tile.before", words.conversions(before.conversions())));
    BigDecimal saving =
        result.negatives().stream()
            .map(SuggestedNegative::saving)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    draft.fact(
        words.of("tile.saving"),
        totals.cost() == null ? "–" : words.moneyIn(saving),
        words.of("tile.saving.of", result.negatives().size()));
  }

  private static @Nullable BigDecimal cpa(KeywordResult result) {
    return result.basis() == null ? null : result.basis().cpa();
  }

  private Table ngrams(List<Ngram> lines, KeywordWords words) {
    return Table.of(
        words.of("tab.ngrams"),
        "",
        lines,
        List.of(
            words(words.of("ngram"), Ngram::ngram),
            number(words.of("terms"), one -> words.count((long) one.terms())),
            number(words.of("clicks"), one -> words.count(one.clicks())),
            number(words.in("cost"), one -> words.money(one.cost())),
            number(words.of("conversions.short"), one -> words.conversions(one.conversions())),
            number(words.of("cpa.short"), one -> words.money(one.cpa())),
            words(words.of("standing"), one -> words.standing(one.standing()))));
  }

  private Table negatives(List<SuggestedNegative> lines, KeywordWords words) {
    return Table.of(
        words.of("negatives"),
        "",
        lines,
        List.of(
            words(words.of("decision"), one -> decision(one, words)),
            words(words.of("negative"), SuggestedNegative::text),
            words(words.of("match"), one -> words.match(one.match())),
            number(words.in("saving"), one -> words.money(one.saving())),
            number(words.in("cost"), one -> words.money(one.cost())),
            number(words.of("clicks"), one -> words.count(one.clicks())),
            number(words.of("conversions.short"), one -> words.conversions(one.conversions())),
            number(words.of("risk"), one -> words.conversions(one.lostConversions())),
            words(words.of("where"), SuggestedNegative::where)));
  }

  private static String decision(SuggestedNegative one, KeywordWords words) {
    String decision = one.decision();
    return "accepted".equals(decision)
        ? words.of("accepted")
        : "rejected".equals(decision) ? words.of("rejected") : words.of("undecided");
  }

  private Table clusters(List<Cluster> lines, KeywordWords words) {
    return Table.of(
        words.of("tab.clusters"),
        "",
        lines,
        List.of(
            words(words.of("cluster"), Cluster::name),
            number(words.of("terms"), one -> words.count((long) one.terms())),
            number(words.of("clicks"), one -> words.count(one.clicks())),
            number(words.in("cost"), one -> words.money(one.cost())),
            number(words.of("conversions.short"), one -> words.conversions(one.conversions())),
            number(words.in("value"), one -> words.money(one.value())),
            words(words.of("intent"), one -> words.intent(one.intent())),
            words(words.of("standing"), one -> words.standing(one.standing()))));
  }

  private Table keywords(List<SuggestedKeyword> lines, KeywordWords words) {
    return Table.of(
        words.of("new.name"),
        words.of("new.about"),
        lines,
        List.of(
            words(words.of("keyword"), SuggestedKeyword::text),
            words(words.of("match"), one -> words.match(one.match())),
            number(words.of("clicks"), one -> words.count(one.clicks())),
            number(words.in("cost"), one -> words.money(one.cost())),
            number(words.of("conversions.short"), one -> words.conversions(one.conversions())),
            number(words.of("cpa.short"), one -> words.money(one.cpa()))));
  }
}
