package io.liftwerk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The vocabulary of these tests is an account's: the search terms of the sample client, and with
 * them, as terms of their own, the labelled words (seen 3 times each), the last parts of those that
 * are split as they stand (20 times), and short words that would mislead (200 times). First parts
 * are never given: what is known of Wendel or Außen comes from the words themselves and from the
 * shipped list of ordinary words.
 */
class CompoundSplitterTest {
  private static final List<String> MISLEADING =
      List.of(
          "tor",
          "tore",
          "rat",
          "min",
          "ort",
          "art",
          "ring",
          "lage",
          "satz",
          "kauf",
          "mode",
          "igel",
          "zug",
          "laub",
          "ladung",
          "stellung",
          "haltung",
          "kunst",
          "hall",
          "tag",
          "dicht",
          "los",
          "trag",
          "rose",
          "ein",
          "unter");

  private record Label(String word, List<String> pieces, boolean sample) {}

  /**
   * @param right split, and where the label says
   */
  private record Score(int split, int labelled, int right, List<String> wrong) {
    double precision() {
      return right / (double) split;
    }

    double recall() {
      return right / (double) labelled;
    }
  }

  private static List<Label> labels = List.of();
  private static List<Label> later = List.of();
  private static Map<String, Integer> vocabulary = new HashMap<>();

  @BeforeAll
  static void read() throws IOException {
    labels = labels("compounds.tsv");
    later = labels("compounds_later.tsv");
    vocabulary = new HashMap<>(sampleTerms());
    MISLEADING.forEach(word -> vocabulary.merge(word, 200, Integer::sum));
    add(labels);
    add(later);
  }

  private static void add(List<Label> labels) {
    for (Label label : labels) {
      vocabulary.merge(label.word(), 3, Integer::sum);
      if (label.pieces().size() > 1) {
        vocabulary.merge(label.pieces().getLast(), 20, Integer::sum);
      }
    }
  }

  private static List<Label> labels(String name) throws IOException {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(CompoundSplitterTest.class.getResourceAsStream(name)),
                StandardCharsets.UTF_8))) {
      List<Label> labels = new ArrayList<>();
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(
              row -> {
                String word = Words.fold(row[0]);
                labels.add(
                    new Label(
                        word,
                        row[1].equals("-")
                            ? List.of(word)
                            : Arrays.stream(row[1].split("\\+")).map(Words::fold).toList(),
                        row[2].equals("sample")));
              });
      return labels;
    }
  }

  /** The first column below the headings, in how many rows each word stands. */
  private static Map<String, Integer> sampleTerms() throws IOException {
    Map<String, Integer> words = new HashMap<>();
    Path file = Path.of("../../sample-data/google-ads/Suchbegriffe.csv");
    if (!Files.exists(file)) {
      file = Path.of("sample-data/google-ads/Suchbegriffe.csv");
    }
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_16);
    for (String line : lines.subList(3, lines.size())) {
      for (Words.Word word : Words.of(line.split("\t", 2)[0])) {
        words.merge(word.folded(), 1, Integer::sum);
      }
    }
    return words;
  }

  private static Score score(CompoundSplitter splitter, List<Label> labels) {
    int split = 0;
    int labelled = 0;
    int right = 0;
    List<String> wrong = new ArrayList<>();
    for (Label label : labels) {
      List<String> pieces = splitter.pieces(label.word());
      split += pieces.size() > 1 ? 1 : 0;
      labelled += label.pieces().size() > 1 ? 1 : 0;
      right += pieces.size() > 1 && pieces.equals(label.pieces()) ? 1 : 0;
      if (!pieces.equals(label.pieces())) {
        wrong.add(String.join("+", pieces));
      }
    }
    return new Score(split, labelled, right, wrong);
  }

  private static void holds(Score score) {
    assertTrue(score.precision() >= .9 && score.recall() >= .9, score::toString);
  }

  @Test
  void nineOfTenLabelledWordsAreSplitAsAPersonWould() {
    CompoundSplitter splitter = CompoundSplitter.learn(vocabulary);
    assertTrue(labels.size() >= 240);
    holds(score(splitter, labels));
    holds(score(splitter, labels.stream().filter(Label::sample).toList()));
    holds(score(splitter, labels.stream().filter(label -> !label.sample()).toList()));
  }

  /** Labelled when the splitter was finished; nothing was changed for them. */
  @Test
  void wordsThatCameLaterAreSplitAsWell() {
    assertTrue(later.size() >= 60);
    Score score = score(CompoundSplitter.learn(vocabulary), later);
    assertTrue(score.precision() >= .9 && score.recall() >= .85, score::toString);
  }

  @Test
  void stairsOutsideAreStairsAndADoctorIsNoGate() {
    CompoundSplitter splitter =
        CompoundSplitter.learn(Map.of("tor", 500, "treppe", 40, "außentreppe", 2, "doktor", 90));
    assertEquals(List.of("aussen", "treppe"), splitter.split(Words.fold("Außentreppe")));
    assertEquals(List.of("doktor"), splitter.split("doktor"));
    assertEquals(List.of("garten", "tor"), splitter.split("gartentor"));
  }

  @Test
  void firstPartsComeAsTheirWords() {
    CompoundSplitter splitter =
        CompoundSplitter.learn(Map.of("versicherung", 5, "vergleich", 5, "schule", 5, "ranzen", 5));
    assertEquals(List.of("versicherung", "vergleich"), splitter.split("versicherungsvergleich"));
    assertEquals(List.of("schule", "ranzen"), splitter.split("schulranzen"));
  }

  @Test
  void whatIsNoWordStaysWhole() {
    CompoundSplitter splitter = CompoundSplitter.learn(vocabulary);
    for (String word :
        List.of("", "a", "42", "24/7", "wander-schuhe", "登", "x".repeat(500), "🏔️")) {
      assertEquals(List.of(word), splitter.split(word));
    }
  }

  /** Parts and linking letters make the word again. */
  @Test
  void partsRejoin() {
    CompoundSplitter splitter = CompoundSplitter.learn(vocabulary);
    List<String> known = new ArrayList<>(new LinkedHashMap<>(vocabulary).keySet());
    known.sort(null);
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      String word = known.get(random.nextInt(known.size()));
      for (int more = random.nextInt(3); more > 0; more--) {
        word += (random.nextBoolean() ? "" : "s") + known.get(random.nextInt(known.size()));
      }
      List<String> pieces = splitter.pieces(word);
      List<String> parts = splitter.split(word);
      assertEquals(word, String.join("", pieces));
      assertEquals(pieces.size(), parts.size(), word);
      for (int j = 0; j < parts.size(); j++) {
        String piece = pieces.get(j);
        String part = parts.get(j);
        String rest = piece.startsWith(part) ? piece.substring(part.length()) : "?";
        assertTrue(
            rest.isEmpty()
                || List.of(CompoundRules.LINKS).contains(rest)
                || part.equals(piece + "e"),
            piece + " as " + part);
      }
      assertTrue(parts.size() == 1 || pieces.stream().allMatch(part -> part.length() >= 3), word);
    }
  }
}
