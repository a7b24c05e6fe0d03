package io.liftwerk.briefs;

import java.util.List;

/**
 * What competitors' pages on a topic have, beside what the client has. Numbers of sources and
 * evidence are those of the brief made from it.
 *
 * @param pages the competitors' pages, those on the topic first
 * @param intent what people want, by the kinds of these pages
 * @param length words of the pages on the topic
 * @param terms what several of them speak of, the most shared first
 * @param questions what they ask, the most asked first
 * @param patterns how they are built
 * @param passages passages of both sides that answer the topic best, the best first
 * @param chances what only the client's sources say
 * @param leftOut what was not counted, and why
 */
public record SerpGap(
    List<CompetitorPage> pages,
    SearchIntent intent,
    TextLength length,
    List<MustCover> terms,
    List<Question> questions,
    List<HeadingPattern> patterns,
    List<RankedPassage> passages,
    List<Chance> chances,
    List<LeftOut> leftOut) {

  public SerpGap {
    pages = List.copyOf(pages);
    terms = List.copyOf(terms);
    questions = List.copyOf(questions);
    patterns = List.copyOf(patterns);
    passages = List.copyOf(passages);
    chances = List.copyOf(chances);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * A competitor's page.
   *
   * @param source its number, see {@link Brief#sources}
   * @param kind see {@link SearchIntent.PageKind}
   * @param onTopic whether it counts
   * @param reason why it does or does not, one sentence
   * @param words of its text
   * @param headings in its order, without numbering
   */
  public record CompetitorPage(
      int source, String kind, boolean onTopic, String reason, int words, List<String> headings) {
    public CompetitorPage {
      headings = List.copyOf(headings);
    }
  }

  /**
   * A way of building a page.
   *
   * @param pattern {@code questions}, {@code numbered}, {@code faq}, {@code conclusion} or {@code
   *     replies}
   * @param sources numbers of the pages that are built so
   * @param examples headings
   */
  public record HeadingPattern(String pattern, List<Integer> sources, List<String> examples) {
    public HeadingPattern {
      sources = List.copyOf(sources);
      examples = List.copyOf(examples);
    }
  }

  /**
   * A passage that answers the topic.
   *
   * @param evidence its number
   * @param role whose it is, see {@link SourceRef#role}
   * @param score 0 to 1
   * @param matched words of the topic that it holds
   */
  public record RankedPassage(int evidence, String role, double score, List<String> matched) {
    public RankedPassage {
      matched = List.copyOf(matched);
    }
  }

  /**
   * Something the client's sources say on the topic and no competitor does.
   *
   * @param term what it is about
   * @param quote where it is said
   */
  public record Chance(String term, Quote quote) {}

  /**
   * Something that was not counted.
   *
   * @param what a term or the title of a page
   * @param reason one sentence
   * @param sources numbers of the pages that have it
   */
  public record LeftOut(String what, String reason, List<Integer> sources) {
    public LeftOut {
      sources = List.copyOf(sources);
    }
  }
}
