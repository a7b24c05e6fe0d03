package io.liftwerk.workspace;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody who mistyped one probably meant. */
public final class Names {
  private Names() {}

  /** {@code wanted} as it is spelt among {@code names}: exactly, else without regard to case. */
  public static Optional<String> match(String wanted, Collection<String> names) {
    if (names.contains(wanted)) {
      return Optional.of(wanted);
    }
    return names.stream().filter(wanted::equalsIgnoreCase).findFirst();
  }

  /** {@code " Did you mean 'x'?"}, or nothing when there is no name at all. */
  public static String suggestion(String wanted, Collection<String> names) {
    return nearest(wanted, names).map(name -> " Did you mean '" + name + "'?").orElse("");
  }

  public static Optional<String> nearest(String wanted, Collection<String> names) {
    return names.stream().min(Comparator.comparingInt(name -> distance(wanted, name)));
  }

  /** Levenshtein distance without regard to case. */
  static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(above[j - 1] + change, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }
}
