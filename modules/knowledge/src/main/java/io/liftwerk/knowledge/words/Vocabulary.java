package io.liftwerk.knowledge.words;

import io.liftwerk.text.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Words of the index and how often each stands there: {@code word TAB count}, a line each. */
public final class Vocabulary {
  /** Beyond, only words that are there already are counted, so that memory stays bounded. */
  private static final int LARGEST = 1_000_000;

  private final Map<String, Integer> counts = new HashMap<>();

  /** Counts the words of {@code text} that consist of letters. */
  public void add(String text) {
    for (Words.Word word : Words.of(text)) {
      String folded = word.folded();
      if (folded.chars().allMatch(Character::isLetter)
          && (counts.size() < LARGEST || counts.containsKey(folded))) {
        counts.merge(folded, 1, Integer::sum);
      }
    }
  }

  public Map<String, Integer> counts() {
    return counts;
  }

  /** Writes the words in their order. */
  public void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>(counts.size());
    new TreeMap<>(counts).forEach((word, count) -> lines.add(word + "\t" + count));
    Files.write(file, lines, StandardCharsets.UTF_8);
  }

  /** Reads what {@link #write} wrote. */
  public static Map<String, Integer> read(Path file) throws IOException {
    var counts = new HashMap<String, Integer>();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int tab = line.indexOf('\t');
        counts.put(line.substring(0, tab), Integer.parseInt(line.substring(tab + 1)));
      }
    }
    return counts;
  }
}
