package io.liftwerk.briefs;

import io.liftwerk.briefs.cms.SchemaOrg;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Schema.org's terms for the page of a draft, from what the document itself says, beside the
 * product that {@link ProductPage} found.
 */
final class PageData {
  private final Brief brief;
  private final List<StructuredData> data = new ArrayList<>();

  private PageData(BriefDocument document) {
    this.brief = document.brief();
  }

  /** None without a draft: there is no page to describe. */
  static List<StructuredData> of(BriefDocument document) {
    Draft draft = document.draft();
    return draft == null ? List.of() : new PageData(document).all(draft);
  }

  private List<StructuredData> all(Draft draft) {
    Publication publication = brief.publication();
    String author = publication.author();
    String date = publication.date();
    add(
        "Article",
        new SchemaOrg.Article(
            draft.title(),
            brief.description().text(),
            brief.language(),
            author == null ? null : new SchemaOrg.Author(author, "", isTeam(author)),
            publication.publisher(),
            null,
            date == null ? null : day(date),
            List.of(),
            publication.url()));
    breadcrumbs(draft, publication);
    if (publication.publisher() != null) {
      add(
          "Organization",
          new SchemaOrg.Organization(publication.publisher(), publication.site(), null, List.of()));
    }
    questions(draft);
    steps(draft);
    // of sources, which this document holds no more of
    brief.structuredData().stream().filter(one -> one.type().equals("Product")).forEach(data::add);
    return data;
  }

  private void add(String type, SchemaOrg node) {
    var tree = node.node();
    List<String> notes = SchemaOrg.notes(tree);
    data.add(new StructuredData(type, tree, notes.isEmpty() ? null : String.join(" ", notes)));
  }

  private static @Nullable Instant day(String date) {
    return date.length() < 10
        ? null
        : LocalDate.parse(date.substring(0, 10)).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** "Redaktion" and its like are no person. */
  private static boolean isTeam(String author) {
    return author.matches("(?i).*(redaktion|team|editor|gmbh|verlag|\\bag\\b|ltd).*");
  }

  private void breadcrumbs(Draft draft, Publication publication) {
    String site = publication.site();
    if (site != null && publication.publisher() != null) {
      add(
          "BreadcrumbList",
          new SchemaOrg.Breadcrumbs(
              List.of(
                  new SchemaOrg.Crumb(publication.publisher(), site + "/"),
                  new SchemaOrg.Crumb(draft.title(), publication.url()))));
    }
  }

  /** Headings that ask, with what stands below. */
  private void questions(Draft draft) {
    List<SchemaOrg.Question> questions = new ArrayList<>();
    for (DraftSection section : draft.sections()) {
      if (section.heading().endsWith("?")) {
        List<String> answer =
            section.blocks().stream()
                .flatMap(block -> block.sentences().stream())
                .map(DraftSentence::text)
                .toList();
        questions.add(new SchemaOrg.Question(section.heading(), String.join(" ", answer)));
      }
    }
    if (questions.size() > 1) {
      add("FAQPage", new SchemaOrg.FaqPage(questions));
    }
  }

  private void steps(Draft draft) {
    for (DraftSection section : draft.sections()) {
      for (DraftBlock block : section.blocks()) {
        if (block.kind().equals(DraftBlock.STEPS)) {
          add(
              "HowTo",
              new SchemaOrg.HowTo(
                  section.heading().isEmpty() ? draft.title() : section.heading(),
                  brief.description().text(),
                  block.sentences().stream()
                      .map(one -> new SchemaOrg.Step(one.text(), one.text()))
                      .toList()));
          return;
        }
      }
    }
  }
}
