package io.liftwerk.text.lookup;

import org.jspecify.annotations.Nullable;

/**
 * Words and the classes they are in, as bits. Looked up by a stretch of a text, folded while it is
 * hashed, so that nothing is copied. Open addressing.
 */
public final class WordTable {
  private @Nullable String[] words;
  private int[] classes;
  private int size;

  /**
   * @param capacity a power of two
   */
  public WordTable(int capacity) {
    words = new String[capacity];
    classes = new int[capacity];
  }

  /** Adds {@code word}, also with its umlauts spelt out. */
  public void add(String word, int bits) {
    put(Fold.of(word), bits);
    put(Fold.spelt(word), bits);
  }

  /** The bits of the word from {@code start} to before {@code end}, 0 if it is not here. */
  public int get(String text, int start, int end) {
    int mask = words.length - 1;
    int slot = hash(text, start, end) & mask;
    while (true) {
      String word = words[slot];
      if (word == null) {
        return 0;
      }
      if (isSame(word, text, start, end)) {
        return classes[slot];
      }
      slot = slot + 1 & mask;
    }
  }

  private void put(String folded, int bits) {
    if (size * 2 > words.length) {
      grow();
    }
    int mask = words.length - 1;
    int slot = hash(folded, 0, folded.length()) & mask;
    while (true) {
      String word = words[slot];
      if (word == null) {
        words[slot] = folded;
        size++;
        break;
      }
      if (word.equals(folded)) {
        break;
      }
      slot = slot + 1 & mask;
    }
    classes[slot] |= bits;
  }

  private void grow() {
    @Nullable String[] oldWords = words;
    int[] oldClasses = classes;
    words = new String[oldWords.length * 2];
    classes = new int[oldWords.length * 2];
    size = 0;
    for (int i = 0; i < oldWords.length; i++) {
      String word = oldWords[i];
      if (word != null) {
        put(word, oldClasses[i]);
      }
    }
  }

  private static boolean isSame(String word, String text, int start, int end) {
    if (word.length() != end - start) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != Fold.of(text.charAt(start + i))) {
        return false;
      }
    }
    return true;
  }

  /** FNV-1a over folded characters. */
  private static int hash(String text, int start, int end) {
    int hash = 0x811C9DC5;
    for (int i = start; i < end; i++) {
      hash = (hash ^ Fold.of(text.charAt(i))) * 0x01000193;
    }
    return hash ^ hash >>> 15;
  }
}
