package io.liftwerk.keywords;

import io.liftwerk.text.Words;
import io.liftwerk.text.Words.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The different search terms in order of their text, cut into words, with what was counted for
 * each; whole numbers, and millionths where {@link TermSnapshot} counts these.
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
  private final Map<String, Integer> wordNumbers = new HashMap<>();
  private final List<Word> vocabulary = new ArrayList<>();

  /** The numbers of all terms' words in a row, and by term where its words end there. */
  private int[] words = new int[1 << 10];

  private int[] ends = new int[1 << 8];
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
    cut(text);
    texts.add(text);
  }

  private void cut(String text) {
    List<Word> cut = Words.of(text);
    int end = texts.isEmpty() ? 0 : ends[texts.size() - 1];
    if (end + cut.size() > words.length) {
      words = Arrays.copyOf(words, words.length + (words.length >> 1) + cut.size());
    }
    for (Word word : cut) {
      words[end++] = number(word);
    }
    if (texts.size() == ends.length) {
      ends = Arrays.copyOf(ends, ends.length + (ends.length >> 1));
    }
    ends[texts.size()] = end;
  }

  private int number(Word word) {
    Integer known = wordNumbers.get(word.text());
    if (known != null) {
      return known;
    }
    vocabulary.add(new Word(word.text(), word.folded(), 0, word.text().length()));
    wordNumbers.put(word.text(), vocabulary.size() - 1);
    return vocabulary.size() - 1;
  }

  /**
   * The words of a term in their order. They are shared by all terms that have them, and so do not
   * tell their place.
   */
  List<Word> words(int term) {
    int from = term == 0 ? 0 : ends[term - 1];
    var found = new Word[ends[term] - from];
    for (int i = 0; i < found.length; i++) {
      found[i] = vocabulary.get(words[from + i]);
    }
    return List.of(found);
  }

  /** In how many terms each folded word stands. */
  Map<String, Long> vocabulary() {
    var counts = new HashMap<String, Long>();
    for (int term = 0; term < size(); term++) {
      words(term).stream()
          .map(Word::folded)
          .distinct()
          .forEach(word -> counts.merge(word, 1L, Long::sum));
    }
    return counts;
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
