package io.liftwerk.warehouse.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TcfJudgeTest {
  private static final int US = 755;

  private final TcfJudge judge = new TcfJudge(TcfRules.PUBLISHED);

  private static TcfString read(TcfWriter writer) throws TcfShape.Fault {
    return TcfString.of(writer.write());
  }

  private @Nullable String invalid(TcfWriter writer) throws TcfShape.Fault {
    return judge.invalid(read(writer));
  }

  private Finding judged(TcfWriter writer, UsePolicy use) throws TcfShape.Fault {
    return judge.judge(read(writer), use);
  }

  private static UsePolicy needs(@Nullable Integer vendor, Integer... purposes) {
    return new UsePolicy(List.of(purposes), List.of(), vendor, List.of());
  }

  private static UsePolicy interestWillDo(@Nullable Integer vendor, Integer... purposes) {
    return new UsePolicy(List.of(purposes), List.of(purposes), vendor, List.of());
  }

  @Test
  void anOldPolicyCountsInStringsOfItsTime() throws TcfShape.Fault {
    assertNull(invalid(new TcfWriter().policy(2).created("2023-09-30")));
    assertEquals("tcf-policy-outdated", invalid(new TcfWriter().policy(2).created("2023-10-01")));
    assertEquals("tcf-policy-outdated", invalid(new TcfWriter().policy(3).created("2024-01-01")));
    assertNull(invalid(new TcfWriter().policy(4).created("2023-10-01")));
    TcfWriter lastMoment = new TcfWriter().policy(2);
    lastMoment.created = Instant.parse("2023-09-30T23:59:59Z");
    assertNull(invalid(lastMoment));
    var later =
        new TcfJudge(new TcfRules(4, LocalDate.of(2023, 11, 20), 5, LocalDate.of(2026, 2, 28)));
    assertNull(later.invalid(read(new TcfWriter().policy(2).created("2023-11-20"))));
  }

  @Test
  void aPolicyNobodyKnowsDoesNotCount() throws TcfShape.Fault {
    assertEquals("tcf-policy-unknown", invalid(new TcfWriter().policy(6)));
    assertEquals("tcf-policy-unknown", invalid(new TcfWriter().policy(1).created("2021-01-01")));
  }

  @Test
  void aGlobalStringDoesNotCount() throws TcfShape.Fault {
    TcfWriter global = new TcfWriter().purposes(1);
    global.serviceSpecific = false;
    assertEquals("tcf-not-service-specific", invalid(global));
  }

  @Test
  void sinceItsDayTheVendorsShownMustBeNamed() throws TcfShape.Fault {
    TcfWriter writer = new TcfWriter().policy(5);
    assertNull(invalid(writer.created("2026-02-28")));
    assertEquals("tcf-no-disclosed-vendors", invalid(writer.created("2026-03-01")));
    assertNull(invalid(writer.created("2026-03-01").disclosed(US)));
    // whoever names none has the segment all the same
    assertNull(invalid(writer.disclosed()));
  }

  @Test
  void whoNamesVendorsMustNameOurs() throws TcfShape.Fault {
    TcfWriter writer = new TcfWriter().purposes(1).vendors(US).disclosed(US, 800);
    assertTrue(judged(writer, needs(US, 1)).covered());
    assertEquals("tcf-vendor-undisclosed", judged(writer.disclosed(800), needs(US, 1)).reason());
    assertTrue(judged(writer, needs(null, 1)).covered());
  }

  @Test
  void everyPurposeAndTheVendorAreNeeded() throws TcfShape.Fault {
    TcfWriter writer = new TcfWriter().purposes(1, 7).vendors(US);
    assertEquals(Finding.granted("tcf-covers"), judged(writer, needs(US, 1, 7)));
    assertEquals(Finding.refused("tcf-purpose-9"), judged(writer, needs(US, 1, 7, 9)));
    assertEquals(Finding.refused("tcf-vendor-refused"), judged(writer, needs(12, 1, 7)));
    assertTrue(judged(writer, needs(null, 1, 7)).covered());
  }

  @Test
  void legitimateInterestNeverCountsForOneAndThreeToSix() throws TcfShape.Fault {
    for (int purpose = 1; purpose <= 11; purpose++) {
      TcfWriter writer = new TcfWriter().interests(purpose).vendorInterests(US);
      boolean may = purpose == 2 || purpose >= 7;
      assertEquals(may, judged(writer, interestWillDo(US, purpose)).covered(), "" + purpose);
      assertEquals(may, judged(writer, interestWillDo(null, purpose)).covered(), "" + purpose);
      assertEquals(
          "tcf-purpose-" + purpose, judged(writer, needs(US, purpose)).reason(), "" + purpose);
    }
  }

  @Test
  void purposeAndVendorMustRestOnTheSameBasis() throws TcfShape.Fault {
    TcfWriter crossed = new TcfWriter().purposes(7).vendorInterests(US);
    assertEquals("tcf-vendor-refused", judged(crossed, interestWillDo(US, 7)).reason());
    assertTrue(judged(crossed.interests(7), interestWillDo(US, 7)).covered());
  }

  @Test
  void whatThePublisherRestrictsOverrides() throws TcfShape.Fault {
    for (int type = 0; type <= 3; type++) {
      TcfWriter consent = new TcfWriter().purposes(7).vendors(US).restrict(7, type, US);
      TcfWriter interest = new TcfWriter().interests(7).vendorInterests(US).restrict(7, type, US);
      // 1: only by consent, 2: only by legitimate interest, 0 and 3: not at all
      assertEquals(type == 1, judged(consent, interestWillDo(US, 7)).covered(), "" + type);
      assertEquals(type == 2, judged(interest, interestWillDo(US, 7)).covered(), "" + type);
      assertEquals(type == 1, judged(consent, needs(US, 7)).covered(), "" + type);
    }
    TcfWriter of3 = new TcfWriter().purposes(3).vendors(US).restrict(3, 2, US);
    assertEquals(
        Finding.heldBack("tcf-restricted-3"), judged(of3, needs(US, 3)), "a law, no refusal");
  }

  @Test
  void restrictionsOfOthersDoNotMatter() throws TcfShape.Fault {
    TcfWriter writer =
        new TcfWriter().purposes(7).vendors(US).restrict(7, 0, 12).restrict(2, 0, US);
    assertTrue(judged(writer, needs(US, 7)).covered());
    assertTrue(judged(writer.restrict(7, 0, US), needs(null, 7)).covered());
  }

  @Test
  void restrictionsThatContradictEachOtherForbid() throws TcfShape.Fault {
    TcfWriter writer =
        new TcfWriter().purposes(7).vendors(US).restrict(7, 1, US).restrict(7, 2, US);
    assertEquals("tcf-restricted-7", judged(writer, interestWillDo(US, 7)).reason());
  }
}
