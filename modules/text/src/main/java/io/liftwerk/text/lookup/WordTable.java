package io.liftwerk.text.lookup;

import java.util.Arrays;

/**
 * Words and the classes they are in, as bits. Looked up by a stretch of a text that is folded
 * already or folded while it is hashed, so that nothing is copied. Open addressing; a slot has all
 * that most looks need side by side, for a table is larger than the nearest cache.
 */
public final class WordTable {
  /** What a hash begins with (FNV-1a). */
  private static final int BASIS = 0x811C9DC5;

  private static final int PRIME = 0x01000193;

  /** A slot's numbers: hash, place and length of the word, classes. */
  private static final int STRIDE = 4;

  private static final int LENGTH_BITS = 8;
  private static final int LONGEST = (1 << LENGTH_BITS) - 1;

  private int[] slots;
  private char[] words = new char[1024];
  private int used;
  private int size;

  /**
   * @param capacity a power of two
   */
  public WordTable(int capacity) {
    slots = new int[capacity * STRIDE];
  }

  /** Adds {@code word}, also with its umlauts spelt out. */
  public void add(String word, int bits) {
    put(Fold.of(word), bits);
    put(Fold.spelt(word), bits);
  }

  /** The bits of the word from {@code start} to before {@code end}, 0 if it is not here. */
  public int get(String text, int start, int end) {
    int hash = BASIS;
    for (int i = start; i < end; i++) {
      hash = step(hash, Fold.of(text.charAt(i)));
    }
    int whole = whole(hash);
    int slot = slot(whole);
    while (slots[slot + 1] != 0) {
      if (slots[slot] == whole && isSame(slots[slot + 1], text, start, end)) {
        return slots[slot + 2];
      }
      slot = next(slot);
    }
    return 0;
  }

  /** As {@link #get(String, int, int)}, of a text that is folded. */
  public int get(char[] folded, int start, int end) {
    int hash = begin();
    for (int i = start; i < end; i++) {
      hash = step(hash, folded[i]);
    }
    return get(folded, start, end, hash);
  }

  /**
   * As {@link #get(char[], int, int)}.
   *
   * @param hash of all characters from {@code start} on, made with {@link #begin} and {@link #step}
   */
  public int get(char[] folded, int start, int end, int hash) {
    int whole = whole(hash);
    int slot = slot(whole);
    while (slots[slot + 1] != 0) {
      if (slots[slot] == whole && isSame(slots[slot + 1], folded, start, end)) {
        return slots[slot + 2];
      }
      slot = next(slot);
    }
    return 0;
  }

  public static int begin() {
    return BASIS;
  }

  /** The hash of what {@code hash} is of and one folded character more (FNV-1a). */
  public static int step(int hash, char folded) {
    return (hash ^ folded) * PRIME;
  }

  private static int whole(int hash) {
    return hash ^ hash >>> 15;
  }

  private int slot(int whole) {
    return (whole & slots.length / STRIDE - 1) * STRIDE;
  }

  private int next(int slot) {
    int next = slot + STRIDE;
    return next == slots.length ? 0 : next;
  }

  private void put(String word, int bits) {
    char[] folded = word.toCharArray();
    if (folded.length == 0 || folded.length > LONGEST) {
      throw new IllegalArgumentException(
          "a word has 1 to " + LONGEST + " characters, not " + folded.length);
    }
    if (size * 2 * STRIDE > slots.length) {
      grow();
    }
    int hash = begin();
    for (char c : folded) {
      hash = step(hash, c);
    }
    int whole = whole(hash);
    int slot = slot(whole);
    while (slots[slot + 1] != 0) {
      if (slots[slot] == whole && isSame(slots[slot + 1], folded, 0, folded.length)) {
        slots[slot + 2] |= bits;
        return;
      }
      slot = next(slot);
    }
    slots[slot] = whole;
    slots[slot + 1] = keep(folded);
    slots[slot + 2] = bits;
    size++;
  }

  /** Place and length of {@code word}, never 0. */
  private int keep(char[] word) {
    if (used + word.length > words.length) {
      words = Arrays.copyOf(words, Math.max(words.length * 2, used + word.length));
    }
    System.arraycopy(word, 0, words, used, word.length);
    int kept = used << LENGTH_BITS | word.length;
    used += word.length;
    return kept;
  }

  private void grow() {
    int[] old = slots;
    slots = new int[old.length * 2];
    for (int from = 0; from < old.length; from += STRIDE) {
      if (old[from + 1] != 0) {
        int slot = slot(old[from]);
        while (slots[slot + 1] != 0) {
          slot = next(slot);
        }
        System.arraycopy(old, from, slots, slot, STRIDE);
      }
    }
  }

  private boolean isSame(int kept, char[] folded, int start, int end) {
    int place = kept >>> LENGTH_BITS;
    return Arrays.equals(words, place, place + (kept & LONGEST), folded, start, end);
  }

  private boolean isSame(int kept, String text, int start, int end) {
    int length = kept & LONGEST;
    if (length != end - start) {
      return false;
    }
    int place = kept >>> LENGTH_BITS;
    for (int i = 0; i < length; i++) {
      if (words[place + i] != Fold.of(text.charAt(start + i))) {
        return false;
      }
    }
    return true;
  }
}
