package io.liftwerk.briefs;

import io.liftwerk.briefs.Planned.Purpose;
import io.liftwerk.briefs.reading.Lexicon;
import io.liftwerk.briefs.reading.Lexicon.Group;
import io.liftwerk.text.Words;
import io.liftwerk.workspace.Hashes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts own sentences into the order of the outline, whole and each once. A sentence that leans on
 * one before it ("It requires …") stands only behind that one.
 */
final class DraftComposer {
  private static final double SAME = .8;
  private static final int SHORTEST_ITEM = 3;

  /** Sentences that sections of a second source may add to one of the first. */
  private static final int MOST_ADDED = 4;

  private final Lexicon lexicon;
  private final EvidenceBook book;
  private final Map<String, String> out;
  private final Map<String, String> checks;
  private final List<Draft.Unused> unused = new ArrayList<>();
  private final List<Set<String>> said = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  /**
   * @param out sentences that must not stand, by {@link #key}, with the reason
   * @param checks ids of facts to check, by the {@link #key} of sentences they touch
   */
  DraftComposer(
      Lexicon lexicon, EvidenceBook book, Map<String, String> out, Map<String, String> checks) {
    this.lexicon = lexicon;
    this.book = book;
    this.out = out;
    this.checks = checks;
  }

  /** By what a sentence is known: its passage and its words. */
  static String key(ReadSentence sentence) {
    return key(sentence.passage().id(), sentence.text());
  }

  static String key(String passage, String text) {
    return passage + "\n" + text;
  }

  /** The draft; null where no own sentence may stand. */
  @Nullable Draft compose(String title, List<Planned> plan) {
    List<DraftSection> sections = new ArrayList<>();
    for (Planned planned : plan) {
      List<DraftBlock> blocks = blocks(planned);
      if (!blocks.isEmpty()) {
        String heading = planned.purpose == Purpose.OPENING ? "" : planned.heading;
        sections.add(new DraftSection(planned.id, heading, 2, blocks));
      }
    }
    return sections.isEmpty() ? null : new Draft(title, sections, unused);
  }

  private List<DraftBlock> blocks(Planned planned) {
    List<DraftBlock> blocks = new ArrayList<>();
    if (planned.purpose == Purpose.PRODUCTS) {
      List<DraftSentence> items = new ArrayList<>();
      for (ReadSentence sentence : planned.chosen) {
        DraftSentence kept = keep(sentence, true);
        if (kept != null) {
          items.add(kept);
        }
      }
      return items.isEmpty() ? List.of() : List.of(new DraftBlock(DraftBlock.LIST, items));
    }
    for (int i = 0; i < planned.own.size(); i++) {
      boolean first = i == 0 || planned.purpose == Purpose.SERVICE;
      blocks.addAll(section(planned.own.get(i), first ? Integer.MAX_VALUE : MOST_ADDED));
    }
    return blocks;
  }

  private List<DraftBlock> section(ReadSection section, int most) {
    List<DraftBlock> blocks = new ArrayList<>();
    List<DraftSentence> together = new ArrayList<>();
    String kind = DraftBlock.PARAGRAPH;
    ReadSentence before = null;
    boolean keptBefore = true;
    int kept = 0;
    for (ReadSentence sentence : section.sentences()) {
      String next = kind(sentence);
      boolean joined =
          before != null
              && next.equals(kind)
              && (!kind.equals(DraftBlock.PARAGRAPH)
                  || before.sentence().block() == sentence.sentence().block()
                      && before.passage().id().equals(sentence.passage().id()));
      if (!joined && !together.isEmpty()) {
        blocks.add(new DraftBlock(kind, together));
        together = new ArrayList<>();
      }
      kind = next;
      DraftSentence one = kept < most ? keep(sentence, keptBefore) : null;
      keptBefore = one != null;
      if (one != null) {
        together.add(one);
        kept++;
      }
      before = sentence;
    }
    if (!together.isEmpty()) {
      blocks.add(new DraftBlock(kind, together));
    }
    return blocks;
  }

  private static String kind(ReadSentence sentence) {
    if (sentence.text().matches("^\\d+[.)]\\s.*")) {
      return DraftBlock.STEPS;
    }
    return sentence.sentence().fragment() ? DraftBlock.LIST : DraftBlock.PARAGRAPH;
  }

  private @Nullable DraftSentence keep(ReadSentence sentence, boolean keptBefore) {
    String key = key(sentence);
    List<Words.Word> words = Words.of(sentence.text());
    if (sentence.asks()
        || StatedDate.of(sentence.text()) != null
        || words.isEmpty()
        || sentence.sentence().fragment() && words.size() < SHORTEST_ITEM) {
      return null;
    }
    String reason = out.get(key);
    if (reason == null && !keptBefore && leans(words)) {
      reason = "It refers to a sentence that is not in the draft.";
    }
    Set<String> content = content(words);
    if (reason == null && said.stream().anyMatch(other -> isSame(other, content))) {
      reason = "Another sentence of the draft says the same.";
    }
    if (reason != null) {
      unused.add(new Draft.Unused(book.quote(sentence), reason));
      return null;
    }
    said.add(content);
    return new DraftSentence(
        id(sentence.text()),
        sentence.text(),
        List.of(book.number(sentence.passage())),
        DraftSentence.SOURCE,
        checks.get(key));
  }

  private boolean leans(List<Words.Word> words) {
    return lexicon.is(Group.ANAPHORA, words.getFirst().folded());
  }

  private Set<String> content(List<Words.Word> words) {
    Set<String> content = new HashSet<>();
    for (Words.Word word : words) {
      if (!lexicon.isStop(word.folded())) {
        content.add(lexicon.stem(word.text()));
      }
    }
    return content;
  }

  private static boolean isSame(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    return both.size() >= SAME * (one.size() + other.size() - both.size());
  }

  /** Of the sentence's words, so that an edit finds it again in a later run. */
  private String id(String text) {
    String hash = "s-" + Hashes.sha256(text).substring(0, 10);
    String id = hash;
    for (int i = 2; !ids.add(id); i++) {
      id = hash + "-" + i;
    }
    return id;
  }
}
