package io.liftwerk.briefs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A brief and the draft that goes with it, in one document: what {@code brief.schema.json}
 * describes. Nothing in it depends on the moment or the run that made it, so that the same sources
 * give the same bytes.
 *
 * @param format {@link #FORMAT}
 * @param id of its topic and language, as in an address: {@code klettersteigset-kaufen-de}. Edits
 *     and later runs of the same topic are tied by it
 * @param brief what is to be written, and from what
 * @param draft null where the client's own sources do not carry one
 * @param review what the rails said of the sources and the draft
 */
public record BriefDocument(
    String format, String id, Brief brief, @Nullable Draft draft, Review review) {
  /** The shape of the document; its number is raised when older readers would fail. */
  public static final String FORMAT = "liftwerk-brief/1";

  public BriefDocument(String id, Brief brief, @Nullable Draft draft, Review review) {
    this(FORMAT, id, brief, draft, review);
  }

  /** The same with another draft. */
  public BriefDocument with(@Nullable Draft other) {
    return new BriefDocument(format, id, brief, other, review);
  }

  /** The same with the rails' word on it. */
  public BriefDocument with(Review other) {
    return new BriefDocument(format, id, brief, draft, other);
  }

  /** The same with data for search engines. */
  public BriefDocument with(List<StructuredData> data) {
    return new BriefDocument(format, id, brief.with(data), draft, review);
  }

  /**
   * The passage with a number, as citations name it.
   *
   * @throws IndexOutOfBoundsException when no passage has it
   */
  public Evidence evidence(int number) {
    return brief.evidence().get(number - 1);
  }

  /**
   * The document that a passage comes from.
   *
   * @throws IndexOutOfBoundsException when no source has the number
   */
  public SourceRef source(Evidence evidence) {
    return brief.sources().get(evidence.source() - 1);
  }
}
