package io.liftwerk.guardrails.injection;

import io.liftwerk.guardrails.Decision;
import io.liftwerk.guardrails.Direction;
import io.liftwerk.guardrails.GuardPolicy.InjectionPolicy;
import io.liftwerk.guardrails.plain.Decoders;
import io.liftwerk.guardrails.plain.Folding;
import io.liftwerk.guardrails.plain.Hit;
import io.liftwerk.guardrails.plain.PageParts;
import io.liftwerk.guardrails.plain.PhraseBook;
import io.liftwerk.guardrails.plain.View;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds orders to a program. Immutable and safe for use by several threads. */
public final class Injection {
  private static final String IN_SOURCES = "@source";
  private static final String HIDDEN = "@hidden";
  private static final String TELLING = "@telling";
  private static final String OPENING = "@opening";

  /** Longer ones that tell nobody to do anything are somebody's text, not a request. */
  private static final int LONGEST_STATEMENT = 500;

  private static final double NEVER = 2;

  /** What stands run together because its blanks were taken out. */
  private static final Pattern RUN_TOGETHER =
      Pattern.compile(
          "(?:ignore|disregard|forget)(?:all|any|the|your)?(?:previous|prior|above|your)?instructions?"
              + "|ignore(?:all|previous|above)|(?:reveal|show)(?:your|the)?systemprompt"
              + "|ignoriere?alle|vergissalle|(?:vorherigen|bisherigen|deine)anweisungen|systemprompt");

  private final PhraseBook phrases = PhraseBook.of(Injection.class, "orders.txt");
  private final List<String> markers = markers();
  private final RequestClassifier classifier = RequestClassifier.shipped();

  /** What in {@code text} gives orders to a program, in the order of the text. */
  public List<Hit> find(String text, Direction direction, InjectionPolicy policy) {
    Decision decision = policy.of(direction);
    var hits = new ArrayList<Hit>();
    boolean page = PageParts.isPage(text);
    if (page) {
      for (PageParts.Part part : PageParts.of(text)) {
        phrases(part.view(), direction, part.hidden(), decision, hits);
        if (!part.hidden().isEmpty()) {
          encoded(part.view().text(), part.view(), direction, decision, hits);
        }
      }
    }
    View plain = Folding.of(text);
    List<PhraseBook.Match> matches = phrases.find(plain);
    if (!page) {
      add(matches, plain, direction, "", decision, hits);
    }
    markers(plain, decision, hits);
    encoded(text, null, direction, decision, hits);
    unseen(text, direction, decision, hits);
    if (hits.isEmpty() && direction == Direction.INPUT && policy.certainty() < 1) {
      classify(text, matches, policy.certainty(), decision, hits);
    }
    return distinct(hits);
  }

  /** The matches that count in a request. */
  static List<PhraseBook.Match> requestMatches(PhraseBook phrases, String text) {
    return counted(phrases.find(Folding.of(text)));
  }

  private void phrases(
      View view, Direction direction, String hidden, Decision decision, List<Hit> hits) {
    add(phrases.find(view), view, direction, hidden, decision, hits);
  }

  private static void add(
      List<PhraseBook.Match> matches,
      View view,
      Direction direction,
      String hidden,
      Decision decision,
      List<Hit> hits) {
    for (PhraseBook.Match match : matches) {
      if (counts(match.kind(), direction, !hidden.isEmpty())) {
        String kind = kind(match.kind());
        String reason = hidden.isEmpty() ? sentence(kind) : hiddenSentence(hidden);
        hits.add(
            Hit.of(
                hidden.isEmpty() ? kind : "hidden",
                view.start(match.start()),
                view.end(match.end()),
                reason,
                decision));
      }
    }
  }

  private static boolean counts(String kind, Direction direction, boolean hidden) {
    if (kind.endsWith(HIDDEN)) {
      return hidden;
    }
    if (kind.endsWith(TELLING) || kind.endsWith(OPENING)) {
      return false;
    }
    return !kind.endsWith(IN_SOURCES) || direction == Direction.SOURCE || hidden;
  }

  private static String kind(String phrase) {
    int at = phrase.indexOf('@');
    return at < 0 ? phrase : phrase.substring(0, at);
  }

  private static String sentence(String kind) {
    return switch (kind) {
      case "override" -> "It tells the program to forget what it was told.";
      case "reveal" -> "It asks for the program's own instructions.";
      case "role" -> "It gives the program a role without rules.";
      case "command" -> "It has the program carry out a command.";
      case "exfiltration" -> "It sends data to somewhere else.";
      default -> "It speaks to the program that reads it.";
    };
  }

  private static String hiddenSentence(String how) {
    return "It gives the program an order that readers do not see (" + how + ").";
  }

  private void markers(View plain, Decision decision, List<Hit> hits) {
    for (String marker : markers) {
      int at = plain.text().indexOf(marker);
      if (at >= 0) {
        hits.add(
            Hit.of(
                "marker",
                plain.start(at),
                plain.end(at + marker.length()),
                "It has a sign by which conversations with a model are written down.",
                decision));
      }
    }
  }

  /**
   * @param within where the text was taken from; null for the whole
   */
  private void encoded(
      String text, @Nullable View within, Direction direction, Decision decision, List<Hit> hits) {
    for (Decoders.Decoded decoded : Decoders.of(text)) {
      encoded(decoded, within, direction, decision, hits);
    }
    if (text.length() <= 4_000 && looksTurned(text)) {
      for (Decoders.Decoded decoded : Decoders.turned(text)) {
        encoded(decoded, within, direction, decision, hits);
      }
    }
  }

  private void encoded(
      Decoders.Decoded decoded,
      @Nullable View within,
      Direction direction,
      Decision decision,
      List<Hit> hits) {
    View view = decoded.view();
    int from = -1;
    int to = -1;
    for (PhraseBook.Match match : phrases.find(view)) {
      if (counts(match.kind(), direction, false)) {
        from = from < 0 ? match.start() : Math.min(from, match.start());
        to = Math.max(to, match.end());
      }
    }
    Matcher together = RUN_TOGETHER.matcher(view.text());
    if (from < 0 && decoded.how().equals("spaced letters") && together.find()) {
      from = together.start();
      to = together.end();
    }
    if (from < 0) {
      return;
    }
    // written backwards, what is read first stands last
    int one = view.start(from);
    int other = view.start(to - 1);
    int start = Math.min(one, other);
    int end = Math.max(view.end(from + 1), view.end(to));
    int first = within == null ? start : within.start(start);
    int last = within == null ? end : within.end(end);
    if (hits.stream().anyMatch(hit -> hit.start() < last && first < hit.end())) {
      // what is found in plain words is hidden by no encoding
      return;
    }
    hits.add(
        Hit.of(
            "encoded",
            first,
            last,
            "It hides an order to the program in " + decoded.how() + ".",
            decision));
  }

  /**
   * Whether hardly a word is one of either language, as in a text that was turned letter by letter.
   */
  private static boolean looksTurned(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    int words = 0;
    int known = 0;
    int start = 0;
    for (int i = 0; i <= small.length(); ) {
      int c = i < small.length() ? small.codePointAt(i) : ' ';
      int next = i + Character.charCount(c);
      if (!Character.isLetter(c)) {
        if (i > start) {
          words++;
          boolean common = i - start <= LONGEST_COMMON;
          known += common && COMMON.contains(small.substring(start, i)) ? 1 : 0;
        }
        start = next;
      }
      i = next;
    }
    return words >= 3 && known * 12 < words;
  }

  private static final int LONGEST_COMMON = 4;

  private static final Set<String> COMMON =
      Set.of(
          ("the and of to a in is for on you with what how are der die das und ist zu den mit von"
                  + " für ein eine wie was ich sie es an im auf nicht do your all it")
              .split(" "));

  /** Characters that are not seen: a finding where they spell something or part a word. */
  private static void unseen(String text, Direction direction, Decision decision, List<Hit> hits) {
    for (Folding.Unseen place : Folding.unseen(text)) {
      if (place.tags()) {
        hits.add(
            Hit.of(
                "hidden",
                place.start(),
                place.end(),
                "It has a text in characters that nobody sees.",
                decision));
      } else if (place.turns() || isWithinWord(text, place)) {
        // alone it harms nobody: what stands behind it has been read
        hits.add(
            Hit.of(
                "unseen",
                place.start(),
                place.end(),
                "It has characters that nobody sees.",
                decision == Decision.PASS ? Decision.PASS : Decision.REDACT));
      }
    }
  }

  private static boolean isWithinWord(String text, Folding.Unseen place) {
    return place.start() > 0
        && place.end() < text.length()
        && Character.isLetter(text.codePointBefore(place.start()))
        && Character.isLetter(text.codePointAt(place.end()))
        && Character.UnicodeScript.of(text.codePointBefore(place.start()))
            == Character.UnicodeScript.LATIN;
  }

  private void classify(
      String text,
      List<PhraseBook.Match> matches,
      double certainty,
      Decision decision,
      List<Hit> hits) {
    double needed = needed(matches, text, certainty);
    if (needed > 1) {
      return;
    }
    double probability = classifier.probability(text, counted(matches));
    if (probability >= needed) {
      hits.add(
          Hit.of(
              "likely",
              0,
              text.length(),
              "It reads like requests that lead a program astray (%d of 100 sure)."
                  .formatted(Math.min(99, Math.round(probability * 100))),
              decision));
    }
  }

  /**
   * How sure the classifier must be. Where no word tells a program to do something, most texts are
   * statements about someone, of which it has seen few: there it must be surer.
   */
  private static double needed(List<PhraseBook.Match> matches, String text, double certainty) {
    if (matches.stream().anyMatch(match -> match.kind().endsWith(OPENING))) {
      return Math.max(certainty, 0.9);
    }
    boolean tells = matches.stream().anyMatch(match -> match.kind().endsWith(TELLING));
    if (!tells && text.length() > LONGEST_STATEMENT) {
      return NEVER;
    }
    return tells ? certainty : certainty + 0.4 * (1 - certainty);
  }

  private static List<PhraseBook.Match> counted(List<PhraseBook.Match> matches) {
    return matches.stream().filter(match -> match.kind().indexOf('@') < 0).toList();
  }

  /** Whether a request in plain writing raises an alarm, by phrases or by {@code classifier}. */
  static boolean alarms(
      RequestClassifier classifier, PhraseBook phrases, String text, double certainty) {
    List<PhraseBook.Match> matches = phrases.find(Folding.of(text));
    List<PhraseBook.Match> counted = counted(matches);
    return !counted.isEmpty()
        || classifier.probability(text, counted) >= needed(matches, text, certainty);
  }

  /** One hit where several ways of reading found the same place. */
  private static List<Hit> distinct(List<Hit> hits) {
    var sorted = new ArrayList<>(hits);
    sorted.sort(Comparator.comparingInt(Hit::start).thenComparing(hit -> -hit.end()));
    var distinct = new ArrayList<Hit>();
    for (Hit hit : sorted) {
      boolean covered =
          distinct.stream()
              .anyMatch(
                  other ->
                      other.start() <= hit.start()
                          && other.end() >= hit.end()
                          && other.decision().compareTo(hit.decision()) >= 0);
      if (!covered) {
        distinct.add(hit);
      }
    }
    return distinct;
  }

  private static List<String> markers() {
    try (var in = Objects.requireNonNull(Injection.class.getResourceAsStream("markers.txt"));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.strip().toLowerCase(Locale.ROOT))
          .filter(line -> !line.isEmpty() && !line.startsWith("# "))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
