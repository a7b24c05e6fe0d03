package io.liftwerk.keywords;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The different search terms in order of their text, with what was counted for each; whole numbers,
 * and millionths where {@link TermSnapshot} counts these.
 */
final class TermList {
  static final int IMPRESSIONS = 0;
  static final int CLICKS = 1;
  static final int COST = 2;
  static final int CONVERSIONS = 3;
  static final int VALUE = 4;

  /** Where the amounts of the period compared with begin. */
  static final int BEFORE = 5;

  private final List<String> texts = new ArrayList<>();
  private final int width;
  private long[] amounts;

  TermList(int width) {
    this.width = width;
    this.amounts = new long[width << 10];
  }

  void add(String text, long[] values) {
    int at = texts.size() * width;
    if (at + width > amounts.length) {
      amounts = Arrays.copyOf(amounts, Math.addExact(amounts.length, amounts.length >> 1));
    }
    System.arraycopy(values, 0, amounts, at, width);
    texts.add(text);
  }

  int size() {
    return texts.size();
  }

  /** How many amounts a term has. */
  int width() {
    return width;
  }

  boolean compares() {
    return width > BEFORE;
  }

  String text(int term) {
    return texts.get(term);
  }

  long amount(int term, int amount) {
    return amounts[term * width + amount];
  }

  long[] amounts(int term) {
    return Arrays.copyOfRange(amounts, term * width, (term + 1) * width);
  }
}
