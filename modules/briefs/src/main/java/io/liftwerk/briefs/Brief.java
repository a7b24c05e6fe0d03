package io.liftwerk.briefs;

import java.util.List;

/**
 * What is to be written on a topic, for whom, and from which sources. Texts about the work (angle,
 * purposes, reasons) are sentences of the engine, English as stored; texts of the work (headings,
 * title, description) are in its language.
 *
 * @param topic as the user named it
 * @param language of the text to be written, BCP 47: {@code de}, {@code en}
 * @param intent what people who search for it want
 * @param audience for whom, as the user said or the sources show
 * @param angle what this text has that the competitors' have not, in one or two sentences
 * @param title for search results
 * @param description for search results
 * @param slug last part of its address: lower case letters, digits and hyphens
 * @param length how long the competitors' texts are
 * @param outline sections in their order
 * @param mustCover what readers expect to find, the most expected first
 * @param questions what people ask, the most asked first
 * @param internalLinks own pages worth a link, the most relevant first
 * @param sources the documents; {@link Evidence#source} counts them from 1
 * @param evidence passages of these; citations count them from 1
 * @param facts what may be stated, each with its passage
 * @param factsToCheck what may not be stated before somebody has looked
 * @param hreflang this page and its counterparts in other languages; empty where none is known
 * @param structuredData Schema.org's terms for the page, as JSON-LD
 * @param publication who and when
 * @param notes what else to know
 */
public record Brief(
    String topic,
    String language,
    SearchIntent intent,
    String audience,
    String angle,
    Snippet title,
    Snippet description,
    String slug,
    TextLength length,
    List<OutlineSection> outline,
    List<MustCover> mustCover,
    List<Question> questions,
    List<InternalLink> internalLinks,
    List<SourceRef> sources,
    List<Evidence> evidence,
    List<Fact> facts,
    List<FactToCheck> factsToCheck,
    List<Alternate> hreflang,
    List<StructuredData> structuredData,
    Publication publication,
    List<Note> notes) {

  public Brief {
    outline = List.copyOf(outline);
    mustCover = List.copyOf(mustCover);
    questions = List.copyOf(questions);
    internalLinks = List.copyOf(internalLinks);
    sources = List.copyOf(sources);
    evidence = List.copyOf(evidence);
    facts = List.copyOf(facts);
    factsToCheck = List.copyOf(factsToCheck);
    hreflang = List.copyOf(hreflang);
    structuredData = List.copyOf(structuredData);
    notes = List.copyOf(notes);
  }

  /** The same with data for search engines. */
  Brief with(List<StructuredData> data) {
    return new Brief(
        topic,
        language,
        intent,
        audience,
        angle,
        title,
        description,
        slug,
        length,
        outline,
        mustCover,
        questions,
        internalLinks,
        sources,
        evidence,
        facts,
        factsToCheck,
        hreflang,
        data,
        publication,
        notes);
  }
}
