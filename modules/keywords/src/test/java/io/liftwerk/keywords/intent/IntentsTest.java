package io.liftwerk.keywords.intent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntentsTest {
  private static final List<String> COMPETITORS =
      List.of("bergfreunde", "globetrotter", "decathlon", "north peak");

  private static final Intents INTENTS =
      new Intents(IntentFile.usual(Locale.ENGLISH).rules().with(List.of("nordwand"), COMPETITORS));

  /**
   * @param term a search
   * @param intent what a person said it is for
   */
  private record Label(String term, String intent) {}

  private static List<Label> labels(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(IntentsTest.class.getResourceAsStream(name), name)) {
      var labels = new ArrayList<Label>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.startsWith("#")) {
          String[] cells = line.split("\t");
          labels.add(new Label(cells[0], cells[1]));
        }
      }
      return labels;
    }
  }

  private static double accuracy(Intents intents, List<Label> labels) {
    double right =
        labels.stream()
            .filter(label -> intents.of(label.term()).intent().word().equals(label.intent()))
            .count();
    return right / labels.size();
  }

  @Test
  void labelsOfPeopleAreMet() throws IOException {
    List<Label> known = labels("labels.tsv");
    assertTrue(known.size() >= 120);
    assertTrue(accuracy(INTENTS, known) >= 0.97, "" + accuracy(INTENTS, known));

    // of other trades, labelled once the rules were there
    var hardware =
        new Intents(
            IntentFile.usual(Locale.ENGLISH)
                .rules()
                .with(List.of("kastanie"), List.of("hornbach", "home depot")));
    List<Label> unseen = labels("unseen.tsv");
    assertTrue(accuracy(hardware, unseen) >= 0.6, "" + accuracy(hardware, unseen));
  }

  @Test
  void aVerdictNamesItsRule() {
    IntentVerdict local = INTENTS.of("Skiverleih Innsbruck");
    assertEquals(
        new IntentVerdict(
            Intent.LOCAL,
            "towns in Germany, Austria and Switzerland",
            "Innsbruck",
            Intent.TRANSACTIONAL,
            "renting"),
        local);
    IntentVerdict brand = INTENTS.of("Nord-Wand oder Bergfreunde Gutschein");
    assertEquals(Intent.BRAND, brand.intent());
    assertEquals("Nord-Wand", brand.matched());
    assertEquals("brands", brand.rule());
    assertEquals(Intent.COMPETITOR, brand.second());
    IntentVerdict unclear = INTENTS.of("kuppelzelt");
    assertEquals("otherwise", unclear.rule());
    assertNull(unclear.second());
  }

  @Test
  void namesOfFirmsAreFoundAsPeopleWriteThem() {
    for (String term :
        List.of(
            "NORDWAND",
            "nord wand",
            "nord-wand zelt",
            "nordwands jacken",
            "nordwand.example",
            "www.nordwand.de",
            "nordwand-shop",
            "nordwandshop",
            "northpeak",
            "North-Peak jacke",
            "north peak's",
            "decathlon.de")) {
      Intent intent = INTENTS.of(term).intent();
      assertTrue(intent == Intent.BRAND || intent == Intent.COMPETITOR, term + " " + intent);
    }
    for (String term : List.of("nordwandern", "wand nord", "north", "peak district", "norwand")) {
      Intent intent = INTENTS.of(term).intent();
      assertTrue(intent != Intent.BRAND && intent != Intent.COMPETITOR, term + " " + intent);
    }
  }

  @Test
  void anythingGetsAVerdict() {
    for (String term :
        List.of(
            "",
            " ",
            "🏔️",
            "등산화 추천",
            "รองเท้าเดินป่า",
            "أحذية المشي",
            "B07XJ8C8F5",
            "wort ".repeat(5_000),
            "\u0000",
            "ist",
            "*",
            "#####")) {
      assertEquals(
          term.equals("ist") ? Intent.INFORMATIONAL : Intent.UNCLEAR,
          INTENTS.of(term).intent(),
          term);
    }
  }

  @Test
  void usualRulesAreTheSameInBothLanguages() throws IOException {
    IntentRules english = IntentFile.usual(Locale.ENGLISH).rules();
    IntentRules german = IntentFile.usual(Locale.GERMAN).rules();
    assertEquals(english.rules().size(), german.rules().size());
    for (int r = 0; r < english.rules().size(); r++) {
      IntentRule rule = english.rules().get(r);
      IntentRule other = german.rules().get(r);
      assertEquals(
          rule,
          new IntentRule(
              rule.name(), other.intent(), other.words(), other.begins(), other.unless()));
    }
  }

  @Test
  void theFileIsMadeOnceAndRead(@TempDir Path folder) throws IOException {
    var file = new IntentFile(folder);
    assertEquals(IntentFile.usual(), file.read());
    Path path = folder.resolve(IntentFile.NAME);
    String mine =
        """
        format: 1
        brands: quenzl
        otherwise: transactional
        rules:
          - name: bulk
            intent: informational
            words: ["*palette", "## stück", mehr als]
            unless: [europalette]
        """;
    Files.writeString(path, mine);
    var intents = new Intents(file.read().rules());

    assertEquals(Intent.BRAND, intents.of("quenzl palette").intent());
    assertEquals(Intent.INFORMATIONAL, intents.of("quenzl palette").second());
    assertEquals("12 Stück", intents.of("gurt 12 Stück").matched());
    assertEquals("otherwise", intents.of("gurt 123 stück").rule());
    assertEquals("otherwise", intents.of("europalette holzpalette").rule());
    assertEquals(Intent.TRANSACTIONAL, intents.of("mehr").intent());
    assertEquals(mine, Files.readString(path));
  }

  @Test
  void mistakesAreToldWithTheirLine() {
    assertRefused("rules:\n  - name: a\n    intent: buying\n    words: [b]\n", 3, "not 'buying'");
    assertRefused("rules:\n  - name: a\n    intent: brand\n    words: [b]\n", 3, "not 'brand'");
    assertRefused("brnads: [a]\n", 1, "'brnads' is none of");
    assertRefused("brands: {a: b}\n", 1, "'brands' must be a list");
    assertRefused("format: 2\n", 1, "newer Liftwerk");
    assertRefused("format: 1\nrules:\n  - name: a\n    words: [b]\n", 3, "'intent' is missing");
    assertRefused("rules:\n  - name: a\n    intent: local\n", 2, "has no words");
    assertRefused(
        "rules:\n  - {name: a, intent: local, words: b}\n  - {name: a, intent: local, words: c}\n",
        3,
        "'a' stands twice");
    assertRefused("rules: [\n", 2, "it is no YAML");
    assertRefused("", 1, "does not begin with a key");
  }

  private static void assertRefused(String text, int line, String what) {
    WorkbenchException refused =
        assertThrows(WorkbenchException.class, () -> IntentReader.read(text));
    assertEquals("intent-rules", refused.code());
    assertTrue(
        refused.sentence().startsWith("intent.yml cannot be used: line " + line + ": ")
            && refused.sentence().contains(what),
        refused.sentence());
  }
}
