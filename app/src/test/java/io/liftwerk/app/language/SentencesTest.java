package io.liftwerk.app.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the sources put together that reads like words has a German counterpart in its module's
 * {@code sentences_de.txt}, and that file has nothing else. Each text is looked for, wherever it
 * goes: a sentence cannot be forgotten because it takes a new way to the screen.
 */
class SentencesTest {
  private static final Path ROOT = Path.of(System.getProperty("liftwerk.root"));

  /** Two words in a row, or a word beside a value. */
  private static final Pattern WORDS =
      Pattern.compile("\\p{L}{2,}[,;:]? [\\p{L}'{(]|} [(=]? ?\\p{Ll}{2}|\\p{Ll}{3}: \\{|} [≤≥]");

  private static final Pattern SQL =
      Pattern.compile(
          "\\b(SELECT|FROM|WHERE|CREATE|INSERT|DROP|ALTER|DELETE|UPDATE|IS NOT NULL|IS NULL|CASE"
              + "|BY|FILTER|CAST|AND|OR|AS|TRY_CAST|USING|LIMIT|THEN|COPY|NOT|JOIN|BETWEEN|ELSE|ALL"
              + "|NULLS|FORMAT|TIMESTAMP|TIMESTAMPTZ|read_csv|row_count|started_at)\\b|\\) IN \\("
              // models are written as dbt users write them, in lower case
              + "|^\\(?\\s*select\\b|\\n"
              + " *select\\b|^(try_)?cast\\(|^case when |^coalesce\\(|^nullif\\(|^union"
              + " all$|^qualify |row_number\\(\\)|\\|\\| cast\\(|^json_transform\\(|^date"
              + " '\\{|^(\\w+ VARCHAR, )+|^\\w+ (bigint|date|timestamp|boolean|decimal\\(28,"
              + " 6\\))$");

  /** A regular expression has words in it that nobody is told. */
  private static final Pattern EXPRESSION =
      Pattern.compile("\\(\\?[:=m]|\\(\\.\\*|\\.\\*\\)|\\w\\|\\w+\\||\\\\\\||\\[ _]");

  /** Reads like words, and is none of ours to translate. */
  private static final Set<String> NOT_FOR_PEOPLE =
      Set.of(
          "record too long",
          "SQLite format 3",
          "(not set)",
          "closed won",
          "is empty",
          "is filled",
          "<!doctype html",
          "<!DOCTYPE html>",
          "run {}",
          "trailing bytes",
          "yes/no, true/false, ja/nein",
          "for ever",
          "the seal is broken",
          "a model has a query",
          "Error invoking function",
          "contract, Art. 6 (1) b GDPR",
          // headings of a draft, in its own language, and how questions begin
          "Frequently asked questions",
          "Häufige Fragen",
          "Passende Produkte",
          "Products that fit",
          "ab wann",
          "how heavy",
          "how long",
          "how much",
          "was kostet",
          "wie lange",
          "wie schwer",
          "wie viel",
          // columns of the files that editors of ads and crawlers of sites read and write
          "Account Negative Keyword List",
          "Ad Group",
          "Ad Group ID",
          "Ad Group Name",
          "Campaign ID",
          "Campaign Name",
          "Client Id",
          "Keyword ID",
          "keyword id",
          "Keyword Text",
          "Match Type",
          "Meta Description 1",
          "Negative Keyword List",
          "Status Code",
          "liftwerk vault {}",
          "liftwerk vault {} {}",
          "macros {}",
          "model {}",
          "signals of {}",
          "{} as {}",
          "Liftwerk {}",
          "AUC {}",
          "Library/Application Support/Liftwerk",
          "Roboto, Arial, sans-serif",
          "Roboto, Arial, sans-serif; font-weight:500",
          "'Roboto Medium'",
          "first window after {} ms",
          "{}{}Code: {}Liftwerk {}{}{}{}{}Java {}, {}{}{}{}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "modules/workspace",
        "modules/text",
        "modules/keywords",
        "modules/briefs",
        "modules/knowledge",
        "modules/ingest",
        "modules/warehouse",
        "modules/scoring",
        "modules/experiments",
        "modules/guardrails",
        "modules/report",
        "app"
      })
  void everySentenceHasItsGermanCounterpart(String module) throws IOException {
    Set<String> entries = entries(module).keySet();
    var missing =
        texts(module).stream()
            .filter(text -> isForPeople(text.template()))
            .filter(text -> entries.stream().noneMatch(entry -> covers(entry, text.template())))
            .map(text -> text.template().strip() + "  (" + text.where() + ")")
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), missing, "not in " + file(module));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "modules/workspace",
        "modules/text",
        "modules/keywords",
        "modules/briefs",
        "modules/knowledge",
        "modules/ingest",
        "modules/warehouse",
        "modules/scoring",
        "modules/experiments",
        "modules/guardrails",
        "modules/report",
        "app"
      })
  void nothingIsTranslatedThatNobodySays(String module) throws IOException {
    Set<String> said =
        texts(module).stream().map(text -> text.template().strip()).collect(Collectors.toSet());
    var unused = new TreeSet<>(entries(module).keySet());
    unused.removeAll(said);
    assertEquals(Set.of(), unused, "left over in " + file(module));
  }

  @Test
  void modulesThatSayTheSameSayItAlikeInGerman() throws IOException {
    Map<String, Set<String>> counterparts = new TreeMap<>();
    for (String module : MODULES) {
      entries(module)
          .forEach(
              (english, german) ->
                  counterparts.computeIfAbsent(english, key -> new TreeSet<>()).add(german));
    }
    counterparts.values().removeIf(german -> german.size() == 1);
    assertEquals(Map.of(), counterparts);
  }

  /** A record made on a German system must be the one made on an English system. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "workspace",
        "text",
        "keywords",
        "ingest",
        "warehouse",
        "scoring",
        "experiments",
        "guardrails",
        "report"
      })
  void numbersAreWrittenAlikeOnEverySystem(String module) throws IOException {
    var local = new TreeSet<String>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("modules/" + module + "/src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        LOCAL_NUMBER.matcher(Files.readString(file)).results().forEach(m -> local.add(m.group()));
      }
    }
    assertEquals(Set.of(), local, "say Locale.ROOT");
  }

  private static final Pattern LOCAL_NUMBER =
      Pattern.compile(
          "\"[^\"\n"
              + "]*%(?:,d|,?\\.\\d+f)[^\"\n"
              + "]*\"(?:\\s*\\+\\s*\"[^\"\n"
              + "]*\")*\\)?\\s*\\.formatted\\(");

  private static final List<String> MODULES =
      List.of(
          "modules/workspace",
          "modules/text",
          "modules/keywords",
          "modules/briefs",
          "modules/knowledge",
          "modules/ingest",
          "modules/warehouse",
          "modules/scoring",
          "modules/experiments",
          "modules/guardrails",
          "modules/report",
          "app");

  private static boolean isForPeople(String template) {
    return WORDS.matcher(template).find()
        && !EXPRESSION.matcher(template).find()
        && !SQL.matcher(template.strip()).find()
        && !template.matches(".*\\b(yyyy|h:mm|dd\\.MM).*")
        && !NOT_FOR_PEOPLE.contains(template.strip());
  }

  /** An entry's value may stand for several of the source's, but for no words. */
  private static boolean covers(String entry, String template) {
    String regex =
        Pattern.compile("\\{}")
            .splitAsStream(entry + "\0")
            .map(Pattern::quote)
            .collect(Collectors.joining("(?:\\{}|[^\\p{L}{}])*"));
    return (template.strip() + "\0").matches("(?s)" + regex);
  }

  private static List<SourceTexts.Text> texts(String module) {
    return SourceTexts.below(ROOT.resolve(module).resolve("src/main/java"));
  }

  private static Path file(String module) {
    return ROOT.resolve(module).resolve("src/main/resources/META-INF/liftwerk/sentences_de.txt");
  }

  /** English to German, values without their names. */
  private static Map<String, String> entries(String module) throws IOException {
    var entries = new TreeMap<String, String>();
    List<String> lines =
        Files.readAllLines(file(module)).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    for (int i = 0; i < lines.size(); i += 2) {
      String english = lines.get(i).replaceAll("\\{[^}]*}", "{}");
      String before = entries.put(english, lines.get(i + 1).strip().replaceAll("\\{[^}]*}", "{}"));
      assertFalse(before != null, "twice: " + english);
    }
    return entries;
  }
}
