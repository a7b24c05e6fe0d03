package io.liftwerk.briefs;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Title and description for search results, from what own sources say. */
final class Snippets {
  private static final int CHARACTERS = 155;

  private final Topic topic;
  private final DocumentReader reader;

  Snippets(Topic topic, DocumentReader reader) {
    this.topic = topic;
    this.reader = reader;
  }

  /**
   * The own title where it names the topic and fits, else the topic; with the publisher if it fits.
   */
  Snippet title(@Nullable ReadDocument guide, @Nullable String publisher) {
    String text = capital(topic.text());
    if (guide != null && topic.isNamed(guide.titleStems())) {
      String own = guide.shortTitle();
      if (TextWidth.title(own).pixels() <= TextWidth.TITLE_LIMIT) {
        text = own;
      }
    }
    String signed = publisher == null ? text : text + " | " + publisher;
    Snippet title = TextWidth.title(signed);
    return title.pixels() <= title.limit() ? title : TextWidth.title(text);
  }

  /** The draft's sentence that tells most of what readers expect, and the next one if it fits. */
  Snippet description(@Nullable Draft draft, List<MustCover> terms) {
    if (draft == null) {
      return TextWidth.description(capital(topic.text()));
    }
    List<DraftSentence> candidates =
        draft.sections().stream()
            .flatMap(section -> section.blocks().stream())
            .filter(block -> block.kind().equals(DraftBlock.PARAGRAPH))
            .flatMap(block -> block.sentences().stream())
            .filter(one -> one.check() == null && fits(one.text()))
            .toList();
    DraftSentence best =
        candidates.stream()
            .max(
                Comparator.comparingDouble((DraftSentence one) -> score(one.text(), terms))
                    .thenComparing(one -> -candidates.indexOf(one)))
            .orElse(null);
    if (best == null) {
      return TextWidth.description(capital(topic.text()));
    }
    int next = candidates.indexOf(best) + 1;
    String more = next < candidates.size() ? best.text() + " " + candidates.get(next).text() : "";
    return TextWidth.description(!more.isEmpty() && fits(more) ? more : best.text());
  }

  private static boolean fits(String text) {
    return text.codePointCount(0, text.length()) <= CHARACTERS
        && TextWidth.description(text).pixels() <= TextWidth.DESCRIPTION_LIMIT;
  }

  private double score(String text, List<MustCover> terms) {
    Set<String> stems = reader.stems(text);
    long told =
        terms.stream().filter(term -> stems.containsAll(reader.content(term.term()))).count();
    return 2 * topic.in(stems) + told;
  }

  static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
