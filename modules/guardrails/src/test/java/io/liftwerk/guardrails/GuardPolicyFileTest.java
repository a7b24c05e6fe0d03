package io.liftwerk.guardrails;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardPolicyFileTest {
  private static final Path OWN =
      Path.of(System.getProperty("liftwerk.root"), "sample-data/articles/own");

  @TempDir Path folder;

  private GuardPolicy read(String text) throws IOException {
    Files.writeString(folder.resolve(GuardPolicyFile.NAME), text);
    return new GuardPolicyFile(folder).read().policy();
  }

  @Test
  void isMadeWhereItIsMissingAndSaysTheSameInBothLanguages() throws IOException {
    GuardPolicyFile.Content made = new GuardPolicyFile(folder).read();
    assertEquals(made.text(), Files.readString(folder.resolve("guardrails.yml")));
    assertEquals(
        GuardPolicyFile.usual(Locale.GERMAN).policy(),
        GuardPolicyFile.usual(Locale.ENGLISH).policy());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "colour: red|line 1: 'colour' is none of citation, claims",
        "personal-data: {shoe: keep}|'shoe' is none of allowed, otherwise, address, age",
        "secrets: hide|'hide' is none of block, hash, keep",
        "injection: {input: never}|'input' must be pass, redact or block, not 'never'",
        "format: 2|written for a newer Liftwerk",
        "style: {address: ihr}|an address is du, sie or either, not 'ihr'",
        "secrets: {hash: {salt: short}}|'hash' needs a salt of at least 16 characters",
        "a: [|it is no YAML"
      })
  void aMistakeIsToldWithItsLine(String text, String told) {
    WorkbenchException refusal = assertThrows(WorkbenchException.class, () -> read(text));
    assertEquals("guard-policy", refusal.code());
    assertTrue(refusal.sentence().contains(told), refusal.sentence());
  }

  @Test
  void holdsTextsToTheClientsClaims() throws IOException {
    Files.copy(OWN.resolve("aussagen.csv"), folder.resolve("aussagen.csv"));
    Guardrails rails =
        Guardrails.of(
                read(
                    """
                    claims:
                      list: aussagen.csv
                      markets: [DE]
                      names: [Bergkompass]
                      words:
                        - {words: [Weltneuheit], markets: [US]}
                    style:
                      address: du
                      forbidden-words: [revolutionär, unkaputtbar]
                      longest-sentence: 8
                    personal-data:
                      phone: {mask: {count: 4, from-end: true}}
                      allowed: [service@nordwand.example]
                    """))
            .on(LocalDate.of(2026, 11, 1));
    assertEquals(List.of(), kinds(rails, "Die Jacke ist frei von PFAS.", Rail.CLAIMS));
    assertEquals(
        List.of("expired"),
        kinds(rails.on(LocalDate.of(2027, 1, 1)), "Die Jacke ist frei von PFAS.", Rail.CLAIMS));
    assertEquals(List.of("forbidden"), kinds(rails, "Das hilft gegen Knieschmerzen.", Rail.CLAIMS));
    assertEquals(List.of("competitor"), kinds(rails, "Besser als Bergkompass.", Rail.CLAIMS));
    assertEquals(List.of("forbidden"), kinds(rails, "Ein revolutionärer Schuh.", Rail.STYLE));
    assertEquals(
        List.of("long-sentence"),
        kinds(rails, "Eins zwei drei vier fünf sechs sieben acht neun.", Rail.STYLE));
    assertEquals(
        "service@nordwand.example oder 030 2312****",
        rails.check(GuardRequest.output("1", "service@nordwand.example oder 030 23125131")).text());
  }

  private static List<String> kinds(Guardrails rails, String text, Rail rail) {
    return rails.check(GuardRequest.output("1", text)).of(rail).stream()
        .map(Finding::kind)
        .toList();
  }

  @Test
  void aBrokenListOfClaimsIsToldWithItsLine() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "Aussage;Erlaubt\nneu;vielleicht\n");
    WorkbenchException refusal =
        assertThrows(WorkbenchException.class, () -> read("claims: {list: a.csv}"));
    assertEquals(
        "The list of claims a.csv cannot be used: line 2: 'vielleicht' is neither yes nor no.",
        refusal.sentence());
  }
}
