package io.liftwerk.guardrails.injection;

import io.liftwerk.guardrails.plain.Folding;
import io.liftwerk.guardrails.plain.PhraseBook;
import io.liftwerk.guardrails.plain.View;
import java.util.Arrays;
import java.util.List;

/**
 * A request as numbers: its words, pairs of words and runs of three to five letters, hashed into
 * {@link #SIZE} places, so that no word can be read out of the weights; and which phrases match.
 * Every group has length 1 (Euclid), each feature counts once.
 */
final class Features {
  static final int SIZE = 1 << 16;

  /** Characters that are read; an attack that needs more gives itself away before. */
  private static final int LONGEST = 4_000;

  private static final int RULES = 0x5EED;

  private final int[] places;
  private final float[] values;
  private final int count;

  private Features(int[] places, float[] values, int count) {
    this.places = places;
    this.values = values;
    this.count = count;
  }

  int count() {
    return count;
  }

  int place(int feature) {
    return places[feature];
  }

  float value(int feature) {
    return values[feature];
  }

  static Features of(String request, List<PhraseBook.Match> matches) {
    String text = request.length() > LONGEST ? request.substring(0, LONGEST) : request;
    View view = Folding.of(text);
    var groups = new Groups(view.text().length() * 4 + 32);
    words(view.text(), groups);
    groups.close(1);
    letters(view.text(), groups);
    groups.close(1);
    for (PhraseBook.Match match : matches) {
      groups.add(hash(match.kind(), 0, match.kind().length(), RULES));
    }
    looks(text, groups);
    groups.close(0.7f);
    return groups.features();
  }

  /** Words in lower case, and pairs of them; what ends a sentence is a word. */
  private static void words(String text, Groups groups) {
    int before = 0;
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ' ' : text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        start = start < 0 ? i : start;
        continue;
      }
      if (start >= 0) {
        int word = hash(text, start, i, 1);
        groups.add(word);
        groups.add(mix(before * 31 + word));
        before = word;
        start = -1;
      }
      if (c == '?' || c == '!' || c == ':' || c == '"' || c == '.') {
        groups.add(mix(c * 77));
        before = mix(c);
      }
    }
    groups.add(mix(before * 31 + 7));
  }

  /** Runs of letters within a word and over one blank. */
  private static void letters(String text, Groups groups) {
    var plain = new StringBuilder(text.length() + 2).append(' ');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = Character.isLetterOrDigit(c);
      if (letter || plain.charAt(plain.length() - 1) != ' ') {
        plain.append(letter ? c : ' ');
      }
    }
    plain.append(' ');
    for (int i = 0; i + 3 <= plain.length(); i++) {
      int hash = 3;
      for (int length = 1; length <= 5 && i + length <= plain.length(); length++) {
        hash = hash * 0x01000193 ^ plain.charAt(i + length - 1);
        if (length >= 3) {
          groups.add(mix(hash + length));
        }
      }
    }
  }

  /** Shouting, quotes, a question, length. */
  private static void looks(String text, Groups groups) {
    long capitals = text.chars().filter(Character::isUpperCase).count();
    long small = text.chars().filter(Character::isLowerCase).count();
    if (capitals > small && capitals > 12) {
      groups.add(mix(9001));
    } else if (capitals * 4 > small && capitals > 12) {
      groups.add(mix(9002));
    }
    groups.add(mix(9100 + (int) Math.min(6, Math.log(text.length() + 1.0))));
    if (text.strip().endsWith("?")) {
      groups.add(mix(9201));
    }
  }

  private static int hash(String text, int from, int to, int seed) {
    int hash = seed * 0x9E3779B1;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text.charAt(i)) * 0x01000193;
    }
    return mix(hash);
  }

  /** The finaliser of MurmurHash3. */
  private static int mix(int h) {
    int hash = h;
    hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
    hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
    return hash ^ hash >>> 16;
  }

  /** Features as they come; each group is brought to one length. */
  private static final class Groups {
    private int[] places;
    private float[] values;
    private int count;
    private int open;

    Groups(int capacity) {
      places = new int[capacity];
      values = new float[capacity];
    }

    void add(int hash) {
      if (count == places.length) {
        places = Arrays.copyOf(places, count * 2);
        values = Arrays.copyOf(values, count * 2);
      }
      places[count++] = hash >>> 16 & SIZE - 1;
    }

    void close(float length) {
      Arrays.sort(places, open, count);
      int kept = open;
      for (int i = open; i < count; i++) {
        if (i == open || places[i] != places[kept - 1]) {
          places[kept++] = places[i];
        }
      }
      float each = kept == open ? 0 : (float) (length / Math.sqrt(kept - open));
      Arrays.fill(values, open, kept, each);
      count = kept;
      open = kept;
    }

    Features features() {
      return new Features(places, values, count);
    }
  }
}
