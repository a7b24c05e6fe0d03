package io.liftwerk.warehouse.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.warehouse.consent.Finding.Decision;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalJudgeTest {
  private final SignalJudge judge = new SignalJudge(PolicyFile.usual().policy());

  private Finding finding(Basis basis, String signal, Use use) {
    return judge.judge(basis, signal).verdict().of(use);
  }

  private Finding analytics(String signal) {
    return finding(Basis.CONSENT, signal, Use.ANALYTICS);
  }

  private String reason(String signal) {
    return analytics(signal).reason();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          consent=Ja                                    | consent-given
          consent=true                                  | consent-given
          consent=OUI                                   | consent-given
          consent=erteilt                               | consent-given
          consent=Opt-In                                | consent-given
          consent=Double%20Opt-in                       | consent-given
          consent=Freely given consent from contact     | consent-given
          consent=Freiwillig erteilte Einwilligung des Kontakts | consent-given
          consent=2024-05-01                            | consent-given
          consent=01.05.2024, 10:15 Uhr                 | consent-given
          consent=05/01/2024                            | consent-given
          consent=nein                                  | consent-refused
          consent=FALSE                                 | consent-refused
          consent=Non                                   | consent-refused
          consent=abgelehnt                             | consent-refused
          consent=Unsubscribed                          | consent-refused
          consent=opted_out                             | consent-refused
          consent=Not applicable                        | not-asked
          consent=unbekannt                             | not-asked
          consent=-                                     | not-asked
          consent=                                      | not-asked
          consent=ausstehend                            | consent-pending
          consent=Legitimate interest – existing customer | consent-other-basis
          consent=Berechtigtes Interesse – Interessent  | consent-other-basis
          consent=Performance of a contract             | consent-other-basis
          consent=Legitimate interest – other%3B Freely given consent from contact | consent-given
          consent=vielleicht                            | consent-unclear
          consent=ja%3B nein                            | consent-unclear
          consent=31.02.2024                            | consent-unclear
          consent=x                                     | consent-unclear
          'consent= COtybn4PA_zT4KjACBENAPCIAEBAAECAAIAAAAAAAAAA' | tcf-bad-base64
          consent=COtybn4PA_zT4KjACBENAPCIAEBAAECAAIA%3D%3D | tcf-bad-base64
          consent=BOvalCcOvZ7NaABABBAAABAAAAAAEA        | tcf-version-1
          tcf=freely_given_consent_from_contact         | consent-given
          optout=true                                   | opted-out
          optout=1                                      | opted-out
          optout=2024-05-01 10:00:00                    | opted-out
          optout=unsubscribed                           | opted-out
          optout=subscribed                             | not-asked
          optout=confirmed                              | opt-out-unclear
          optout=false                                  | not-asked
          optout=0                                      | not-asked
          optout=hm                                     | opt-out-unclear
          analytics_storage=Yes                         | storage-granted
          analytics_storage=No                          | storage-denied
          analytics_storage=Unset                       | not-asked
          analytics_storage=?                           | storage-unclear
          ads_storage=Yes                               | not-asked
          nonsense                                      | signal-unreadable
          consent=a=b                                   | signal-unreadable
          consent=ja;consent=nein                       | signal-unreadable
          consent=%zz                                   | signal-unreadable
          marketing=ja                                  | signal-unreadable
          """)
  void cellsAreReadInTheWordsOfExports(String signal, String reason) {
    assertEquals(reason, reason(signal));
    assertEquals(
        List.of("consent-given", "storage-granted").contains(reason), analytics(signal).covered());
  }

  @Test
  void silenceIsNotAsked() {
    assertEquals("not-asked", reason(""));
    assertEquals(Decision.NONE, analytics("").decision());
  }

  @Test
  void aRefusalOutweighsAYesBesideIt() {
    String string = new TcfWriter().purposes(1, 7, 8, 9).write();
    assertTrue(analytics("tcf=" + string).covered());
    assertTrue(analytics("tcf=" + string + ";consent=ja;optout=nein").covered());
    assertEquals("consent-refused", reason("tcf=" + string + ";consent=nein"));
    assertEquals("opted-out", reason("consent=ja;optout=ja"));
    assertEquals("storage-denied", reason("consent=ja;analytics_storage=No"));
    assertEquals("tcf-purpose-7", reason("consent=ja;tcf=" + new TcfWriter().purposes(1).write()));
  }

  @Test
  void aBrokenPartHoldsBackButTakesNothingBack() {
    Finding broken = analytics("consent=ja;tcf=COtybn4PA_zT4KjACBENAPCIAEBAAECAAI");
    assertEquals(Finding.heldBack("tcf-truncated"), broken);
    assertEquals(Decision.NONE, analytics("consent=vielleicht").decision());
    assertEquals(Decision.REFUSED, analytics("optout=ja;tcf=kaputt").decision());
  }

  @Test
  void googlesStorageAnswersTheUsesItIsNamedFor() {
    String signal = "analytics_storage=Yes;ads_storage=No";
    assertTrue(finding(Basis.CONSENT, signal, Use.ANALYTICS).covered());
    assertEquals("storage-denied", finding(Basis.CONSENT, signal, Use.ACTIVATION).reason());
    var both =
        new SignalJudge(
            PolicyFile.usual()
                .with(List.of("uses", "scoring", "storage"), "[analytics_storage, ads_storage]")
                .policy());
    assertEquals("storage-denied", both.judge(Basis.CONSENT, signal).verdict().scoring().reason());
    assertEquals(
        "not-asked",
        both.judge(Basis.CONSENT, "analytics_storage=Yes").verdict().scoring().reason());
    assertEquals(
        "storage-granted",
        both.judge(Basis.CONSENT, "analytics_storage=Yes;ads_storage=Yes")
            .verdict()
            .scoring()
            .reason());
  }

  @Test
  void categoriesOfACustomerDataPlatformAreRead() {
    String signal =
        "consent={\"consent\":{\"categoryPreferences\":"
            + "{\"Analytics\":true,\"Advertising\":false,\"Functional\":true}}}";
    assertTrue(analytics(signal).covered());
    assertEquals("storage-denied", finding(Basis.CONSENT, signal, Use.ACTIVATION).reason());
    assertEquals("not-asked", reason("consent={\"locale\":\"de-DE\"}"));
    assertEquals("consent-unclear", reason("consent={broken"));
  }

  @Test
  void theBasisDecidesWhatASignalMeans() {
    assertEquals("basis-unstated", finding(Basis.UNSTATED, "consent=ja", Use.ANALYTICS).reason());
    assertFalse(finding(Basis.UNSTATED, "consent=ja", Use.ANALYTICS).covered());
    assertEquals(
        Decision.REFUSED, finding(Basis.UNSTATED, "consent=nein", Use.ANALYTICS).decision());
    assertTrue(finding(Basis.NONE, "consent=nein", Use.ACTIVATION).covered());
    for (Use use : List.of(Use.ANALYTICS, Use.SCORING)) {
      Finding contract = finding(Basis.OTHER, "consent=nein", use);
      assertEquals(new Finding("other-basis", true, Decision.NONE), contract);
    }
    assertTrue(finding(Basis.OTHER, "", Use.ACTIVATION).covered());
    assertEquals(
        Finding.refused("consent-refused"), finding(Basis.OTHER, "consent=nein", Use.ACTIVATION));
    assertEquals(Finding.refused("opted-out"), finding(Basis.OTHER, "optout=1", Use.ACTIVATION));
  }

  @Test
  void theMomentIsTheOneTheSignalNames() {
    assertNull(judge.judge(Basis.CONSENT, "consent=ja").decidedAt());
    assertEquals(
        Instant.parse("2024-05-01T08:15:00Z"),
        judge.judge(Basis.CONSENT, "consent=2024-05-01T10:15+02:00").decidedAt());
    assertEquals(
        Instant.parse("2024-05-06T00:00:00Z"),
        judge.judge(Basis.CONSENT, "tcf=" + new TcfWriter().write()).decidedAt());
    assertEquals(
        Instant.parse("2025-01-01T00:00:00Z"),
        judge.judge(Basis.CONSENT, "consent=2024-05-01;optout=01.01.2025").decidedAt());
  }

  @Test
  void everyReasonHasASentence() {
    for (int purpose = 1; purpose <= 24; purpose++) {
      assertTrue(Reasons.sentence("tcf-purpose-" + purpose).endsWith("purpose " + purpose + "."));
      assertTrue(Reasons.sentence("tcf-restricted-" + purpose).contains("purpose " + purpose));
    }
    for (String code :
        List.of(
            "signal-unreadable",
            "storage-unclear",
            "tcf-damaged",
            "tcf-bad-base64",
            "opt-out-unclear",
            "consent-pending")) {
      assertTrue(Reasons.sentence(code).endsWith("."), code);
    }
  }
}
