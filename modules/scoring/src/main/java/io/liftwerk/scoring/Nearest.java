package io.liftwerk.scoring;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the name that was probably meant. */
final class Nearest {
  private Nearest() {}

  /** A hint naming the nearest of {@code names}. */
  static String hint(String wanted, List<String> names) {
    return names.stream()
        .min(Comparator.comparingInt(name -> distance(wanted, name)))
        .map(name -> "Did you mean '" + name + "'?")
        .orElse("Import a file first.");
  }

  /** Edits between two names, upper and lower case alike (Levenshtein). */
  static int distance(String first, String second) {
    String a = first.toLowerCase(Locale.ROOT);
    String b = second.toLowerCase(Locale.ROOT);
    var above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      var row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(row[j - 1], above[j]));
      }
      above = row;
    }
    return above[b.length()];
  }
}
