package io.liftwerk.text.lookup;

/**
 * Words and the classes they are in, as bits. Looked up by a stretch of a text that is folded
 * already or folded while it is hashed, so that nothing is copied. Open addressing.
 *
 * <p>A word is known by its hash of 64 bits alone, next to its classes: a look touches one line of
 * the processor's cache. That another word has the same hash as one of 50,000 here has a chance of
 * 3 in 10<sup>15</sup>.
 */
public final class WordTable {
  /** What a hash begins with, and what multiplies it (FNV-1a). */
  private static final long BASIS = 0xCBF29CE484222325L;

  private static final long PRIME = 0x100000001B3L;

  /** Hash and classes, by turns; a hash of 0 is an empty slot. */
  private long[] slots;

  private int size;

  /**
   * @param capacity a power of two
   */
  public WordTable(int capacity) {
    slots = new long[capacity * 2];
  }

  /** Adds {@code word}, also with its umlauts spelt out. */
  public void add(String word, int bits) {
    put(Fold.of(word), bits);
    put(Fold.spelt(word), bits);
  }

  /** The bits of the word from {@code start} to before {@code end}, 0 if it is not here. */
  public int get(String text, int start, int end) {
    long hash = BASIS;
    for (int i = start; i < end; i++) {
      hash = step(hash, Fold.of(text.charAt(i)));
    }
    return get(hash);
  }

  /** As {@link #get(String, int, int)}, of a text that is folded. */
  public int get(char[] folded, int start, int end) {
    long hash = BASIS;
    for (int i = start; i < end; i++) {
      hash = step(hash, folded[i]);
    }
    return get(hash);
  }

  /** The bits of the word whose characters {@link #begin} and {@link #step} hashed. */
  public int get(long hash) {
    long whole = whole(hash);
    int slot = slot(whole);
    while (slots[slot] != 0) {
      if (slots[slot] == whole) {
        return (int) slots[slot + 1];
      }
      slot = next(slot);
    }
    return 0;
  }

  public static long begin() {
    return BASIS;
  }

  /** The hash of what {@code hash} is of and one folded character more (FNV-1a). */
  public static long step(long hash, char folded) {
    return (hash ^ folded) * PRIME;
  }

  /** The high bits, which are the better mixed, in the low ones too. */
  private static long whole(long hash) {
    long whole = hash ^ hash >>> 32;
    return whole == 0 ? 1 : whole;
  }

  private int slot(long whole) {
    return ((int) whole & slots.length / 2 - 1) * 2;
  }

  private int next(int slot) {
    return slot + 2 & slots.length - 1;
  }

  private void put(String folded, int bits) {
    if (size * 4L > slots.length) {
      grow();
    }
    long hash = BASIS;
    for (int i = 0; i < folded.length(); i++) {
      hash = step(hash, folded.charAt(i));
    }
    long whole = whole(hash);
    int slot = slot(whole);
    while (slots[slot] != 0 && slots[slot] != whole) {
      slot = next(slot);
    }
    size += slots[slot] == 0 ? 1 : 0;
    slots[slot] = whole;
    slots[slot + 1] |= bits & 0xFFFF_FFFFL;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    for (int from = 0; from < old.length; from += 2) {
      if (old[from] != 0) {
        int slot = slot(old[from]);
        while (slots[slot] != 0) {
          slot = next(slot);
        }
        slots[slot] = old[from];
        slots[slot + 1] = old[from + 1];
      }
    }
  }
}
