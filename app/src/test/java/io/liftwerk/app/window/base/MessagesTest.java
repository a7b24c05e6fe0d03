package io.liftwerk.app.window.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** ux-22: both languages complete, and nothing in them that no one says any more. */
class MessagesTest {
  private static final Path APP = Path.of(System.getProperty("liftwerk.root"), "app/src/main");
  private static final Pattern LITERAL =
      Pattern.compile("\"([a-z][a-zA-Z0-9-]*(?:\\.[a-zA-Z0-9_-]*)*)\"");
  private static final Pattern ASKED =
      Pattern.compile("(?:\\.text|\\btext)\\(\\s*\"([a-z][^\"]*)\"\\s*[,)]");

  /** Texts said in the words of a purpose: {@code leads.KEY} or {@code churn.KEY}. */
  private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*\"([a-z][^\"]*)\"\\s*[,)]");

  private static final List<String> PURPOSES = List.of("leads.", "churn.");

  @Test
  void englishAndGermanHaveTheSameKeys() throws IOException {
    assertEquals(keys("en"), keys("de"));
  }

  @Test
  void everyTextHasTheSamePlaceholdersInBothLanguages() throws IOException {
    Properties english = bundle("en");
    Properties german = bundle("de");
    for (String key : keys("en")) {
      assertEquals(
          placeholders(english.getProperty(key)), placeholders(german.getProperty(key)), key);
    }
  }

  /** Runs are listed by what was done, not by the name of a class of ours. */
  @Test
  void everyJobHasAName() throws IOException {
    var name = Pattern.compile("String NAME = \"([a-z-]+)\"");
    var jobs = new TreeSet<String>();
    try (Stream<Path> files = Files.walk(APP.resolve("../../../modules"))) {
      for (Path file : files.filter(one -> one.toString().contains("src/main/java")).toList()) {
        String source = file.toString().endsWith(".java") ? Files.readString(file) : "";
        Matcher found = name.matcher(source);
        if (source.contains(" implements Job<") && found.find()) {
          jobs.add("job." + found.group(1));
        }
      }
    }
    assertTrue(jobs.size() > 30, jobs.toString());
    jobs.removeAll(keys("en"));
    assertEquals(Set.of(), jobs);
  }

  /** A single apostrophe is a quotation to a message format and is swallowed. */
  @Test
  void everyApostropheIsSeen() throws IOException {
    for (String language : List.of("en", "de")) {
      Properties bundle = bundle(language);
      for (String key : keys(language)) {
        String text = bundle.getProperty(key);
        assertEquals(-1, text.replace("''", "").indexOf('\''), key + "=" + text);
      }
    }
  }

  @Test
  void everyKeyIsUsed() throws IOException {
    String sources = sources();
    var literals = new TreeSet<String>();
    LITERAL.matcher(sources).results().forEach(match -> literals.add(match.group(1)));
    SAID.matcher(sources)
        .results()
        .forEach(said -> PURPOSES.forEach(purpose -> literals.add(purpose + said.group(1))));
    // names of columns of the ranked list
    PURPOSES.forEach(purpose -> literals.add(purpose + "ranking."));
    var unused = new TreeSet<String>();
    for (String key : keys("en")) {
      boolean used =
          literals.contains(key)
              || literals.stream().anyMatch(part -> part.endsWith(".") && key.startsWith(part))
              || (key.endsWith(".hint") && literals.contains(key.substring(0, key.length() - 5)));
      if (!used) {
        unused.add(key);
      }
    }
    assertEquals(new TreeSet<String>(), unused);
  }

  @Test
  void everyTextAskedForExists() throws IOException {
    var keys = keysOfResultsToo();
    var missing =
        ASKED
            .matcher(sources())
            .results()
            .map(match -> match.group(1))
            .filter(key -> !key.endsWith(".") && !keys.contains(key))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<String>(), missing);
  }

  @Test
  void everyTextSaidInTheWordsOfAPurposeExistsForBoth() throws IOException {
    var keys = keysOfResultsToo();
    var missing = new TreeSet<String>();
    SAID.matcher(sources())
        .results()
        .forEach(
            said ->
                PURPOSES.stream()
                    .map(purpose -> purpose + said.group(1))
                    .filter(key -> !keys.contains(key))
                    .forEach(missing::add));
    assertEquals(new TreeSet<String>(), missing);
  }

  @Test
  void everyTextCanBeFormatted() throws IOException {
    for (Language language : Language.values()) {
      var messages = new Messages(language);
      for (String key : keys("en")) {
        assertTrue(!messages.text(key, 1, 2, 3, 4).isBlank(), key);
      }
    }
  }

  private static TreeSet<String> placeholders(String text) {
    return Pattern.compile("\\{(\\d)")
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TreeSet<String> keys(String language) throws IOException {
    return new TreeSet<>(bundle(language).stringPropertyNames());
  }

  /** What is said of results is shared with reports, and lies with them. */
  private static TreeSet<String> keysOfResultsToo() throws IOException {
    var keys = keys("en");
    Path file = APP.resolve("../../../modules/report/src/main/resources/io/liftwerk/report");
    var results = new Properties();
    try (var reader = Files.newBufferedReader(file.resolve("results_en.properties"))) {
      results.load(reader);
    }
    for (String key : results.stringPropertyNames()) {
      assertTrue(keys.add(key), () -> key + " is said in two places");
    }
    return keys;
  }

  private static Properties bundle(String language) throws IOException {
    var properties = new Properties();
    Path file =
        APP.resolve("resources/io/liftwerk/app/window/messages_" + language + ".properties");
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(APP.resolve("java/io/liftwerk/app/window"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(
              file -> {
                try {
                  return Files.readString(file);
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              })
          .collect(Collectors.joining("\n"));
    }
  }
}
