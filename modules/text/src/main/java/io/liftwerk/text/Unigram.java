package io.liftwerk.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pieces of XLM-RoBERTa and the multilingual models made of it: each word, with {@code ▁}
 * before it, is cut into the pieces whose probabilities have the largest product (Kudo 2018). Text
 * is brought into NFKC first, which is what SentencePiece's table of characters does but for some
 * rare signs.
 */
final class Unigram implements Tokenizer {
  private static final String BEGIN = "▁";

  /** What SentencePiece takes off the least probable piece for an unknown character. */
  private static final double PENALTY = 10;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final double[] scores;
  private final int unknown;
  private final double unknownScore;
  private final int longest;

  /**
   * @param pieces in the order of their numbers
   * @param scores logarithms of their probabilities
   * @param unknown number of what is not there
   */
  Unigram(List<String> pieces, double[] scores, int unknown) {
    int most = 1;
    for (int i = 0; i < pieces.size(); i++) {
      numbers.putIfAbsent(pieces.get(i), i);
      most = Math.max(most, pieces.get(i).length());
    }
    this.scores = scores.clone();
    this.unknown = unknown;
    this.unknownScore = Arrays.stream(scores).min().orElse(0) - PENALTY;
    this.longest = most;
  }

  @Override
  public int[] pieces(String text, int most) {
    var ids = new ArrayList<Integer>();
    String normalised = Normalizer.normalize(text, Normalizer.Form.NFKC);
    for (String word : normalised.split("[\\s\\p{Z}\\p{Cc}]+", -1)) {
      if (ids.size() >= most) {
        break;
      }
      if (!word.isEmpty()) {
        add(BEGIN + word, ids);
      }
    }
    return ids.stream().limit(most).mapToInt(Integer::intValue).toArray();
  }

  private void add(String word, List<Integer> ids) {
    int length = word.length();
    double[] best = new double[length + 1];
    int[] from = new int[length + 1];
    int[] piece = new int[length + 1];
    Arrays.fill(best, 1, length + 1, Double.NEGATIVE_INFINITY);
    for (int start = 0; start < length; ) {
      int next = start + Character.charCount(word.codePointAt(start));
      boolean single = false;
      for (int end = next; end <= Math.min(length, start + longest); end++) {
        Integer number = numbers.get(word.substring(start, end));
        if (number != null) {
          single |= end == next;
          offer(best, from, piece, start, end, number, scores[number]);
        }
      }
      if (!single) {
        offer(best, from, piece, start, next, unknown, unknownScore);
      }
      start = next;
    }
    var reversed = new ArrayList<Integer>();
    for (int end = length; end > 0; end = from[end]) {
      boolean again = piece[end] == unknown && !reversed.isEmpty() && reversed.getLast() == unknown;
      if (!again) {
        reversed.add(piece[end]);
      }
    }
    ids.addAll(reversed.reversed());
  }

  private static void offer(
      double[] best, int[] from, int[] piece, int start, int end, int number, double score) {
    if (best[start] + score > best[end]) {
      best[end] = best[start] + score;
      from[end] = start;
      piece[end] = number;
    }
  }
}
