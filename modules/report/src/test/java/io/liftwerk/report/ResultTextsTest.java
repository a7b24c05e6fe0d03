package io.liftwerk.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ux-22: what is said of results, in both languages")
class ResultTextsTest {
  private static final Path MAIN =
      Path.of(System.getProperty("liftwerk.root"), "modules/report/src/main");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-zA-Z0-9.-]*)\"");
  private static final Pattern ASKED =
      Pattern.compile("\\b(?:text|line|lines|title)\\(\\s*\"([a-z][a-z0-9.-]*[a-z0-9])\"\\s*[,)]");

  /** Texts that are said in the words of a purpose or without their first word. */
  private static final List<String> BEGINNINGS = List.of("leads.", "churn.", "keywords.");

  @Test
  void bothLanguagesSayTheSame() throws IOException {
    Properties english = bundle("en");
    Properties german = bundle("de");
    assertEquals(keys(english), keys(german));
    for (String key : keys(english)) {
      assertEquals(
          placeholders(english.getProperty(key)), placeholders(german.getProperty(key)), key);
      for (Properties one : List.of(english, german)) {
        assertFalse(one.getProperty(key).replace("''", "").contains("'"), key);
      }
      for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
        assertFalse(new ResultTexts(locale).text(key, 1, 2, 3, 4, 5).isBlank(), key);
      }
    }
  }

  @Test
  void everythingSaidIsThereAndNothingElse() throws IOException {
    String sources = sources();
    var literals = new TreeSet<String>();
    LITERAL.matcher(sources).results().forEach(match -> literals.add(match.group(1)));
    var keys = keys(bundle("en"));
    var unused = new TreeSet<>(keys);
    unused.removeIf(key -> isSaid(key, literals));
    assertEquals(new TreeSet<String>(), unused);
    var missing =
        ASKED
            .matcher(sources)
            .results()
            .map(match -> match.group(1))
            .filter(key -> key.contains(".") && !keys.contains(key) && !isFigure(key))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<String>(), missing);
  }

  private static boolean isSaid(String key, TreeSet<String> literals) {
    return literals.contains(key)
        || literals.stream()
            .anyMatch(part -> part.endsWith(".") && part.length() > 3 && key.startsWith(part))
        || BEGINNINGS.stream()
            .filter(key::startsWith)
            .map(beginning -> key.substring(beginning.length()))
            .anyMatch(
                rest ->
                    literals.contains(rest)
                        || literals.contains("." + rest)
                        || literals.stream()
                            .anyMatch(part -> part.endsWith(".") && rest.startsWith(part)))
        // the purposes' words are put together from both
        || key.matches("(leads|churn)\\.tile\\.(reached|base)")
        || key.startsWith("fit.");
  }

  /** The sentences of charts are in a bundle of their own. */
  private static boolean isFigure(String key) {
    return new ReportTexts(Locale.ENGLISH).has(key);
  }

  private static TreeSet<String> placeholders(String text) {
    return Pattern.compile("\\{(\\d)")
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TreeSet<String> keys(Properties bundle) {
    return new TreeSet<>(bundle.stringPropertyNames());
  }

  private static Properties bundle(String language) throws IOException {
    var properties = new Properties();
    Path file = MAIN.resolve("resources/io/liftwerk/report/results_" + language + ".properties");
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN.resolve("java"))) {
      var all = new StringBuilder();
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    }
  }
}
