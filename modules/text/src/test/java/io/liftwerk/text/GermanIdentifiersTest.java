package io.liftwerk.text;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.text.FoundSpans.Count;
import io.liftwerk.text.FoundSpans.Labelled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Our own German sentences, counted per kind. At the first run 85 of 89 were found and 2 findings
 * were wrong.
 */
class GermanIdentifiersTest {
  private static final Pattern LABEL = Pattern.compile("\\[([A-Z_]+):([^\\]]+)\\]");
  private static final Identifiers ALL = Identifiers.all();

  @Test
  void sentences() throws IOException {
    FoundSpans spans = new FoundSpans();
    int sentences = 0;
    for (String line : lines()) {
      StringBuilder text = new StringBuilder();
      List<Labelled> labels = new ArrayList<>();
      Matcher label = LABEL.matcher(line);
      int done = 0;
      while (label.find()) {
        text.append(line, done, label.start());
        int start = text.length();
        text.append(label.group(2));
        IdentifierKind kind = IdentifierKind.valueOf(label.group(1));
        labels.add(new Labelled(kind, start, text.length()));
        done = label.end();
      }
      text.append(line.substring(done));
      spans.add(text.toString(), labels, ALL.find(text));
      sentences++;
    }
    String table = spans.table("German sentences: " + sentences);
    System.out.println(table);
    Count all = spans.sum();
    assertTrue(sentences >= 60, table);
    assertTrue(all.f2() >= 0.95 && all.precision() >= 0.95, table);
  }

  private static List<String> lines() throws IOException {
    try (var stream = GermanIdentifiersTest.class.getResourceAsStream("identifiers_de.txt")) {
      String whole =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return whole.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }
}
