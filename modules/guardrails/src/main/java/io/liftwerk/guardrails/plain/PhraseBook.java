package io.liftwerk.guardrails.plain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Phrases that a rail looks for, written down in a resource beside its class:
 *
 * <pre>
 * IGNORE = ignore forget vergiss ignorier*
 * ORDERS = instruction* anweisung* *prompt
 * override: IGNORE !NOT ~4 ORDERS          # at most four words between, the next none of NOT
 * override: IGNORE everything ?PRIOR
 * threat: ^ WILL ~2 HURT unless GAME
 * </pre>
 *
 * <p>A line with {@code =} is a class of words; a star stands for any letters before or after. A
 * line with a colon is a phrase of a kind: its parts are classes and single words, {@code ~n} at
 * most n words between, {@code !X} the next word is none of X, {@code ?X} a word that may be
 * missing, {@code ^} the beginning of a sentence; after {@code unless}, words that must not stand
 * in the sentence. A phrase stays within one sentence; {@code |} in place of a blank lets it go
 * over the end of one. Words are compared folded ({@link Folding}).
 */
public final class PhraseBook {
  private final Lexicon lexicon = new Lexicon();
  private final List<Phrase> phrases = new ArrayList<>();
  private final List<List<Phrase>> byFirst = new ArrayList<>();

  private PhraseBook() {}

  /**
   * A place of a view, in characters of the view.
   *
   * @param kind the phrase's
   */
  public record Match(String kind, int start, int end) {}

  /** Reads the resource {@code name} beside {@code place}. */
  public static PhraseBook of(Class<?> place, String name) {
    try (InputStream in = place.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException(name);
      }
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PhraseBook of(String text) {
    var book = new PhraseBook();
    text.lines()
        .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .forEach(book::line);
    book.index();
    return book;
  }

  private void line(String line) {
    int equals = line.indexOf(" = ");
    if (equals > 0) {
      int number = lexicon.number(line.substring(0, equals).strip());
      for (String word : line.substring(equals + 3).strip().split("\\s+")) {
        lexicon.add(word, number);
      }
      return;
    }
    int colon = line.indexOf(": ");
    if (colon < 0) {
      throw new IllegalArgumentException(line);
    }
    phrases.add(Phrase.of(line.substring(0, colon), line.substring(colon + 2), lexicon));
  }

  private void index() {
    for (Phrase phrase : phrases) {
      for (int first : phrase.firsts()) {
        while (byFirst.size() <= first) {
          byFirst.add(new ArrayList<>());
        }
        byFirst.get(first).add(phrase);
      }
    }
  }

  /** The longest match of each kind at each place, in the order of the view. */
  public List<Match> find(View view) {
    return find(Words.of(view.text(), lexicon));
  }

  private List<Match> find(Words words) {
    var matches = new ArrayList<Match>();
    for (int i = words.next(0); i >= 0; i = words.next(i + 1)) {
      BitSet classes = words.classes(i);
      for (int c = classes.nextSetBit(0); c >= 0; c = classes.nextSetBit(c + 1)) {
        if (c < byFirst.size()) {
          for (Phrase phrase : byFirst.get(c)) {
            int last = phrase.match(words, i);
            if (last >= 0) {
              add(matches, new Match(phrase.kind(), words.start(i), words.end(last)));
            }
          }
        }
      }
    }
    return matches;
  }

  private static void add(List<Match> matches, Match match) {
    for (int i = matches.size() - 1; i >= 0; i--) {
      Match other = matches.get(i);
      if (other.kind().equals(match.kind()) && other.end() > match.start()) {
        matches.set(
            i,
            new Match(
                other.kind(),
                Math.min(other.start(), match.start()),
                Math.max(other.end(), match.end())));
        return;
      }
    }
    matches.add(match);
  }
}
