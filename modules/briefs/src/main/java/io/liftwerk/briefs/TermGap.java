package io.liftwerk.briefs;

import io.liftwerk.briefs.reading.Lexicon;
import io.liftwerk.briefs.reading.Lexicon.Group;
import io.liftwerk.briefs.reading.Term;
import io.liftwerk.briefs.reading.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which terms several competitors share, and where the client has them.
 *
 * <p>A term counts once a page. A compound counts for itself and for its last part; of the two the
 * narrower is told unless the wider is on more pages. Stop words, nouns that say nothing, what
 * shops put on every page, the topic's own words and names of the competitors themselves are none.
 */
final class TermGap {
  private static final int MOST = 30;
  private static final int QUOTES = 3;

  /** From this many pages on a term must be on two of them. */
  private static final int SEVERAL = 2;

  /**
   * Share of the client's texts on other topics from which on a word is the trade's, not the
   * topic's.
   */
  private static final double EVERYWHERE = .3;

  private static final int OTHERS_TO_JUDGE = 5;

  /** Letters from which on the end of a word is a word of its own even where no part is known. */
  private static final int LONG_HEAD = 5;

  private final Topic topic;
  private final Vocabulary vocabulary;
  private final Lexicon lexicon;
  private final Set<String> names;
  private final EvidenceBook book;

  /**
   * @param names words of competitors' own names
   */
  TermGap(Topic topic, Vocabulary vocabulary, Set<String> names, EvidenceBook book) {
    this.topic = topic;
    this.vocabulary = vocabulary;
    this.lexicon = vocabulary.lexicon();
    this.names = names;
    this.book = book;
  }

  /**
   * Where a term is.
   *
   * @param heading that says it where the sentence below does not; else null
   */
  private record Place(ReadSentence sentence, @Nullable String heading) {}

  /** All that is known of a key. */
  private static final class Seen {
    final Map<String, Integer> surfaces = new TreeMap<>();
    final Map<Integer, List<Place>> pages = new TreeMap<>();
    final Set<String> wider = new TreeSet<>();
    final Set<Integer> headings = new TreeSet<>();
    Term.Kind kind = Term.Kind.NOUN;
    int mentions;

    /** Whether some page has it as a word of its own, not only as the end of compounds. */
    boolean alone;

    int size() {
      return pages.size();
    }

    String surface() {
      return surfaces.entrySet().stream()
          .max(
              Map.Entry.<String, Integer>comparingByValue()
                  .thenComparing(one -> -one.getKey().length())
                  .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
          .map(Map.Entry::getKey)
          .orElse("");
    }
  }

  /**
   * @param pages competitors' pages on the topic
   * @param own the client's texts on the topic
   * @param others the client's texts on other topics
   */
  List<MustCover> find(
      List<ReadDocument> pages, List<ReadDocument> own, List<ReadDocument> others) {
    Map<String, Seen> seen = collect(pages);
    int least = pages.size() >= SEVERAL ? SEVERAL : 1;
    List<String> keys =
        seen.entrySet().stream()
            .filter(one -> one.getValue().size() >= least)
            .filter(one -> says(one.getKey(), one.getValue()))
            .map(Map.Entry::getKey)
            .filter(key -> !isEverywhere(key, others))
            .toList();
    List<String> chosen = narrow(keys, seen);
    List<MustCover> found = new ArrayList<>();
    for (String key : chosen.subList(0, Math.min(MOST, chosen.size()))) {
      found.add(covered(key, Objects.requireNonNull(seen.get(key)), pages.size(), own, others));
    }
    return found;
  }

  private static int count(Map<String, Seen> seen, String key) {
    Seen one = seen.get(key);
    return one == null ? 0 : one.size();
  }

  private Map<String, Seen> collect(List<ReadDocument> pages) {
    Map<String, Seen> seen = new TreeMap<>();
    for (int page = 0; page < pages.size(); page++) {
      for (ReadSection section : pages.get(page).sections()) {
        Set<String> heading = new LinkedHashSet<>();
        section.terms().forEach(term -> heading.addAll(keys(term)));
        for (ReadSentence sentence : section.sentences()) {
          for (Term term : sentence.terms()) {
            for (String key : keys(term)) {
              Seen one = seen.computeIfAbsent(key, any -> new Seen());
              note(one, term, page, new Place(sentence, null), key);
              if (heading.contains(key)) {
                one.headings.add(page);
              }
            }
          }
        }
        headings(section, page, seen);
      }
    }
    return seen;
  }

  /** What a heading alone says counts too; its evidence is the sentence below. */
  private void headings(ReadSection section, int page, Map<String, Seen> seen) {
    if (section.sentences().isEmpty()) {
      return;
    }
    for (Term term : section.terms()) {
      for (String key : keys(term)) {
        Seen one = seen.computeIfAbsent(key, any -> new Seen());
        one.headings.add(page);
        if (!one.pages.containsKey(page)) {
          String heading = DocumentReader.bare(section.heading());
          note(one, term, page, new Place(section.sentences().getFirst(), heading), key);
        }
      }
    }
  }

  private void note(Seen one, Term term, int page, Place place, String key) {
    one.pages.computeIfAbsent(page, any -> new ArrayList<>()).add(place);
    one.alone |= key.equals(term.key());
    one.kind = term.kind();
    one.mentions++;
    if (key.equals(term.key())) {
      one.surfaces.merge(term.surface(), 1, Integer::sum);
      if (!term.family().equals(key)) {
        one.wider.add(term.family());
      }
    } else if (one.surfaces.isEmpty()) {
      one.surfaces.put(head(term), 0);
    }
  }

  /** The last part of a compound as a word: "Bandfalldämpfer" gives "Dämpfer". */
  private String head(Term term) {
    String last = term.surface().substring(term.surface().lastIndexOf(' ') + 1);
    String before = term.surface().substring(0, term.surface().length() - last.length());
    String family = term.family().substring(term.family().lastIndexOf(' ') + 1);
    for (int at = last.length() - 3; at > 0; at--) {
      if (lexicon.stem(last.substring(at)).equals(family)) {
        String head = last.substring(at);
        return before + head.substring(0, 1).toUpperCase(Locale.ROOT) + head.substring(1);
      }
    }
    return term.surface();
  }

  private static List<String> keys(Term term) {
    return term.key().equals(term.family()) || term.kind() == Term.Kind.ENTITY
        ? List.of(term.key())
        : List.of(term.key(), term.family());
  }

  /** Whether a key is worth telling. */
  private boolean says(String key, Seen one) {
    if (one.kind == Term.Kind.STANDARD) {
      return true;
    }
    if (!one.alone) {
      return false;
    }
    if (one.kind == Term.Kind.MEASURE) {
      return !key.matches("1 (month|day|week|minute|mm)");
    }
    if (topic.isOf(key, vocabulary)) {
      return false;
    }
    String[] words = key.split(" ");
    for (String word : words) {
      if (names.contains(word)
          || names.stream().anyMatch(name -> name.length() > 5 && word.startsWith(name))) {
        return false;
      }
      if (lexicon.is(Group.GENERIC, word)
          && (words.length == 1 || word.equals(words[words.length - 1]))) {
        return false;
      }
      if (lexicon.is(Group.NAVIGATION, word)) {
        return false;
      }
    }
    if (words.length == 1) {
      return words[0].length() > 2 && !lexicon.is(Group.ACTION, words[0]);
    }
    return one.surfaces.values().stream().mapToInt(n -> n).sum() > 0 || one.size() > 1;
  }

  private boolean isEverywhere(String key, List<ReadDocument> others) {
    List<ReadDocument> articles = others.stream().filter(one -> !one.isProduct()).toList();
    if (articles.size() < OTHERS_TO_JUDGE) {
      return false;
    }
    long with = articles.stream().filter(one -> mention(key, one, false) != null).count();
    return with > EVERYWHERE * articles.size();
  }

  /** Drops what a wider, a narrower or a longer term says as well, and sorts the rest. */
  private List<String> narrow(List<String> keys, Map<String, Seen> seen) {
    Set<String> dropped = new TreeSet<>();
    for (String key : keys) {
      Seen one = seen.get(key);
      if (one == null) {
        continue;
      }
      for (String wider : one.wider) {
        if (keys.contains(wider) && !wider.equals(key)) {
          dropped.add(count(seen, wider) > one.size() ? key : wider);
        }
      }
    }
    for (String longer : keys) {
      if (longer.indexOf(' ') > 0
          && !dropped.contains(longer)
          && Character.isLetter(longer.charAt(0))) {
        for (String word : longer.split(" ")) {
          if (count(seen, word) <= count(seen, longer)) {
            dropped.add(word);
          }
        }
      }
    }
    Map<String, Integer> order = new HashMap<>();
    keys.forEach(key -> order.put(key, order.size()));
    return keys.stream()
        .filter(key -> !dropped.contains(key))
        .sorted(
            Comparator.<String>comparingInt(key -> -count(seen, key))
                .thenComparing(key -> -headings(seen, key))
                .thenComparing(key -> rank(seen, key))
                .thenComparing(key -> -mentions(seen, key))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static int headings(Map<String, Seen> seen, String key) {
    Seen one = seen.get(key);
    return one == null ? 0 : one.headings.size();
  }

  private static int mentions(Map<String, Seen> seen, String key) {
    Seen one = seen.get(key);
    return one == null ? 0 : one.mentions;
  }

  private static int rank(Map<String, Seen> seen, String key) {
    Seen one = seen.get(key);
    return one == null ? 0 : one.kind.ordinal();
  }

  private MustCover covered(
      String key, @Nullable Seen seen, int of, List<ReadDocument> own, List<ReadDocument> others) {
    Seen one = Objects.requireNonNull(seen);
    List<Quote> evidence = new ArrayList<>();
    for (List<Place> places : one.pages.values()) {
      if (evidence.size() < QUOTES) {
        Place best = best(places);
        evidence.add(
            best.heading() == null
                ? book.quote(best.sentence())
                : new Quote(book.number(best.sentence().passage()), best.heading()));
      }
    }
    List<Quote> ours = mentions(key, own);
    boolean covered = !ours.isEmpty();
    if (!covered) {
      ours = mentions(key, others);
    }
    return new MustCover(one.surface(), kind(one.kind), one.size(), of, evidence, covered, ours);
  }

  private List<Quote> mentions(String key, List<ReadDocument> documents) {
    Map<Quote, Boolean> quotes = new LinkedHashMap<>();
    for (boolean wide : new boolean[] {false, true}) {
      for (ReadDocument document : documents) {
        ReadSentence sentence = quotes.size() < QUOTES ? mention(key, document, wide) : null;
        if (sentence != null) {
          quotes.put(book.quote(sentence), true);
        }
      }
      if (!quotes.isEmpty()) {
        break;
      }
    }
    return List.copyOf(quotes.keySet());
  }

  /**
   * @param wide whether the last part of a compound is enough
   */
  private @Nullable ReadSentence mention(String key, ReadDocument document, boolean wide) {
    String last = key.indexOf(' ') < 0 ? vocabulary.head(key) : key;
    return document
        .sentences()
        .filter(
            sentence ->
                sentence.terms().stream()
                    .anyMatch(
                        term ->
                            term.key().equals(key)
                                || term.family().equals(key)
                                || wide && isWider(key, last, term)))
        .findFirst()
        .orElse(null);
  }

  private static boolean isWider(String key, String last, Term term) {
    boolean ends =
        term.key().length() >= LONG_HEAD
            && key.length() > term.key().length() + 2
            && key.endsWith(term.key());
    return ends || term.key().equals(last) || term.family().equals(last);
  }

  /** A sentence before a heading, a whole one before an item of a list, one with a figure first. */
  private static Place best(List<Place> places) {
    return places.stream()
        .min(
            Comparator.<Place>comparingInt(
                    one ->
                        (one.heading() == null ? 0 : 4)
                            + (one.sentence().sentence().fragment() ? 2 : 0)
                            + (one.sentence().values().isEmpty() ? 1 : 0))
                .thenComparing(one -> one.sentence().order()))
        .orElseThrow();
  }

  private static String kind(Term.Kind kind) {
    return switch (kind) {
      case STANDARD -> "standard";
      case MEASURE -> "measure";
      case ENTITY -> "entity";
      case NOUN, PHRASE -> "term";
    };
  }
}
