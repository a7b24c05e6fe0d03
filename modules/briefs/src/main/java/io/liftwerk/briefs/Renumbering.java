package io.liftwerk.briefs;

import io.liftwerk.briefs.EvidenceBook.Settled;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntUnaryOperator;

/** The same records with lasting numbers. */
final class Renumbering {
  private final IntUnaryOperator numbers;

  /**
   * @param numbers the lasting number of a provisional one
   */
  Renumbering(IntUnaryOperator numbers) {
    this.numbers = numbers;
  }

  private Quote of(Quote quote) {
    return new Quote(numbers.applyAsInt(quote.evidence()), quote.sentence());
  }

  private List<Quote> quotes(List<Quote> quotes) {
    return quotes.stream().map(this::of).toList();
  }

  private List<Integer> numbers(List<Integer> those) {
    return those.stream().map(numbers::applyAsInt).distinct().toList();
  }

  List<MustCover> terms(List<MustCover> terms) {
    return terms.stream()
        .map(
            one ->
                new MustCover(
                    one.term(),
                    one.kind(),
                    one.competitors(),
                    one.of(),
                    quotes(one.evidence()),
                    one.covered(),
                    quotes(one.own())))
        .toList();
  }

  List<Question> questions(List<Question> questions) {
    return questions.stream()
        .map(
            one ->
                new Question(
                    one.question(), quotes(one.asked()), one.answered(), quotes(one.answers())))
        .toList();
  }

  List<OutlineSection> outline(List<OutlineSection> outline) {
    return outline.stream()
        .map(
            one ->
                new OutlineSection(
                    one.id(),
                    one.heading(),
                    one.level(),
                    one.purpose(),
                    one.competitors(),
                    one.terms(),
                    one.questions(),
                    numbers(one.evidence())))
        .toList();
  }

  List<Fact> facts(List<Fact> facts) {
    return facts.stream()
        .map(one -> new Fact(one.statement(), numbers.applyAsInt(one.evidence()), one.values()))
        .toList();
  }

  List<FactToCheck> checks(List<FactToCheck> checks) {
    return checks.stream()
        .map(
            one ->
                new FactToCheck(
                    one.id(), one.kind(), one.subject(), one.reason(), quotes(one.quotes())))
        .toList();
  }

  List<SerpGap.RankedPassage> passages(List<SerpGap.RankedPassage> passages) {
    return passages.stream()
        .map(
            one ->
                new SerpGap.RankedPassage(
                    numbers.applyAsInt(one.evidence()), one.role(), one.score(), one.matched()))
        .toList();
  }

  List<SerpGap.Chance> chances(List<SerpGap.Chance> chances) {
    return chances.stream().map(one -> new SerpGap.Chance(one.term(), of(one.quote()))).toList();
  }

  /** Pages come as their ids' places among the competitors, which the settled sources end with. */
  static List<SerpGap.LeftOut> leftOut(List<SerpGap.LeftOut> left, Settled settled) {
    int own =
        (int) settled.sources().stream().filter(one -> one.role().equals(SourceRef.OWN)).count();
    return left.stream()
        .map(
            one ->
                new SerpGap.LeftOut(
                    one.what(), one.reason(), one.sources().stream().map(n -> n + own).toList()))
        .toList();
  }

  static List<Review.Finding> findings(List<Chosen.SourceFinding> findings, Settled settled) {
    return findings.stream()
        .map(
            one ->
                new Review.Finding(
                    one.finding().rail().word(),
                    one.finding().kind(),
                    one.decision().name().toLowerCase(Locale.ROOT),
                    null,
                    Objects.requireNonNull(settled.documents().get(one.document())),
                    one.finding().reason()))
        .distinct()
        .toList();
  }

  Draft of(Draft draft) {
    return new Draft(
        draft.title(),
        draft.sections().stream()
            .map(
                section ->
                    new DraftSection(
                        section.id(),
                        section.heading(),
                        section.level(),
                        section.blocks().stream().map(this::block).toList()))
            .toList(),
        draft.unused().stream()
            .map(one -> new Draft.Unused(of(one.quote()), one.reason()))
            .toList());
  }

  private DraftBlock block(DraftBlock block) {
    return new DraftBlock(
        block.kind(),
        block.sentences().stream()
            .map(
                one ->
                    new DraftSentence(
                        one.id(), one.text(), numbers(one.citations()), one.origin(), one.check()))
            .toList());
  }
}
