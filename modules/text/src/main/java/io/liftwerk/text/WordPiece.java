package io.liftwerk.text;

import io.liftwerk.text.lookup.Fold;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The pieces of BERT and its descendants: text is cleaned, folded and cut at blanks and
 * punctuation, and each word is taken apart from the left by the longest pieces there are (Wu et
 * al. 2016, as Hugging Face's tokenizers do it). Signs such as {@code [SEP]} in a text are text.
 *
 * @param numbers of each piece; within a word, pieces begin with {@code prefix}
 * @param unknown number of what is not there
 * @param prefix before a piece that continues a word
 * @param longest characters of a word; longer ones are unknown
 * @param lowers whether the model knows small letters only
 * @param strips whether it knows letters without their accents only
 */
record WordPiece(
    Map<String, Integer> numbers,
    int unknown,
    String prefix,
    int longest,
    boolean lowers,
    boolean strips)
    implements Tokenizer {

  @Override
  public int[] pieces(String text, int most) {
    var ids = new ArrayList<Integer>();
    for (String word : words(normalised(text))) {
      if (ids.size() >= most) {
        break;
      }
      add(word, ids);
    }
    return ids.stream().limit(most).mapToInt(Integer::intValue).toArray();
  }

  private void add(String word, List<Integer> ids) {
    if (word.codePointCount(0, word.length()) > longest) {
      ids.add(unknown);
      return;
    }
    int before = ids.size();
    int start = 0;
    while (start < word.length()) {
      int end = word.length();
      Integer found = null;
      while (end > start) {
        String piece = word.substring(start, end);
        found = numbers.get(start == 0 ? piece : prefix + piece);
        if (found != null) {
          break;
        }
        end = word.offsetByCodePoints(end, -1);
      }
      if (found == null) {
        ids.subList(before, ids.size()).clear();
        ids.add(unknown);
        return;
      }
      ids.add(found);
      start = end;
    }
  }

  private String normalised(String text) {
    var clean = new StringBuilder(text.length() + 8);
    text.codePoints()
        .forEach(
            c -> {
              if (isBlank(c)) {
                clean.append(' ');
              } else if (isIdeograph(c)) {
                clean.append(' ').appendCodePoint(c).append(' ');
              } else if (!isControl(c)) {
                clean.appendCodePoint(c);
              }
            });
    String normalised = clean.toString();
    if (strips && !Fold.isAscii(normalised)) {
      normalised = Normalizer.normalize(normalised, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
    }
    return lowers ? lower(normalised) : normalised;
  }

  /** Each character for itself: a sigma at the end of a word is like any other. */
  private static String lower(String text) {
    if (Fold.isAscii(text)) {
      return Fold.lower(text);
    }
    var lower = new StringBuilder(text.length());
    text.codePoints().forEach(c -> lower.append(Fold.lower(Character.toString(c))));
    return lower.toString();
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      boolean blank = isBlank(c);
      if (blank || isPunctuation(c)) {
        if (i > start) {
          words.add(text.substring(start, i));
        }
        if (!blank) {
          words.add(text.substring(i, next));
        }
        start = next;
      }
      i = next;
    }
    if (start < text.length()) {
      words.add(text.substring(start));
    }
    return words;
  }

  private static boolean isBlank(int c) {
    return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
  }

  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return c == 0xFFFD
        || type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.UNASSIGNED
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE;
  }

  private static boolean isPunctuation(int c) {
    if (c < 128) {
      return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /** The blocks that BERT's own tokenizer names. */
  private static boolean isIdeograph(int c) {
    return c >= 0x4E00 && c <= 0x9FFF
        || c >= 0x3400 && c <= 0x4DBF
        || c >= 0x20000 && c <= 0x2CEAF
        || c >= 0xF900 && c <= 0xFAFF
        || c >= 0x2F800 && c <= 0x2FA1F;
  }
}
