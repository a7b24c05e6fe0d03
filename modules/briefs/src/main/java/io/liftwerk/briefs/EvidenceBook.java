package io.liftwerk.briefs;

import io.liftwerk.knowledge.Passage;
import io.liftwerk.knowledge.Role;
import io.liftwerk.knowledge.SourceDocument;
import io.liftwerk.text.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Numbers passages and documents while a brief is put together, and once more when it is known
 * which are cited: the client's own first, each side in the order of ids, so that the rails can be
 * given the own ones alone.
 */
final class EvidenceBook {
  private final Map<String, Passage> passages = new TreeMap<>();
  private final Map<String, SourceDocument> documents = new TreeMap<>();
  private final Map<String, Integer> provisional = new HashMap<>();
  private final Set<String> mentioned = new HashSet<>();
  private final List<String> inOrder = new ArrayList<>();

  void add(SourceDocument document) {
    documents.put(document.id(), document);
  }

  /** A document that is told of even where nothing of it is cited. */
  void mention(SourceDocument document) {
    mentioned.add(document.id());
  }

  /** A number for a passage, until {@link #settle}. */
  int number(Passage passage) {
    passages.putIfAbsent(passage.id(), passage);
    return provisional.computeIfAbsent(
        passage.id(),
        id -> {
          inOrder.add(id);
          return inOrder.size();
        });
  }

  Quote quote(ReadSentence sentence) {
    return new Quote(number(sentence.passage()), sentence.text());
  }

  /** The passage of a number given out by {@link #number}. */
  Passage passage(int number) {
    return Objects.requireNonNull(passages.get(inOrder.get(number - 1)));
  }

  SourceDocument document(int number) {
    return Objects.requireNonNull(documents.get(passage(number).document()));
  }

  /**
   * The lasting numbers.
   *
   * @param sources documents with a cited passage, and all competitors
   * @param evidence by lasting number
   * @param numbers the lasting number of each provisional one
   * @param documents lasting number by document id
   */
  record Settled(
      List<SourceRef> sources,
      List<Evidence> evidence,
      Map<Integer, Integer> numbers,
      Map<String, Integer> documents) {

    int of(int provisional) {
      return Objects.requireNonNull(numbers.get(provisional));
    }
  }

  /**
   * Settles the numbers.
   *
   * @param used provisional numbers of what is cited; all others get none
   */
  Settled settle(Set<Integer> used) {
    List<SourceRef> sources = new ArrayList<>();
    List<Evidence> evidence = new ArrayList<>();
    Map<Integer, Integer> numbers = new HashMap<>();
    Map<String, Integer> places = new HashMap<>();
    for (Role role : List.of(Role.OWN, Role.COMPETITOR)) {
      for (SourceDocument document : documents.values()) {
        List<Passage> cited =
            document.role() == role
                ? passages.values().stream()
                    .filter(passage -> passage.document().equals(document.id()))
                    .filter(passage -> used.contains(provisional.get(passage.id())))
                    .sorted((a, b) -> Integer.compare(a.ordinal(), b.ordinal()))
                    .toList()
                : List.of();
        boolean told = role == Role.COMPETITOR || mentioned.contains(document.id());
        if (document.role() != role || cited.isEmpty() && !told) {
          continue;
        }
        sources.add(source(document, sources.size() + 1));
        places.put(document.id(), sources.size());
        for (Passage passage : cited) {
          evidence.add(
              new Evidence(
                  evidence.size() + 1,
                  sources.size(),
                  passage.id(),
                  String.join(" › ", passage.section()),
                  passage.text()));
          numbers.put(provisional.get(passage.id()), evidence.size());
        }
      }
    }
    return new Settled(sources, evidence, numbers, places);
  }

  private static SourceRef source(SourceDocument document, int number) {
    return new SourceRef(
        number,
        document.role().name().toLowerCase(Locale.ROOT),
        document.origin(),
        document.title(),
        document.url(),
        code(document.language()),
        document.date() == null ? null : document.date().toString());
  }

  /** BCP 47; {@code und} where the language is none of ours. */
  static String code(Language language) {
    return switch (language) {
      case GERMAN -> "de";
      case ENGLISH -> "en";
      case OTHER -> "und";
    };
  }
}
