package io.liftwerk.app.cli;

import io.liftwerk.briefs.Brief;
import io.liftwerk.briefs.BriefDocument;
import io.liftwerk.briefs.BriefResult;
import io.liftwerk.briefs.Draft;
import io.liftwerk.briefs.DraftBlock;
import io.liftwerk.briefs.DraftSection;
import io.liftwerk.briefs.DraftSentence;
import io.liftwerk.briefs.FactToCheck;
import io.liftwerk.briefs.MustCover;
import io.liftwerk.briefs.OutlineSection;
import io.liftwerk.briefs.Question;
import io.liftwerk.briefs.Quote;
import io.liftwerk.briefs.Review;
import io.liftwerk.briefs.SerpGap;
import io.liftwerk.briefs.Snippet;
import io.liftwerk.briefs.StoredBriefs.Stored;
import java.util.ArrayList;
import java.util.List;

/** A brief as a person reads it on a console: the finding, the gap, the outline, the draft. */
final class BriefText {
  private static final int WIDE = 70;

  private final Console console;
  private final BriefDocument document;
  private final Brief brief;

  private BriefText(Console console, BriefDocument document) {
    this.console = console;
    this.document = document;
    this.brief = document.brief();
  }

  static void print(Console console, BriefResult result) {
    console.line(Texts.sentence(result.verdict()));
    new BriefText(console, result.document()).all(result.gap());
  }

  static void print(Console console, Stored stored) {
    console.line(Texts.sentence(stored.result().verdict()));
    new BriefText(console, stored.edited()).all(stored.result().gap());
    if (!stored.edits().isEmpty()) {
      console.line(Texts.of("brief.edits", stored.edits().size(), stored.lost().size()));
    }
  }

  private void all(SerpGap gap) {
    console.line(Texts.sentence(brief.intent().why()));
    console.line(Texts.of("brief.audience-line", Texts.sentence(brief.audience())));
    console.line(Texts.of("brief.angle-line", Texts.sentence(brief.angle())));
    snippet("brief.title-line", brief.title());
    snippet("brief.description-line", brief.description());
    console.line("");
    terms(gap);
    questions();
    outline();
    checks();
    draft();
    for (Review.Finding finding : document.review().findings()) {
      console.line(
          Texts.of(
              "brief.rail", Texts.of("rail." + finding.rail()), Texts.sentence(finding.reason())));
    }
    brief.notes().forEach(note -> console.line(Texts.sentence(note.message())));
    console.line(Texts.of("brief.id", document.id()));
  }

  private void snippet(String key, Snippet snippet) {
    console.line(Texts.of(key, snippet.text(), snippet.pixels(), snippet.limit()));
  }

  private void terms(SerpGap gap) {
    if (gap.terms().isEmpty()) {
      return;
    }
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("brief.terms.head").split("\\|")));
    for (MustCover term : gap.terms()) {
      rows.add(
          List.of(
              term.term(),
              Texts.of("brief.of", term.competitors(), term.of()),
              Texts.of(term.covered() ? "brief.covered" : "brief.missing"),
              cut(quote(term.covered() ? term.own() : term.evidence()))));
    }
    console.table(rows);
    console.line("");
  }

  private static String quote(List<Quote> quotes) {
    return quotes.isEmpty() ? "" : quotes.getFirst().sentence();
  }

  private static String cut(String text) {
    return text.length() <= WIDE ? text : text.substring(0, WIDE - 1).stripTrailing() + "…";
  }

  private void questions() {
    for (Question question : brief.questions()) {
      console.line(
          Texts.of(question.answered() ? "brief.answered" : "brief.open", question.question()));
    }
    if (!brief.questions().isEmpty()) {
      console.line("");
    }
  }

  private void outline() {
    for (OutlineSection section : brief.outline()) {
      console.line(Texts.of("brief.section", section.heading(), Texts.sentence(section.purpose())));
    }
    console.line("");
  }

  private void checks() {
    for (FactToCheck check : brief.factsToCheck()) {
      console.line(
          Texts.of("brief.check", check.id(), check.subject(), Texts.sentence(check.reason())));
      check.quotes().forEach(quote -> console.line("   " + cited(quote)));
    }
    if (!brief.factsToCheck().isEmpty()) {
      console.line("");
    }
  }

  private String cited(Quote quote) {
    return quote.sentence()
        + " ["
        + quote.evidence()
        + "] "
        + document.source(document.evidence(quote.evidence())).name();
  }

  private void draft() {
    Draft draft = document.draft();
    if (draft == null) {
      return;
    }
    console.line("# " + draft.title());
    for (DraftSection section : draft.sections()) {
      console.line("");
      if (!section.heading().isEmpty()) {
        console.line("## " + section.heading());
      }
      for (DraftBlock block : section.blocks()) {
        for (DraftSentence sentence : block.sentences()) {
          console.line(line(block, sentence));
        }
      }
    }
    console.line("");
    for (Draft.Unused unused : draft.unused()) {
      console.line(
          Texts.of("brief.unused", unused.quote().sentence(), Texts.sentence(unused.reason())));
    }
  }

  private static String line(DraftBlock block, DraftSentence sentence) {
    var line = new StringBuilder(block.kind().equals(DraftBlock.PARAGRAPH) ? "" : "- ");
    line.append(sentence.text());
    sentence.citations().forEach(one -> line.append(" [").append(one).append(']'));
    if (sentence.check() != null) {
      line.append(" (").append(sentence.check()).append(')');
    }
    if (sentence.origin().equals(DraftSentence.EDITOR)) {
      line.append(' ').append(Texts.of("brief.by-hand"));
    }
    return line.append("  ").append(sentence.id()).toString();
  }
}
