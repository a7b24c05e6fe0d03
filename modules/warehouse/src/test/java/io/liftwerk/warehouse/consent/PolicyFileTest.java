package io.liftwerk.warehouse.consent;

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

class PolicyFileTest {
  @TempDir Path folder;

  private static String usual() {
    return PolicyFile.usual().text();
  }

  private static ConsentPolicy read(String text) {
    return PolicyReader.read(text);
  }

  @Test
  void isMadeWithItsCommentsWhenFirstNeeded() throws IOException {
    PolicyFile.Content made = new PolicyFile(folder).read();
    assertEquals(made.text(), Files.readString(folder.resolve("consent.yml")));
    assertTrue(made.text().startsWith("# Consent:"));
    assertEquals(TcfRules.PUBLISHED, made.policy().tcf());
    assertEquals(List.of(1, 7, 8, 9), made.policy().use(Use.ANALYTICS).purposes());
    assertEquals(Basis.UNSTATED, made.policy().source("leads").basis());
    String own = made.text().replace("sources: {}", "sources: {leads: consent}");
    Files.writeString(folder.resolve("consent.yml"), own);
    assertEquals(own, new PolicyFile(folder).read().text());
  }

  @Test
  void sourcesAreFoundHoweverTheyAreWritten() {
    ConsentPolicy policy =
        read(
            usual()
                .replace(
                    "sources: {}",
                    """
                    sources:
                      CRM_Leads: {basis: consent}
                      bronze.orders:
                        basis: other
                        note: contract
                      costs: none
                    """));
    assertEquals(Basis.CONSENT, policy.source("bronze.crm_leads").basis());
    assertEquals(Basis.OTHER, policy.source("orders").basis());
    assertEquals("contract", policy.source("\"Orders\"").note());
    assertEquals(Basis.NONE, policy.source("costs").basis());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          purposes: [1, 7, 8, 9]     | purposes: [1, 25]       | 'purposes' must be a whole number from 1 to 24, not '25'
          purposes: [1, 7, 8, 9]     | purposes: [1, seven]    | 'purposes' must be a whole number from 1 to 24, not 'seven'
          purposes: [1, 7, 8, 9]     | purposes: []            | 'purposes' names none, so that no string could cover it
          purposes: [1, 7, 8, 9]     | purpose: [1]            | 'purpose' is none of legitimate_interest, purposes, storage, vendor
          legitimate_interest: []    | legitimate_interest: 3  | legitimate interest can never be the basis of purpose 3
          vendor:                    | vendor: Google          | 'vendor' must be a whole number from 1 to 65535, not 'Google'
          storage: [ads_storage]     | storage: [ads]          | 'ads' is neither analytics_storage nor ads_storage
          oldest_policy: 4           | oldest_policy: 64       | 'oldest_policy' must be a whole number from 2 to 63, not '64'
          2026-02-28                 | 28.02.2026              | 'disclosed_vendors_after' must be a day such as 2023-09-30, not '28.02.2026'
          sources: {}                | sources: {a: perhaps}   | a basis is consent, other or none, not 'perhaps'
          sources: {}                | sources: {a: unstated}  | a basis is consent, other or none, not 'unstated'
          sources: {}                | sources: {a: other}     | another basis needs a note that names it
          sources: {}                | sources: {a: none, A: none} | 'A' stands twice
          sources: {}                | sources: [a]            | 'sources' must hold keys with values
          sources: {}                | source: {}              | 'source' is none of format, sources, tcf, uses
          format: 1                  | format: 2               | it was written for a newer Liftwerk
          """)
  void aMistakeIsToldWithItsLine(String right, String wrong, String what) {
    String text = usual();
    int at = text.indexOf("\n    " + right) >= 0 ? text.indexOf("\n    " + right) + 5 : -1;
    at = at < 0 ? text.lastIndexOf(right) : at;
    assertTrue(at > 0, right);
    String broken = text.substring(0, at) + wrong + text.substring(at + right.length());
    long line = broken.substring(0, at).lines().count();
    line = broken.charAt(at - 1) == '\n' ? line + 1 : line;
    WorkbenchException refused = assertThrows(WorkbenchException.class, () -> read(broken));
    assertEquals("consent-policy", refused.code());
    assertEquals(
        "consent.yml cannot be used: line " + line + ": " + what + ".", refused.sentence());
    assertEquals(what, PolicyFile.fault(refused));
  }

  @Test
  void whatIsNoYamlIsToldWithItsLine() {
    for (String text : List.of("uses: [1,\nx: y: z", "\tuses: 1", "- a", "", "just words")) {
      WorkbenchException refused = assertThrows(WorkbenchException.class, () -> read(text));
      assertTrue(
          refused.sentence().matches("consent\\.yml cannot be used: line \\d+: .*\\."),
          refused.sentence());
    }
    assertEquals(
        "consent.yml cannot be used: line 1: 'uses' is missing.",
        assertThrows(WorkbenchException.class, () -> read("tcf: {}")).sentence());
  }

  @Test
  void aChangeTouchesOneValue() {
    PolicyFile.Content before = PolicyFile.usual();
    PolicyFile.Content vendor = before.with(List.of("uses", "scoring", "vendor"), "755");
    assertEquals(755, vendor.policy().use(Use.SCORING).vendor());
    PolicyFile.Content day = vendor.with(List.of("tcf", "oldest_policy_after"), "2023-11-20");
    assertEquals(LocalDate.of(2023, 11, 20), day.policy().tcf().oldestPolicyAfter());
    assertTrue(day.text().contains("2023-11-20       # … for strings created later"), day.text());
    PolicyFile.Content back =
        day.with(List.of("tcf", "oldest_policy_after"), "2023-09-30")
            .with(List.of("uses", "scoring", "vendor"), "");
    assertEquals(before.policy(), back.policy());
    assertEquals(
        before.text().lines().map(String::stripTrailing).toList(),
        back.text().lines().map(String::stripTrailing).toList());
  }

  @Test
  void aBasisIsAddedAndReplacedInEveryStyle() {
    for (String sources :
        List.of(
            "sources: {}",
            "sources:",
            "sources: # none so far\n",
            "",
            "sources: {other: consent}",
            "sources:\n  # the shop\n  other:\n    basis: consent\n  # behind it\n",
            "sources:\r\n  other: consent # why\r\n")) {
      PolicyFile.Content content = PolicyFile.Content.of(usual().replace("sources: {}\n", sources));
      for (String basis : List.of("{basis: consent}", "{basis: other, note: \"a: b # c\"}")) {
        content = content.with(List.of("sources", "leads"), basis);
        content = content.with(List.of("sources", "other"), "none");
      }
      assertEquals(Basis.OTHER, content.policy().source("leads").basis(), content.text());
      assertEquals("a: b # c", content.policy().source("leads").note());
      assertEquals(Basis.NONE, content.policy().source("other").basis());
      assertEquals(2, content.policy().sources().size());
      for (String comment : List.of("# the shop", "# behind it", "# why", "# none so far")) {
        assertEquals(sources.contains(comment), content.text().contains(comment), content.text());
      }
    }
  }

  @Test
  void oddNamesAreQuoted() {
    for (String name : List.of("no", "12", "a b", "ä", "x:y", "it's", "\"q\"", "#a")) {
      PolicyFile.Content content = PolicyFile.usual().with(List.of("sources", name), "none");
      assertEquals(Basis.NONE, content.policy().source(name).basis(), content.text());
    }
  }

  @Test
  void commentsAreInTheReadersLanguageAndSettingsTheSame() {
    PolicyFile.Content english = PolicyFile.usual(Locale.UK);
    PolicyFile.Content german = PolicyFile.usual(Locale.GERMANY);
    assertEquals(english.policy(), german.policy());
    assertTrue(german.text().contains("ein Ja ohne Datum"));
    assertEquals(english.text(), PolicyFile.usual(Locale.FRANCE).text());
    assertEquals(settings(english.text()), settings(german.text()));
  }

  /** What stands outside of comments. */
  private static List<String> settings(String text) {
    return text.lines()
        .map(line -> line.replaceFirst("\\s*#.*", ""))
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
