package io.liftwerk.guardrails.plain;

import io.liftwerk.text.Language;
import io.liftwerk.text.Stems;
import io.liftwerk.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words and runs of words that someone else wrote down, found in any form: folded, by their German
 * or English stem; a star stands for any letters.
 *
 * @param <T> what an entry stands for
 */
public final class WordList<T> {
  private static final Stems GERMAN = Stems.of(Language.GERMAN);
  private static final Stems ENGLISH = Stems.of(Language.ENGLISH);

  private final List<Entry<T>> entries = new ArrayList<>();
  private final Map<String, List<Entry<T>>> byFirst = new HashMap<>();
  private final List<Entry<T>> others = new ArrayList<>();

  private record Entry<T>(List<String> words, T value, boolean exact) {}

  /** A place of the text, counted as {@code String} counts, and what stands there. */
  public record Found<T>(int start, int end, T value) {}

  /**
   * @param exact whether only the words as they are count, with or without a genitive's s: names
   */
  public void add(String text, T value, boolean exact) {
    var words = new ArrayList<String>();
    for (String part : text.strip().split("\\s+")) {
      boolean begins = part.endsWith("*");
      boolean ends = part.startsWith("*");
      for (Words.Word word : Words.of(part.replace("*", ""))) {
        words.add((ends ? "*" : "") + word.folded() + (begins ? "*" : ""));
      }
    }
    if (words.isEmpty()) {
      return;
    }
    var entry = new Entry<>(List.copyOf(words), value, exact);
    entries.add(entry);
    String first = words.getFirst();
    if (first.indexOf('*') >= 0) {
      others.add(entry);
    } else {
      byFirst.computeIfAbsent(key(first), key -> new ArrayList<>()).add(entry);
    }
  }

  /** The shortest that a word and its forms have in common. */
  private static String key(String word) {
    return word.substring(0, Math.min(3, word.length()));
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** What stands in {@code text}; places may overlap. */
  public List<Found<T>> find(String text) {
    return entries.isEmpty() ? List.of() : find(Words.of(text));
  }

  private List<Found<T>> find(List<Words.Word> words) {
    var found = new ArrayList<Found<T>>();
    for (int i = 0; i < words.size(); i++) {
      for (Entry<T> entry : byFirst.getOrDefault(key(words.get(i).folded()), List.of())) {
        add(entry, words, i, found);
      }
      for (Entry<T> entry : others) {
        add(entry, words, i, found);
      }
    }
    return found;
  }

  private void add(Entry<T> entry, List<Words.Word> words, int at, List<Found<T>> found) {
    int last = at + entry.words().size() - 1;
    if (last >= words.size()) {
      return;
    }
    for (int i = 0; i < entry.words().size(); i++) {
      if (!matches(entry.words().get(i), words.get(at + i).folded(), entry.exact())) {
        return;
      }
    }
    found.add(new Found<>(words.get(at).start(), words.get(last).end(), entry.value()));
  }

  private static boolean matches(String entry, String word, boolean exact) {
    if (entry.indexOf('*') >= 0) {
      String part = entry.replace("*", "");
      return entry.startsWith("*")
          ? entry.endsWith("*") ? word.contains(part) : word.endsWith(part)
          : word.startsWith(part);
    }
    if (entry.equals(word) || exact && (word.equals(entry + "s") || word.equals(entry + "'s"))) {
      return true;
    }
    return !exact && (stem(GERMAN, entry, word) || stem(ENGLISH, entry, word));
  }

  private static boolean stem(Stems stems, String entry, String word) {
    @Nullable String stem = stems.stem(entry);
    return stem != null && stem.length() > 2 && stem.equals(stems.stem(word));
  }
}
