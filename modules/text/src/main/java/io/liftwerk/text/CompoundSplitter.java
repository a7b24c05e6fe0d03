package io.liftwerk.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes German compounds apart, so that "Außentreppe" counts for "Treppe", by what the user's own
 * vocabulary shows of parts.
 *
 * <p>After Koehn and Knight, Empirical Methods for Compound Splitting (EACL 2003): of all ways to
 * cut a word the one whose parts have the highest geometric mean of frequencies, with linking
 * letters between parts (s, es, n, en, er, e, ens) and a dropped e. It differs in three points:
 *
 * <ul>
 *   <li>The word's own frequency does not compete: who counts for Treppe does not stop doing so
 *       because many search for Außentreppe.
 *   <li>Vocabularies of accounts are small. A last part must have been seen alone, in whatever
 *       inflection, or behind three different known first parts; a first part alone, as a verb's
 *       stem, or before two different last parts. Where no cut has both, a long last part seen
 *       alone suffices if what stands before it could be a word. Ordinary German words of a shipped
 *       list count as seen once.
 *   <li>Suffixes, verbs' prefixes and words that have become one (Handschuh, Einkauf) are on a
 *       shipped list, so that "Doktor" does not count for "Tor" even where many search for that.
 * </ul>
 *
 * <p>Parts are at least three letters long. Immutable; may be used by several threads at once.
 */
public final class CompoundSplitter {
  private static final int SHORTEST = 3;
  private static final int SHORTEST_UNKNOWN = 4;
  private static final int SHORTEST_BEHIND_UNKNOWN = 4;
  private static final int SHORTEST_WITH_UNKNOWN = 9;
  private static final int LONGEST_WORD = 60;

  private final PartEvidence evidence;

  private CompoundSplitter(PartEvidence evidence) {
    this.evidence = evidence;
  }

  /**
   * Learns from a vocabulary.
   *
   * @param vocabulary words after {@link Words#fold} and how often each was seen (terms, clicks);
   *     less than 1 counts as 1
   */
  public static CompoundSplitter learn(Map<String, ? extends Number> vocabulary) {
    return new CompoundSplitter(new PartEvidence(vocabulary));
  }

  /**
   * The parts of {@code folded}, first to last; the word itself where it is none. A first part
   * comes as its word: without linking letters ({@code versicherung}), with its dropped e ({@code
   * schule}), where the vocabulary has that; the last as it stands.
   *
   * @param folded a word after {@link Words#fold}
   */
  public List<String> split(String folded) {
    List<Cut> parts = new ArrayList<>();
    cut(folded, parts);
    return parts.size() < 2 ? List.of(folded) : parts.stream().map(Cut::word).toList();
  }

  /** The parts as they stand in the word, linking letters and all. */
  List<String> pieces(String folded) {
    List<Cut> parts = new ArrayList<>();
    cut(folded, parts);
    return parts.stream().map(Cut::piece).toList();
  }

  /**
   * A part as it stands in the compound.
   *
   * @param word what it is alone
   */
  private record Cut(String piece, String word) {}

  private void cut(String word, List<Cut> parts) {
    Split best = best(word);
    if (best == null) {
      parts.add(new Cut(word, word));
      return;
    }
    first(word.substring(0, best.at()), best.first(), parts);
    cut(word.substring(best.at()), parts);
  }

  /** A first part may be a compound itself, with linking letters behind it. */
  private void first(String piece, String word, List<Cut> parts) {
    List<Cut> inner = new ArrayList<>();
    String whole = piece.startsWith(word) ? word : piece;
    cut(whole, inner);
    if (inner.size() == 1) {
      parts.add(new Cut(piece, word));
      return;
    }
    Cut last = inner.removeLast();
    parts.addAll(inner);
    parts.add(new Cut(last.piece() + piece.substring(whole.length()), last.word()));
  }

  private record Split(int at, String first, double score) {}

  private @Nullable Split best(String word) {
    int length = word.length();
    if (length < 2 * SHORTEST
        || length > LONGEST_WORD
        || CompoundRules.isWhole(word)
        || !PartEvidence.isLetters(word)) {
      return null;
    }
    Split known = null;
    Split unknown = null;
    for (int at = SHORTEST; at <= length - SHORTEST; at++) {
      String piece = word.substring(0, at);
      String last = word.substring(at);
      double strength = evidence.last(last);
      if (strength == 0 || CompoundRules.isPrefix(piece)) {
        continue;
      }
      boolean rare = CompoundRules.isRarelyLast(last);
      PartEvidence.First first = evidence.first(piece);
      if (first != null) {
        double score = Math.sqrt(first.strength() * strength);
        boolean sure = !rare || first.alone() && at > SHORTEST;
        if (sure && (known == null || score > known.score())) {
          known = new Split(at, first.word(), score);
        }
      } else if (unknown == null && !rare && isEnough(piece, last)) {
        unknown = new Split(at, piece, 0);
      }
    }
    return known == null ? unknown : known;
  }

  private boolean isEnough(String unknown, String last) {
    return unknown.length() >= SHORTEST_UNKNOWN
        && last.length() >= SHORTEST_BEHIND_UNKNOWN
        && unknown.length() + last.length() >= SHORTEST_WITH_UNKNOWN
        && evidence.isAlone(last)
        && evidence.couldBeWord(unknown);
  }
}
