package io.liftwerk.text.identifiers;

import io.liftwerk.text.IdentifierKind;
import io.liftwerk.text.lookup.Fold;
import io.liftwerk.text.lookup.WordTable;
import java.util.Arrays;

/** The words of a text, each with its place, its writing and its classes. */
final class Scan {
  private static final int CAPITAL = 1;
  private static final int UPPER = 2;
  private static final int DIGITS = 4;
  private static final int DIGIT = 8;

  final String text;

  /** The text's characters, and each of them folded: looked at far oftener than words are. */
  private final char[] chars;

  private final char[] folded;
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int[] classes = new int[32];
  private byte[] writing = new byte[32];
  private int count;
  private int[] marks = new int[8];
  private int marked;
  private boolean paired;
  private int english;
  private int german;
  private int all;
  private boolean capitals;

  Scan(String text) {
    this.text = text;
    chars = text.toCharArray();
    int length = chars.length;
    folded = new char[length];
    for (int k = 0; k < length; k++) {
      folded[k] = Fold.of(chars[k]);
    }
    int i = 0;
    while (i < length) {
      if (isWordPart(chars[i])) {
        i = word(i);
      } else {
        i++;
      }
    }
    if (!capitals) {
      raiseNames();
    }
  }

  /** In a text without any capital, the names of the lists are read as if they had theirs. */
  private void raiseNames() {
    int no = Lexicon.COMMON | Lexicon.ENGLISH | Lexicon.GERMAN | Lexicon.GIVEN_OR_WORD;
    for (int i = 0; i < count; i++) {
      boolean known = (classes[i] & (Lexicon.GIVEN | Lexicon.PLACE)) != 0;
      if (known && (classes[i] & no) == 0) {
        writing[i] |= CAPITAL;
      }
    }
  }

  private static boolean isWordPart(char c) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** Reads letters and digits; between letters also hyphens and apostrophes. */
  private int word(int start) {
    int i = start;
    int letters = 0;
    int uppers = 0;
    int digits = 0;
    int inner = -1;
    long hash = WordTable.begin();
    int length = chars.length;
    while (i < length) {
      char c = chars[i];
      if (c >= 'a' && c <= 'z') {
        letters++;
      } else if (c >= 'A' && c <= 'Z') {
        letters++;
        uppers++;
      } else if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '-' || c == '\'' || c == '’') {
        boolean joins =
            digits == 0 && letters > 0 && i + 1 < length && Character.isLetter(chars[i + 1]);
        if (!joins) {
          break;
        }
        inner = c == '-' ? i : inner;
      } else if (isWordPart(c)) {
        letters++;
        uppers += Character.isUpperCase(c) ? 1 : 0;
      } else {
        break;
      }
      hash = WordTable.step(hash, folded[i]);
      i++;
    }
    int look = Character.isUpperCase(chars[start]) ? CAPITAL : 0;
    capitals |= uppers > 0;
    look |= uppers > 1 && uppers == letters ? UPPER : 0;
    look |= digits > 0 ? DIGIT : 0;
    look |= digits > 0 && letters == 0 ? DIGITS : 0;
    if (digits > 0) {
      add(start, i, 0, look);
    } else if (i - start > 2 && isGenitive(i)) {
      int end = i - 2;
      add(start, end, classes(start, end, inner, Lexicon.of(folded, start, end)), look);
    } else {
      add(start, i, classes(start, i, inner, Lexicon.of(hash)), look);
    }
    return i;
  }

  private boolean isGenitive(int end) {
    char mark = chars[end - 2];
    return (mark == '\'' || mark == '’') && folded[end - 1] == 's';
  }

  /** What a word with a hyphen is that is not known whole, by its first and its last part. */
  private int classes(int start, int end, int hyphen, int known) {
    if (known != 0 || hyphen < 0 || hyphen >= end) {
      return known;
    }
    int first = Lexicon.of(folded, start, text.indexOf('-', start));
    int last = Lexicon.of(folded, hyphen + 1, end);
    int either = (first | last) & Lexicon.COMMON;
    int both = first & last;
    // Outdoor-GmbH is a firm, M-AB begins a number plate
    int legal = end - hyphen > 3 ? last & Lexicon.LEGAL : 0;
    return both | either | legal | (last & Lexicon.FIRM) | ((first | last) & Lexicon.NAME);
  }

  private void add(int start, int end, int bits, int look) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      classes = Arrays.copyOf(classes, count * 2);
      writing = Arrays.copyOf(writing, count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    classes[count] = bits;
    writing[count] = (byte) look;
    if ((look & DIGIT) != 0 || (bits & (Lexicon.MONTH | Lexicon.WEEKDAY)) != 0) {
      mark(count);
    }
    int length = end - start;
    char next = end < chars.length ? chars[end] : ' ';
    paired |= length == 17 || (length == 2 && next == ':') || (length == 4 && next == '.');
    count++;
    all |= bits;
    english += (bits & Lexicon.ENGLISH) != 0 ? 1 : 0;
    german += (bits & Lexicon.GERMAN) != 0 ? 1 : 0;
  }

  private void mark(int i) {
    if (marked == marks.length) {
      marks = Arrays.copyOf(marks, marked * 2);
    }
    marks[marked++] = i;
  }

  /** The words with digits, months and days of the week, which is where numbers and dates begin. */
  int[] marks() {
    return Arrays.copyOf(marks, marked);
  }

  /** Whether a hardware address may begin with a word without digits. */
  boolean isPaired() {
    return paired;
  }

  int count() {
    return count;
  }

  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return ends[i];
  }

  int length(int i) {
    return ends[i] - starts[i];
  }

  String word(int from, int to) {
    return text.substring(starts[from], ends[to - 1]);
  }

  /** Whether word {@code i} exists and is in one of {@code bits}. */
  boolean is(int i, int bits) {
    return i >= 0 && i < count && (classes[i] & bits) != 0;
  }

  boolean any(int bits) {
    return (all & bits) != 0;
  }

  /** Whether nouns have capitals here: in doubt they have not. */
  boolean isGerman() {
    return german > english;
  }

  boolean isEnglish() {
    return english > german;
  }

  boolean isCapital(int i) {
    return i >= 0 && i < count && (writing[i] & CAPITAL) != 0;
  }

  boolean isUpper(int i) {
    return i >= 0 && i < count && (writing[i] & UPPER) != 0;
  }

  boolean isInitial(int i) {
    return isCapital(i) && ends[i] - starts[i] == 1;
  }

  boolean isDigits(int i) {
    return i >= 0 && i < count && (writing[i] & DIGITS) != 0;
  }

  boolean hasDigit(int i) {
    return i >= 0 && i < count && (writing[i] & DIGIT) != 0;
  }

  /** Whether word {@code i}, folded, is one of {@code words}. */
  boolean isOne(int i, String... words) {
    if (i < 0 || i >= count) {
      return false;
    }
    for (String word : words) {
      if (word.length() == ends[i] - starts[i] && isFolded(i, word)) {
        return true;
      }
    }
    return false;
  }

  private boolean isFolded(int i, String word) {
    for (int k = 0; k < word.length(); k++) {
      if (folded[starts[i] + k] != word.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the folded word {@code i} ends in {@code suffix} and is longer. */
  boolean endsWith(int i, String suffix) {
    int from = ends[i] - suffix.length();
    if (from <= starts[i]) {
      return false;
    }
    for (int k = 0; k < suffix.length(); k++) {
      if (folded[from + k] != suffix.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  /** Whether only blanks stand between word {@code i} and the next. */
  boolean isJoined(int i) {
    return i >= 0 && i + 1 < count && isBlank(ends[i], starts[i + 1]);
  }

  /** As {@link #isJoined}, but a full stop may stand before the blanks: St. Louis, J. R. Miller. */
  boolean isDotted(int i) {
    if (i < 0 || i + 1 >= count) {
      return false;
    }
    boolean dot = chars[ends[i]] == '.';
    return isBlank(dot ? ends[i] + 1 : ends[i], starts[i + 1]);
  }

  private boolean isBlank(int from, int to) {
    if (to - from > 3 || (to == from && to > 0 && chars[to - 1] != '.')) {
      return false;
    }
    for (int k = from; k < to; k++) {
      char c = chars[k];
      if (c != ' ' && c != '\u00A0' && c != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Whether {@code ", "} stands behind word {@code i}. */
  boolean isComma(int i) {
    return i >= 0
        && i + 1 < count
        && starts[i + 1] == ends[i] + 2
        && chars[ends[i]] == ','
        && chars[ends[i] + 1] == ' ';
  }

  /** Whether one of the {@code words} words from {@code i} on has a digit. */
  boolean isNumberWithin(int i, int words) {
    for (int k = i; k < i + words && k < count; k++) {
      if ((writing[k] & DIGIT) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@code gap} stands between word {@code i} and the next, or to the end of the text. */
  boolean isGap(int i, String gap) {
    int from = i < 0 ? 0 : ends[i];
    int to = i + 1 < count ? starts[i + 1] : chars.length;
    if (to - from != gap.length()) {
      return false;
    }
    for (int k = 0; k < gap.length(); k++) {
      if (chars[from + k] != gap.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  /** What stands between word {@code i} and the next, or to the end of the text. */
  String gap(int i) {
    int from = i < 0 ? 0 : ends[i];
    return text.substring(from, i + 1 < count ? starts[i + 1] : text.length());
  }

  /** The character after word {@code i}, or a line end at the text's. */
  char after(int i) {
    return ends[i] < chars.length ? chars[ends[i]] : '\n';
  }

  char before(int i) {
    return starts[i] > 0 ? chars[starts[i] - 1] : '\n';
  }

  boolean isGenitiveAfter(int i) {
    int end = ends[i];
    return end + 1 < chars.length
        && (chars[end] == '\'' || chars[end] == '’')
        && folded[end + 1] == 's';
  }

  /** Whether word {@code i} is the first of its line, signs of quoting left aside. */
  boolean startsLine(int i) {
    int k = starts[i] - 1;
    while (k >= 0 && " \t>\u00A0".indexOf(text.charAt(k)) >= 0) {
      k--;
    }
    return k < 0 || text.charAt(k) == '\n' || text.charAt(k) == '\r';
  }

  boolean endsLine(int i) {
    int k = ends[i];
    while (k < text.length() && " \t\u00A0,".indexOf(text.charAt(k)) >= 0) {
      k++;
    }
    return k >= text.length() || text.charAt(k) == '\n' || text.charAt(k) == '\r';
  }

  /** Whether a sentence may begin with word {@code i}. */
  boolean startsSentence(int i) {
    int k = starts[i] - 1;
    while (k >= 0 && " \t\"'>„“”‚‘’(«»*\u00A0".indexOf(text.charAt(k)) >= 0) {
      k--;
    }
    return k < 0 || ".!?:\n\r|•–".indexOf(text.charAt(k)) >= 0;
  }

  /** How many words from {@code i} on are a phrase of one of {@code bits}, or 0. */
  int phrase(int i, int bits) {
    if (!is(i, Lexicon.PHRASE)) {
      return 0;
    }
    for (int words = Math.min(Lexicon.LONGEST, count - i); words > 1; words--) {
      int last = i + words - 1;
      boolean close = ends[last] - starts[i] <= 40;
      if (close && (Lexicon.phrase(folded, starts[i], ends[last]) & bits) != 0) {
        return words;
      }
    }
    return 0;
  }

  /** Whether the ending of word {@code i}, {@code length} characters of it, is in {@code table}. */
  boolean endsIn(WordTable table, int i, int length) {
    return table.get(folded, ends[i] - length, ends[i]) != 0;
  }

  /** Whether a word near {@code from} to {@code to} speaks of {@code kind}. */
  boolean speaksOf(IdentifierKind kind, int from, int to) {
    return Context.speaks(chars, folded, from, to, kind);
  }
}
