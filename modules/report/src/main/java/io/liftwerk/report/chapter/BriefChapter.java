package io.liftwerk.report.chapter;

import static io.liftwerk.report.chapter.Table.number;
import static io.liftwerk.report.chapter.Table.words;

import io.liftwerk.briefs.Brief;
import io.liftwerk.briefs.BriefDocument;
import io.liftwerk.briefs.BriefResult;
import io.liftwerk.briefs.FactToCheck;
import io.liftwerk.briefs.MustCover;
import io.liftwerk.briefs.OutlineSection;
import io.liftwerk.briefs.Question;
import io.liftwerk.briefs.Quote;
import io.liftwerk.briefs.SerpGap;
import io.liftwerk.briefs.SerpGap.CompetitorPage;
import io.liftwerk.report.ResultTexts;
import io.liftwerk.workspace.RunRecord;
import java.util.List;

/**
 * What competitors cover and own sources do not, and what is to be written. The draft itself leaves
 * by its own export, which the rails stand before.
 */
final class BriefChapter extends Wording {
  private static final int MOST = 40;

  BriefChapter(ResultTexts texts) {
    super(texts);
  }

  Chapter of(RunRecord run, BriefResult result) {
    BriefDocument document = result.document();
    Brief brief = document.brief();
    SerpGap gap = result.gap();
    Draft draft = draft(run, sentence(result.verdict()));
    draft.cautions(brief.notes().stream().map(note -> sentence(note.message())).toList());
    facts(draft, result);
    draft.text(
        List.of(
            sentence(gap.intent().why()),
            text("briefs.audience") + ": " + sentence(brief.audience()),
            text("briefs.angle") + ": " + sentence(brief.angle()),
            text("briefs.title") + ": " + brief.title().text(),
            text("briefs.description") + ": " + brief.description().text()));
    draft.table(first(MOST, gap.terms(), lines -> terms(lines, document)));
    draft.table(first(MOST, brief.outline(), this::outline));
    draft.table(first(MOST, brief.questions(), this::questions));
    draft.table(first(MOST, brief.factsToCheck(), this::checks));
    draft.used(
        gap.leftOut().isEmpty()
            ? List.of(text("briefs.left.none"))
            : gap.leftOut().stream()
                .map(left -> text("briefs.left", left.what(), sentence(left.reason())))
                .toList());
    return draft.of(List.of("gold.briefs", "gold.brief_terms"));
  }

  private void facts(Draft draft, BriefResult result) {
    Brief brief = result.document().brief();
    List<MustCover> terms = result.gap().terms();
    draft.fact(
        text("briefs.tile.competitors"),
        text(
            "briefs.of",
            result.gap().pages().stream().filter(CompetitorPage::onTopic).count(),
            result.gap().pages().size()),
        text("briefs.tile.intent." + brief.intent().main()));
    draft.fact(
        text("briefs.tile.covered"),
        text("briefs.of", terms.stream().filter(MustCover::covered).count(), terms.size()),
        text("briefs.tile.terms"));
    draft.fact(
        text("briefs.tile.answered"),
        text(
            "briefs.of",
            brief.questions().stream().filter(Question::answered).count(),
            brief.questions().size()),
        text("briefs.tile.questions"));
    var written = result.document().draft();
    draft.fact(
        text("briefs.tile.sentences"),
        written == null ? "–" : formats.count(written.sentences().size()),
        text("briefs.verdict." + result.document().review().verdict()));
  }

  private Table terms(List<MustCover> lines, BriefDocument document) {
    return Table.of(
        text("briefs.gap.terms"),
        "",
        lines,
        List.of(
            words(text("briefs.head.term"), MustCover::term),
            number(
                text("briefs.head.competitors"),
                one -> text("briefs.of", one.competitors(), one.of())),
            words(text("briefs.head.theirs"), one -> quote(one.evidence(), document)),
            words(
                text("briefs.head.own"),
                one -> one.covered() ? quote(one.own(), document) : text("briefs.missing"))));
  }

  private String quote(List<Quote> quotes, BriefDocument document) {
    return quotes.stream()
        .findFirst()
        .map(
            one ->
                text(
                    "briefs.quote",
                    one.sentence(),
                    document.source(document.evidence(one.evidence())).title()))
        .orElse("");
  }

  private Table outline(List<OutlineSection> lines) {
    return Table.of(
        text("briefs.tab.outline"),
        "",
        lines,
        List.of(
            words(text("report.brief.heading"), OutlineSection::heading),
            words(text("report.brief.purpose"), one -> sentence(one.purpose())),
            words(text("report.brief.terms"), one -> String.join(" · ", one.terms()))));
  }

  private Table questions(List<Question> lines) {
    return Table.of(
        text("briefs.gap.questions"),
        "",
        lines,
        List.of(
            words(text("report.brief.question"), Question::question),
            words(text("report.brief.answered"), one -> formats.yesNo(one.answered()))));
  }

  private Table checks(List<FactToCheck> lines) {
    return Table.of(
        text("briefs.gap.checks"),
        "",
        lines,
        List.of(
            words(text("report.brief.subject"), FactToCheck::subject),
            words(text("quality.reason"), one -> sentence(one.reason()))));
  }
}
