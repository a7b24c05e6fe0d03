package io.liftwerk.workspace;

import java.util.Arrays;

/**
 * Remembers pseudonyms in 16 bytes each, 120 of their 130 bits: two that it takes for one are
 * nowhere to be met. It never grows beyond its bound; full, it forgets all and begins anew.
 */
final class PseudonymSet {
  private static final int FIRST_BITS = 10;
  private static final int HALF = 12;

  private final int mostBits;
  private long[] slots = new long[2 << FIRST_BITS];
  private int bits = FIRST_BITS;
  private int size;
  private boolean forgot;

  /** One of up to three million, which take 64 MB. */
  PseudonymSet() {
    this(22);
  }

  PseudonymSet(int mostBits) {
    this.mostBits = mostBits;
  }

  /** Whether {@code pseudonym} is new to it. */
  boolean add(String pseudonym) {
    if (size >= 3 << bits - 2) {
      makeRoom();
    }
    long kind = pseudonym.charAt(0) * 31L + pseudonym.charAt(1);
    // never zero, which stands for an empty slot
    long front = bits(pseudonym, 3) * 31 + kind | 1;
    return put(front, bits(pseudonym, 3 + HALF));
  }

  private boolean put(long front, long back) {
    int at = (int) ((front ^ back) * 0x9E3779B97F4A7C15L >>> 64 - bits);
    while (slots[2 * at] != 0) {
      if (slots[2 * at] == front && slots[2 * at + 1] == back) {
        return false;
      }
      at = (at + 1) & ((1 << bits) - 1);
    }
    slots[2 * at] = front;
    slots[2 * at + 1] = back;
    size++;
    return true;
  }

  private void makeRoom() {
    long[] before = slots;
    size = 0;
    if (bits == mostBits) {
      Arrays.fill(slots, 0);
      forgot = true;
      return;
    }
    bits++;
    slots = new long[2 << bits];
    for (int i = 0; i < before.length; i += 2) {
      if (before[i] != 0) {
        put(before[i], before[i + 1]);
      }
    }
  }

  /** Whether it may have called one new that had come before. */
  boolean forgot() {
    return forgot;
  }

  private static long bits(String pseudonym, int from) {
    long bits = 0;
    for (int i = from; i < from + HALF; i++) {
      char c = pseudonym.charAt(i);
      bits = bits << 5 | (c >= 'a' ? c - 'a' : c - '2' + 26);
    }
    return bits;
  }
}
