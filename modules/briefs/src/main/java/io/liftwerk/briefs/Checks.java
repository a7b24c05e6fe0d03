package io.liftwerk.briefs;

import io.liftwerk.briefs.Contradictions.Pair;
import io.liftwerk.briefs.Contradictions.Place;
import io.liftwerk.briefs.reading.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Facts that somebody has to look at, and what follows for the draft. */
final class Checks {
  private static final int MOST_OTHERS = 12;

  private final EvidenceBook book;
  private final List<FactToCheck> found = new ArrayList<>();

  /** Sentences that must not stand, by {@link DraftComposer#key}, with the reason. */
  final Map<String, String> out = new HashMap<>();

  /** Ids of facts to check by the key of sentences they touch. */
  final Map<String, String> touched = new HashMap<>();

  Checks(EvidenceBook book) {
    this.book = book;
  }

  List<FactToCheck> found() {
    return List.copyOf(found);
  }

  /**
   * @param used own documents that the draft may use
   * @param own all own documents
   * @param pages competitors' pages on the topic
   */
  void look(
      Topic topic,
      DocumentReader reader,
      List<ReadDocument> used,
      List<ReadDocument> own,
      List<ReadDocument> pages) {
    var contradictions = new Contradictions(topic, reader.vocabulary());
    List<Frame> mine = used.stream().flatMap(one -> contradictions.frames(one).stream()).toList();
    List<Frame> all = own.stream().flatMap(one -> contradictions.frames(one).stream()).toList();
    List<Frame> theirs =
        pages.stream().flatMap(one -> contradictions.frames(one).stream()).toList();
    contradictions.between(mine, all).forEach(this::own);
    contradictions.negations(places(used), places(own)).forEach(this::own);
    contradictions.between(mine, theirs).forEach(this::competitor);
    contradictions.negations(places(used), places(pages)).forEach(this::competitor);
    others(used, pages, topic);
  }

  private static List<Place> places(List<ReadDocument> documents) {
    return documents.stream()
        .flatMap(one -> one.sentences().map(sentence -> new Place(one, sentence)))
        .toList();
  }

  private static String subject(Pair pair) {
    Set<String> shared = pair.shared();
    for (Term term : pair.one().sentence().terms()) {
      if (term.kind() == Term.Kind.NOUN
          && (shared.contains(term.key()) || shared.contains(term.family()))) {
        return term.surface();
      }
    }
    return pair.one().sentence().terms().stream()
        .filter(term -> term.kind() == Term.Kind.NOUN)
        .map(Term::surface)
        .findFirst()
        .orElse(pair.one().sentence().text());
  }

  private String id() {
    return "check-" + (found.size() + 1);
  }

  /** Of two own sources that say when they were changed the newer stands, marked; else neither. */
  private void own(Pair pair) {
    String id = id();
    LocalDate one = pair.one().document().document().date();
    LocalDate other = pair.other().document().document().date();
    @Nullable Place newer =
        one == null || other == null || one.equals(other)
            ? null
            : one.isAfter(other) ? pair.one() : pair.other();
    for (Place place : List.of(pair.one(), pair.other())) {
      String key = DraftComposer.key(place.sentence());
      if (place.equals(newer)) {
        touched.putIfAbsent(key, id);
      } else {
        out.putIfAbsent(key, "It contradicts another own source: see '%s'.".formatted(id));
      }
    }
    String what = pair.isNegation() ? "say the opposite" : "give different figures";
    String reason =
        newer == null
            ? "Two own sources %s, and their dates do not tell which is right.".formatted(what)
            : "Two own sources %s; the newer one is of %s."
                .formatted(what, newer.document().document().date());
    found.add(
        new FactToCheck(
            id,
            FactToCheck.CONTRADICTION,
            subject(pair),
            reason,
            List.of(book.quote(pair.one().sentence()), book.quote(pair.other().sentence()))));
  }

  private void competitor(Pair pair) {
    String id = id();
    touched.putIfAbsent(DraftComposer.key(pair.one().sentence()), id);
    found.add(
        new FactToCheck(
            id,
            "competitor-contradicts",
            subject(pair),
            pair.isNegation()
                ? "A competitor says the opposite."
                : "A competitor gives another figure.",
            List.of(book.quote(pair.one().sentence()), book.quote(pair.other().sentence()))));
  }

  /** Figures and standards that only competitors have. */
  private void others(List<ReadDocument> used, List<ReadDocument> pages, Topic topic) {
    Set<String> known =
        used.stream()
            .flatMap(ReadDocument::sentences)
            .flatMap(one -> one.values().stream())
            .map(io.liftwerk.briefs.reading.Value::key)
            .collect(Collectors.toCollection(HashSet::new));
    Set<String> quoted =
        found.stream()
            .flatMap(one -> one.quotes().stream())
            .map(Quote::sentence)
            .collect(Collectors.toSet());
    int before = found.size();
    for (ReadDocument page : pages) {
      for (ReadSentence sentence : page.sentences().toList()) {
        Set<String> fresh = new LinkedHashSet<>();
        sentence.values().stream()
            .filter(value -> known.stream().noneMatch(key -> key.equals(value.key())))
            .forEach(value -> fresh.add(value.isStandard() ? value.key() : value.text()));
        boolean tells =
            !fresh.isEmpty()
                && !sentence.sentence().fragment()
                && !sentence.asks()
                && !isOwnVoice(sentence)
                && sentence.has(Term.Kind.NOUN)
                && !quoted.contains(sentence.text());
        if (tells && found.size() < before + MOST_OTHERS) {
          found.add(
              new FactToCheck(
                  id(),
                  "competitor-only",
                  String.join(", ", fresh),
                  "Only a competitor says it: it takes an own source before it is stated.",
                  List.of(book.quote(sentence))));
        }
      }
    }
  }

  /** Somebody speaking of himself states no fact. */
  private static boolean isOwnVoice(ReadSentence sentence) {
    String first = sentence.text().split("\\s", 2)[0].toLowerCase(java.util.Locale.ROOT);
    return Set.of("ich", "wir", "i", "we", "unser", "unsere", "our", "mein", "my").contains(first);
  }
}
