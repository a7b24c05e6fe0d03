package io.liftwerk.briefs;

import io.liftwerk.briefs.cms.Block;
import io.liftwerk.briefs.cms.CmsPost;
import io.liftwerk.briefs.cms.Source;
import io.liftwerk.briefs.cms.Span;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A draft as a CMS takes it: citations point at the documents and sections that say it, numbered in
 * the order in which they come up. The date is left to the CMS: the one of a brief is that of a
 * source, not of a publication.
 */
final class DraftPost {
  private final BriefDocument document;
  private final Map<Source, Integer> sources = new LinkedHashMap<>();

  private DraftPost(BriefDocument document) {
    this.document = document;
  }

  /**
   * @param filing where the CMS is to file it
   * @throws WorkbenchException code {@code draft-missing} where no source carries a draft, {@code
   *     draft-blocked} where the rails hold it back, {@code hreflang-twice}
   */
  static CmsPost of(BriefDocument document, Filing filing) {
    if (!document.review().exportable()) {
      throw new WorkbenchException(
          "draft-blocked",
          "The draft of '%s' is blocked by the guardrails and is not exported."
              .formatted(document.id()),
          "Look at the findings, and mend the sentences that they name.");
    }
    Draft draft = document.draft();
    if (draft == null) {
      throw new WorkbenchException(
          "draft-missing",
          "The brief '%s' has no draft: no source of the client's carries one."
              .formatted(document.id()),
          "Add sources of the client's own and compose it again.");
    }
    return new DraftPost(document).post(draft, filing);
  }

  private CmsPost post(Draft draft, Filing filing) {
    Brief brief = document.brief();
    var body = new ArrayList<Block>();
    for (DraftSection section : draft.sections()) {
      if (!section.heading().isBlank()) {
        body.add(new Block.Heading(section.level(), section.heading()));
      }
      section.blocks().forEach(block -> body.add(block(block)));
    }
    String description = brief.description().text();
    return new CmsPost(
        document.id(),
        draft.title(),
        brief.slug(),
        brief.language(),
        body,
        List.copyOf(sources.keySet()),
        description,
        description,
        known(brief.publication().author()),
        null,
        filing.categories(),
        filing.tags(),
        versions(brief.hreflang()),
        brief.structuredData().stream().map(StructuredData::data).toList(),
        Map.of());
  }

  private Block block(DraftBlock block) {
    List<List<Span>> sentences = block.sentences().stream().map(this::spans).toList();
    if (!block.kind().equals(DraftBlock.PARAGRAPH)) {
      return new Block.Listing(block.kind().equals(DraftBlock.STEPS), sentences);
    }
    var spans = new ArrayList<Span>();
    for (List<Span> sentence : sentences) {
      if (!spans.isEmpty()) {
        spans.add(new Span.Text(" "));
      }
      spans.addAll(sentence);
    }
    return new Block.Paragraph(spans);
  }

  private List<Span> spans(DraftSentence sentence) {
    var spans = new ArrayList<Span>();
    spans.add(new Span.Text(sentence.text()));
    sentence.citations().stream()
        .map(this::source)
        .distinct()
        .forEach(number -> spans.add(new Span.Citation(number)));
    return spans;
  }

  private int source(int passage) {
    Evidence evidence = document.evidence(passage);
    SourceRef named = document.source(evidence);
    String title = named.title().isBlank() ? named.name() : named.title();
    var source = new Source(title, named.url(), evidence.section());
    return sources.computeIfAbsent(source, fresh -> sources.size() + 1);
  }

  private static Map<String, String> versions(List<Alternate> alternates) {
    var versions = new LinkedHashMap<String, String>();
    for (Alternate alternate : alternates) {
      if (versions.put(alternate.language(), alternate.url()) != null) {
        throw new WorkbenchException(
            "hreflang-twice",
            "The brief names its version '%s' twice.".formatted(alternate.language()),
            "Each language stands once.");
      }
    }
    return versions;
  }

  private static String known(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** What is to be said about exporting {@code document}, beside what the post itself says. */
  static List<String> notes(BriefDocument document) {
    Draft draft = document.draft();
    long open =
        draft == null
            ? 0
            : draft.sentences().stream().filter(sentence -> sentence.check() != null).count();
    return open == 0
        ? List.of()
        : List.of(
            "Sentences of the draft that touch facts still to be checked: %d.".formatted(open));
  }
}
