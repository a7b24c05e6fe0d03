package io.liftwerk.briefs;

import io.liftwerk.workspace.JobContext;
import java.sql.SQLException;

/**
 * What a run leaves in gold: {@code gold.briefs}, a row a brief, and {@code gold.brief_terms}, what
 * competitors share. A later run of the same brief replaces its rows.
 */
final class BriefTables {
  private final JobContext context;

  BriefTables(JobContext context) {
    this.context = context;
  }

  void write(BriefResult result) throws SQLException {
    context.execute("CREATE SCHEMA IF NOT EXISTS gold");
    context.execute(
        "CREATE TABLE IF NOT EXISTS gold.briefs (brief VARCHAR, topic VARCHAR, language VARCHAR,"
            + " intent VARCHAR, competitors INTEGER, terms INTEGER, covered INTEGER, sentences"
            + " INTEGER, to_check INTEGER, verdict VARCHAR, run VARCHAR)");
    context.execute(
        "CREATE TABLE IF NOT EXISTS gold.brief_terms (brief VARCHAR, term VARCHAR, kind VARCHAR,"
            + " competitors INTEGER, competitors_of INTEGER, covered BOOLEAN, run VARCHAR)");
    BriefDocument document = result.document();
    String id = document.id();
    context.execute("DELETE FROM gold.briefs WHERE brief = ?", id);
    context.execute("DELETE FROM gold.brief_terms WHERE brief = ?", id);
    Draft draft = document.draft();
    context.execute(
        "INSERT INTO gold.briefs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        document.brief().topic(),
        document.brief().language(),
        document.brief().intent().main(),
        (int) result.gap().pages().stream().filter(SerpGap.CompetitorPage::onTopic).count(),
        result.gap().terms().size(),
        (int) result.gap().terms().stream().filter(MustCover::covered).count(),
        draft == null ? 0 : draft.sentences().size(),
        document.brief().factsToCheck().size(),
        document.review().verdict(),
        context.run());
    for (MustCover term : result.gap().terms()) {
      context.execute(
          "INSERT INTO gold.brief_terms VALUES (?, ?, ?, ?, ?, ?, ?)",
          id,
          term.term(),
          term.kind(),
          term.competitors(),
          term.of(),
          term.covered(),
          context.run());
    }
  }
}
