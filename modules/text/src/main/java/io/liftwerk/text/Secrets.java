package io.liftwerk.text;

import io.liftwerk.text.secrets.Assignments;
import io.liftwerk.text.secrets.KnownTokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Finds what opens a door: keys of services by the form these give them, private keys, passwords,
 * and long random values that are assigned to something called a secret. A hash, an article number
 * or a tracking parameter is none.
 */
public final class Secrets {
  private static final Comparator<Secret> SUREST =
      Comparator.comparingDouble(Secret::confidence)
          .reversed()
          .thenComparingInt(Secret::start)
          .thenComparingInt(secret -> -secret.end());

  private Secrets() {}

  /** What stands in {@code text}, in its order, without overlaps. */
  public static List<Secret> find(CharSequence text) {
    String string = text.toString();
    List<Secret> found = new ArrayList<>();
    KnownTokens.find(string, found::add);
    Assignments.find(string, found::add);
    if (found.size() < 2) {
      return List.copyOf(found);
    }
    found.sort(SUREST);
    NavigableMap<Integer, Secret> kept = new TreeMap<>();
    for (Secret secret : found) {
      var before = kept.lowerEntry(secret.end());
      if (before == null || before.getValue().end() <= secret.start()) {
        kept.put(secret.start(), secret);
      }
    }
    return List.copyOf(kept.values());
  }
}
