package io.liftwerk.briefs;

import io.liftwerk.briefs.Contradictions.Pair;
import io.liftwerk.briefs.Contradictions.Place;
import io.liftwerk.briefs.reading.Lexicon;
import io.liftwerk.briefs.reading.Lexicon.Group;
import io.liftwerk.briefs.reading.Term;
import io.liftwerk.briefs.reading.Value;
import io.liftwerk.guardrails.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Facts that somebody has to look at, and what follows for the draft. */
final class Checks {
  private static final int MOST_OTHERS = 12;
  private static final int MOST_CLAIMS = 12;

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
    List<Pair> pairs = new ArrayList<>(contradictions.between(mine, all));
    pairs.addAll(contradictions.negations(places(used), places(own)));
    grouped(pairs).forEach(this::own);
    List<Pair> against = new ArrayList<>(contradictions.between(mine, theirs));
    against.removeIf(Pair::service);
    against.addAll(contradictions.negations(places(used), places(pages)));
    grouped(against).forEach(this::competitor);
    others(used, pages, reader.vocabulary().lexicon());
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

  /** The same figures on the same thing are one matter, however many pages repeat them. */
  private static Collection<List<Pair>> grouped(List<Pair> pairs) {
    Map<String, List<Pair>> groups = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      groups.computeIfAbsent(pair.unit() + pair.values(), any -> new ArrayList<>()).add(pair);
    }
    return groups.values();
  }

  /** Of own sources that say when they were changed the newest side stands, marked; else none. */
  private void own(List<Pair> pairs) {
    String id = id();
    Pair first = pairs.getFirst();
    Set<Place> some = new LinkedHashSet<>();
    Set<Place> others = new LinkedHashSet<>();
    some.add(first.one());
    others.add(first.other());
    for (Pair pair : pairs) {
      boolean turned = some.contains(pair.other()) || others.contains(pair.one());
      (turned ? others : some).add(pair.one());
      (turned ? some : others).add(pair.other());
    }
    LocalDate one = newest(some);
    LocalDate other = newest(others);
    Set<Place> newer =
        one == null || other == null || one.equals(other)
            ? Set.of()
            : one.isAfter(other) ? some : others;
    for (Set<Place> side : List.of(some, others)) {
      for (Place place : side) {
        String key = DraftComposer.key(place.sentence());
        if (side == newer) {
          touched.putIfAbsent(key, id);
        } else {
          out.putIfAbsent(key, "It contradicts another own source: see '%s'.".formatted(id));
        }
      }
    }
    String what = first.isNegation() ? "say the opposite" : "give different figures";
    LocalDate day = newer.isEmpty() ? null : newest(newer);
    String reason =
        day == null
            ? "Own sources %s, and their dates do not tell which is right.".formatted(what)
            : "Own sources %s; the newer one is of %s.".formatted(what, day);
    List<Quote> quotes = new ArrayList<>(quotes(some));
    quotes.addAll(quotes(others));
    found.add(new FactToCheck(id, FactToCheck.CONTRADICTION, subject(first), reason, quotes));
  }

  private static @Nullable LocalDate newest(Set<Place> places) {
    return places.stream()
        .map(place -> place.document().date())
        .filter(Objects::nonNull)
        .max(Comparator.<LocalDate>naturalOrder())
        .orElse(null);
  }

  /** Dated ones first, each sentence once. */
  private List<Quote> quotes(Set<Place> places) {
    Set<String> said = new HashSet<>();
    return places.stream()
        .sorted(
            Comparator.comparing((Place place) -> place.document().date() == null)
                .thenComparing(place -> place.sentence().passage().id()))
        .filter(place -> said.add(place.sentence().text()))
        .limit(2)
        .map(place -> book.quote(place.sentence()))
        .toList();
  }

  private void competitor(List<Pair> pairs) {
    String id = id();
    Pair first = pairs.getFirst();
    pairs.forEach(pair -> touched.putIfAbsent(DraftComposer.key(pair.one().sentence()), id));
    List<Quote> quotes = new ArrayList<>();
    quotes.add(book.quote(first.one().sentence()));
    pairs.stream()
        .map(pair -> book.quote(pair.other().sentence()))
        .distinct()
        .limit(2)
        .forEach(quotes::add);
    found.add(
        new FactToCheck(
            id,
            "competitor-contradicts",
            subject(first),
            first.isNegation()
                ? "A competitor says the opposite."
                : "A competitor gives another figure.",
            quotes));
  }

  /** Figures and standards that only competitors have. */
  private void others(List<ReadDocument> used, List<ReadDocument> pages, Lexicon lexicon) {
    Set<String> known =
        used.stream()
            .flatMap(ReadDocument::sentences)
            .flatMap(one -> one.values().stream())
            .map(Value::key)
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
                && sentence.stems().stream().noneMatch(stem -> lexicon.is(Group.NAVIGATION, stem))
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

  /**
   * Claims that nobody but the client makes: what it says of itself proves nothing.
   *
   * @param claims what a sentence claims that needs a source
   */
  void claims(List<ReadDocument> used, Function<ReadSentence, List<Finding>> claims) {
    Set<String> said = new HashSet<>();
    int before = found.size();
    for (ReadDocument document : used) {
      for (ReadSentence sentence : document.sentences().toList()) {
        if (sentence.asks() || !said.add(sentence.text()) || found.size() >= before + MOST_CLAIMS) {
          continue;
        }
        claims.apply(sentence).stream().findFirst().ifPresent(one -> claim(sentence, one));
      }
    }
  }

  private void claim(ReadSentence sentence, Finding claim) {
    String id = id();
    touched.putIfAbsent(DraftComposer.key(sentence), id);
    String text = sentence.text();
    found.add(
        new FactToCheck(
            id,
            FactToCheck.CLAIM,
            text.substring(
                text.offsetByCodePoints(0, claim.start()), text.offsetByCodePoints(0, claim.end())),
            claim.reason(),
            List.of(book.quote(sentence))));
  }

  /** Somebody speaking of himself states no fact. */
  private static boolean isOwnVoice(ReadSentence sentence) {
    String first = sentence.text().split("\\s", 2)[0].toLowerCase(java.util.Locale.ROOT);
    return Set.of("ich", "wir", "i", "we", "unser", "unsere", "our", "mein", "my").contains(first);
  }
}
