package io.liftwerk.report.chapter;

import io.liftwerk.report.ResultTexts;
import io.liftwerk.report.SegmentWords;
import io.liftwerk.scoring.SegmentResult;
import io.liftwerk.warehouse.ActivationCoverage;
import io.liftwerk.workspace.RunRecord;
import java.util.List;

/** What a segment is worth and whom of it consent covers. Its members stay in the workspace. */
final class SegmentChapter extends Wording {

  SegmentChapter(ResultTexts texts) {
    super(texts);
  }

  Chapter of(RunRecord run, SegmentResult result) {
    var words = new SegmentWords(texts);
    Draft draft = draft(run, words.finding(result));
    draft.fact(
        text("segments.members"),
        formats.count(result.members()),
        text("segments.eligible", formats.count(result.eligible())));
    Double successes = result.successes();
    Double random = result.successesAtRandom();
    if (successes != null && random != null) {
      draft.fact(
          text("segments.successes"),
          formats.decimal(successes, 1),
          text("segments.random", formats.decimal(random, 1)));
    }
    if (result.worth() != null) {
      draft.fact(
          text("segments.worth"),
          words.money(result.worth(), result),
          text("segments.random", words.money(result.worthAtRandom(), result)));
    }
    ActivationCoverage coverage = result.coverage();
    draft.fact(
        text("segments.covered"),
        coverage == null ? "–" : formats.count(coverage.covered()),
        coverage == null
            ? text("segments.not.judged")
            : text("segments.of.persons", formats.count(coverage.persons())));
    if (coverage != null) {
      coverage
          .heldBack()
          .forEach(
              part ->
                  draft.used(
                      text(
                          "segments.held", formats.count(part.rows()), sentence(part.sentence()))));
    }
    if (result.withoutPerson() > 0) {
      draft.used(text("segments.without.person", formats.count(result.withoutPerson())));
    }
    Long joined = result.joined();
    Long left = result.left();
    if (joined != null && left != null) {
      draft.used(text("segments.changed", formats.count(joined), formats.count(left)));
    }
    result.notes().forEach(note -> draft.used(sentence(note)));
    return draft.of(List.of(result.of(), result.table()));
  }
}
