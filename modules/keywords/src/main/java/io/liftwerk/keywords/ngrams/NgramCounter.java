package io.liftwerk.keywords.ngrams;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Adds up amounts over the terms that hold a sequence of words.
 *
 * <p>A sequence that stands twice in a term counts once. A sequence is known by the one without its
 * last word and that word, so that a term of w words needs at most n · w lookups of one long each,
 * whatever the words are; amounts lie in one array, without an object per sequence. The order in
 * which terms are added changes nothing but the numbers sequences are known by.
 */
public final class NgramCounter {
  private static final int NONE = -1;
  private static final long EMPTY = 0;

  private final int longest;
  private final int amounts;
  private final Map<String, Integer> wordNumbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  /** By place: the key {@code (prefix + 1) << 32 | word + 1} of the sequence there. */
  private long[] slotKeys = new long[1 << 12];

  private int[] slotNumbers = new int[1 << 12];

  /**
   * By sequence: its key, how many words, how many terms, the last term, the term that shows it.
   */
  private long[] keys = new long[1 << 10];

  private byte[] lengths = new byte[1 << 10];
  private int[] terms = new int[1 << 10];
  private int[] last = new int[1 << 10];
  private int[] shown = new int[1 << 10];
  private long[] shownWeight = new long[1 << 10];
  private long[] sums;
  private int size;
  private int[] scratch = new int[16];

  /**
   * @param longest words of the longest sequence to count, from 1
   * @param amounts how many amounts a term has
   */
  public NgramCounter(int longest, int amounts) {
    this.longest = longest;
    this.amounts = amounts;
    this.sums = new long[amounts << 10];
  }

  /**
   * Adds a term.
   *
   * @param term its number, another for each term
   * @param folded its words in the form in which they are to be alike
   * @param weight how much the term deserves to show how its sequences are spelled; of those that
   *     weigh the same the smallest number does
   * @param values its amounts; their sum over all terms must not exceed a long
   */
  public void add(int term, List<String> folded, long weight, long[] values) {
    int count = folded.size();
    if (scratch.length < count) {
      scratch = new int[count * 2];
    }
    for (int i = 0; i < count; i++) {
      scratch[i] = word(folded.get(i));
    }
    for (int from = 0; from < count; from++) {
      int sequence = NONE;
      int to = Math.min(count, from + longest);
      for (int at = from; at < to; at++) {
        sequence = number(sequence, scratch[at], at - from + 1);
        if (last[sequence] != term + 1) {
          last[sequence] = term + 1;
          count(sequence, term, weight, values);
        }
      }
    }
  }

  private void count(int sequence, int term, long weight, long[] values) {
    boolean first = terms[sequence]++ == 0;
    if (first
        || weight > shownWeight[sequence]
        || (weight == shownWeight[sequence] && term < shown[sequence])) {
      shown[sequence] = term;
      shownWeight[sequence] = weight;
    }
    int at = sequence * amounts;
    for (int i = 0; i < amounts; i++) {
      sums[at + i] += values[i];
    }
  }

  private int word(String folded) {
    Integer known = wordNumbers.get(folded);
    if (known != null) {
      return known;
    }
    words.add(folded);
    wordNumbers.put(folded, words.size() - 1);
    return words.size() - 1;
  }

  private int number(int prefix, int word, int length) {
    long key = (long) (prefix + 1) << 32 | (word + 1);
    int mask = slotKeys.length - 1;
    int slot = spread(key) & mask;
    while (slotKeys[slot] != EMPTY) {
      if (slotKeys[slot] == key) {
        return slotNumbers[slot];
      }
      slot = slot + 1 & mask;
    }
    if (size == keys.length) {
      grow();
    }
    slotKeys[slot] = key;
    slotNumbers[slot] = size;
    keys[size] = key;
    lengths[size] = (byte) length;
    size++;
    if (size * 10L > slotKeys.length * 6L) {
      spread();
    }
    return size - 1;
  }

  /** Fibonacci hashing: keys of one prefix are neighbours otherwise. */
  private static int spread(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed ^ mixed >>> 32);
  }

  private void spread() {
    var newKeys = new long[slotKeys.length * 2];
    var newNumbers = new int[newKeys.length];
    int mask = newKeys.length - 1;
    for (int i = 0; i < size; i++) {
      int slot = spread(keys[i]) & mask;
      while (newKeys[slot] != EMPTY) {
        slot = slot + 1 & mask;
      }
      newKeys[slot] = keys[i];
      newNumbers[slot] = i;
    }
    slotKeys = newKeys;
    slotNumbers = newNumbers;
  }

  private void grow() {
    int more = size + (size >> 1);
    keys = Arrays.copyOf(keys, more);
    lengths = Arrays.copyOf(lengths, more);
    terms = Arrays.copyOf(terms, more);
    last = Arrays.copyOf(last, more);
    shown = Arrays.copyOf(shown, more);
    shownWeight = Arrays.copyOf(shownWeight, more);
    sums = Arrays.copyOf(sums, Math.multiplyExact(more, amounts));
  }

  /** How many sequences there are; they are numbered from 0. */
  public int size() {
    return size;
  }

  /** How many words a sequence has. */
  public int length(int sequence) {
    return lengths[sequence];
  }

  /** How many terms hold it. */
  public int terms(int sequence) {
    return terms[sequence];
  }

  /** One of its sums. */
  public long sum(int sequence, int amount) {
    return sums[sequence * amounts + amount];
  }

  /** The term of greatest weight that holds it. */
  public int shown(int sequence) {
    return shown[sequence];
  }

  /** Which sequences consist of words that {@code wanted} takes alone, by number. */
  public BitSet only(Predicate<String> wanted) {
    var taken = new BitSet(words.size());
    for (int i = 0; i < words.size(); i++) {
      taken.set(i, wanted.test(words.get(i)));
    }
    var only = new BitSet(size);
    for (int i = 0; i < size; i++) {
      // a sequence is always newer than the one without its last word
      int prefix = (int) (keys[i] >>> 32) - 1;
      only.set(i, taken.get((int) keys[i] - 1) && (prefix < 0 || only.get(prefix)));
    }
    return only;
  }

  /** Its words, folded, in their order. */
  public List<String> words(int sequence) {
    var found = new String[lengths[sequence]];
    int at = sequence;
    for (int i = found.length - 1; i >= 0; i--) {
      found[i] = words.get((int) keys[at] - 1);
      at = (int) (keys[at] >>> 32) - 1;
    }
    return List.of(found);
  }
}
