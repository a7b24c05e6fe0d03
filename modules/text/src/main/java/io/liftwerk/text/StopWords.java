package io.liftwerk.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/**
 * Words that say nothing alone: articles, prepositions, pronouns. The lists are Snowball's, as
 * Lucene ships them, folded.
 */
public final class StopWords {
  private static final StopWords GERMAN = new StopWords(read("german_stop.txt"));
  private static final StopWords ENGLISH = new StopWords(read("english_stop.txt"));
  private static final StopWords NONE = new StopWords(Set.of());

  private final Set<String> words;

  private StopWords(Set<String> words) {
    this.words = words;
  }

  /** Those of {@code language}; none for {@link Language#OTHER}. */
  public static StopWords of(Language language) {
    return switch (language) {
      case GERMAN -> GERMAN;
      case ENGLISH -> ENGLISH;
      case OTHER -> NONE;
    };
  }

  /**
   * @param folded a word after {@link Words#fold}
   */
  public boolean contains(String folded) {
    return words.contains(folded);
  }

  static Set<String> read(String name) {
    try (var reader =
        new InputStreamReader(
            Objects.requireNonNull(SnowballFilter.class.getResourceAsStream(name), name),
            StandardCharsets.UTF_8)) {
      CharArraySet list = WordlistLoader.getSnowballWordSet(reader);
      Set<String> words = new HashSet<>();
      list.forEach(word -> words.add(Words.fold(new String((char[]) word))));
      return Set.copyOf(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
