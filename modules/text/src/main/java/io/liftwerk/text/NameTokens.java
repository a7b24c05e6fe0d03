package io.liftwerk.text;

import io.liftwerk.text.lookup.Fold;
import java.util.Arrays;

/** The words of a text with the classes they are in, and what stands between them. */
final class NameTokens {
  private static final int KNOWN_NAME =
      NameWords.GIVEN | NameWords.GIVEN_OR_WORD | NameWords.SURNAME | NameWords.SURNAME_OR_WORD;

  final String text;
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int[] classes = new int[16];
  private int count;
  private int all;
  private int english;
  private int german;

  NameTokens(String text) {
    this.text = text;
    int i = 0;
    while (i < text.length()) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        i = word(i);
      } else {
        i++;
      }
    }
  }

  /** Reads the word from {@code start}: letters, and hyphens and apostrophes between them. */
  private int word(int start) {
    boolean digits = false;
    int hyphen = -1;
    int i = start;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
        digits |= Character.isDigit(c);
      } else if (isInner(c) && i + 1 < text.length() && Character.isLetter(text.charAt(i + 1))) {
        hyphen = c == '-' ? i : hyphen;
      } else {
        break;
      }
      i++;
    }
    int end = i - start > 2 && isGenitive(i) ? i - 2 : i;
    add(start, end, digits ? NameWords.STOP : classes(start, end, hyphen));
    return i;
  }

  private static boolean isInner(char c) {
    return c == '-' || c == '\'' || c == '’';
  }

  private boolean isGenitive(int end) {
    char mark = text.charAt(end - 2);
    return (mark == '\'' || mark == '’') && Fold.of(text.charAt(end - 1)) == 's';
  }

  private int classes(int start, int end, int hyphen) {
    int known = NameWords.of(text, start, end);
    if (known == 0 && isContraction(start, end)) {
      return NameWords.STOP;
    }
    if (known != 0) {
      return known;
    }
    if (hyphen > start && hyphen < end - 1) {
      int last = NameWords.of(text, hyphen + 1, end);
      int no = NameWords.STOP | NameWords.COMPANY | NameWords.STREET;
      if ((last & no) != 0 && (last & (NameWords.GIVEN | NameWords.SURNAME)) == 0) {
        return last & no;
      }
      return (NameWords.of(text, start, text.indexOf('-', start)) | last) & KNOWN_NAME;
    }
    if (end - start > 4 && Fold.of(text.charAt(end - 1)) == 's') {
      int bare = NameWords.of(text, start, end - 1) & (NameWords.GIVEN | NameWords.SURNAME);
      if (bare != 0) {
        return bare | NameWords.GENITIVE;
      }
    }
    return isStreet(start, end) ? NameWords.STREET : 0;
  }

  /** I'm, we've, don't. */
  private boolean isContraction(int start, int end) {
    for (int i = Math.max(start + 1, end - 3); i < end - 1; i++) {
      char c = text.charAt(i);
      if (c == '\'' || c == '’') {
        String rest = Fold.of(text.substring(i + 1, end));
        return rest.equals("m")
            || rest.equals("t")
            || rest.equals("d")
            || rest.equals("ve")
            || rest.equals("re")
            || rest.equals("ll");
      }
    }
    return false;
  }

  private boolean isStreet(int start, int end) {
    for (String suffix : new String[] {"strase", "strasse", "gasse", "allee", "platz", "weg"}) {
      if (end - start > suffix.length() + 1 && endsWith(end, suffix)) {
        return true;
      }
    }
    return false;
  }

  private boolean endsWith(int end, String suffix) {
    for (int i = 0; i < suffix.length(); i++) {
      if (Fold.of(text.charAt(end - suffix.length() + i)) != suffix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void add(int start, int end, int bits) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      classes = Arrays.copyOf(classes, count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    classes[count] = bits;
    count++;
    all |= bits;
    english += (bits & NameWords.ENGLISH) != 0 ? 1 : 0;
    german += (bits & NameWords.GERMAN) != 0 ? 1 : 0;
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

  /** Whether word {@code i} exists and is in one of {@code bits}. */
  boolean is(int i, int bits) {
    return i >= 0 && i < count && (classes[i] & bits) != 0;
  }

  /** Whether any word is in one of {@code bits}. */
  boolean any(int bits) {
    return (all & bits) != 0;
  }

  /** Whether it is English rather than German: there only names have capitals inside a sentence. */
  boolean isEnglish() {
    return english > german;
  }

  /** Whether it is said in a sentence rather than listed. */
  boolean isSentence() {
    return count >= 3 && english + german > 0;
  }

  boolean isCapital(int i) {
    return ends[i] - starts[i] > 1 && Character.isUpperCase(text.charAt(starts[i]));
  }

  boolean isInitial(int i) {
    return ends[i] - starts[i] == 1 && Character.isUpperCase(text.charAt(starts[i]));
  }

  boolean isLower(int i) {
    return Character.isLowerCase(text.charAt(starts[i]));
  }

  /** Whether word {@code i}, folded, is {@code word}. */
  boolean equals(int i, String word) {
    return i >= 0 && i < count && ends[i] - starts[i] == word.length() && endsWith(ends[i], word);
  }

  /** The character after word {@code i} (behind a genitive's s), or a line end at the text's. */
  char after(int i) {
    int end = afterIndex(i);
    return end < text.length() ? text.charAt(end) : '\n';
  }

  private int afterIndex(int i) {
    int end = ends[i];
    return end + 1 < text.length()
            && isInner(text.charAt(end))
            && Fold.of(text.charAt(end + 1)) == 's'
        ? end + 2
        : end;
  }

  boolean isGenitiveAfter(int i) {
    return afterIndex(i) > ends[i];
  }

  /** Whether only blanks stand between word {@code i} and the next, or a dot after one letter. */
  boolean isJoined(int i) {
    if (i < 0 || i + 1 >= count || isGenitiveAfter(i)) {
      return false;
    }
    int from = ends[i];
    if (text.charAt(from) == '.' && (isInitial(i) || is(i, NameWords.TITLE | NameWords.ADDRESS))) {
      from++;
    }
    int to = starts[i + 1];
    for (int k = from; k < to; k++) {
      char c = text.charAt(k);
      if (c != ' ' && c != '\u00A0' && c != '\t') {
        return false;
      }
    }
    return to - from <= 4;
  }

  /** What stands between word {@code i} and the next, or to the end of the text. */
  String gap(int i) {
    return text.substring(ends[i], i + 1 < count ? starts[i + 1] : text.length());
  }

  /** Whether nothing else follows word {@code i} on its line, or not without a sign between. */
  boolean endsLine(int i) {
    int k = afterIndex(i);
    while (k < text.length() && (text.charAt(k) == ' ' || text.charAt(k) == '\u00A0')) {
      k++;
    }
    return k >= text.length() || ",;.!?|\n\r()<>[]\"–—:/*".indexOf(text.charAt(k)) >= 0;
  }

  /** Whether word {@code i} is the first of its line. */
  boolean startsLine(int i) {
    int k = starts[i] - 1;
    while (k >= 0 && !Character.isLetterOrDigit(text.charAt(k))) {
      if (text.charAt(k) == '\n' || text.charAt(k) == '\r') {
        return true;
      }
      k--;
    }
    return k < 0;
  }
}
