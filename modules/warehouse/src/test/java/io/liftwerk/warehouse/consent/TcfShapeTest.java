package io.liftwerk.warehouse.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TcfShapeTest {

  private static String fault(String text) {
    return assertThrows(TcfShape.Fault.class, () -> TcfString.of(text), text).code;
  }

  private static TcfWriter full() {
    return new TcfWriter()
        .purposes(1, 3, 7)
        .interests(7, 9)
        .vendors(2, 755)
        .vendorInterests(12)
        .restrict(7, 1, 755, 800);
  }

  @Test
  void aWholeStringIsReadAsItWasWritten() throws TcfShape.Fault {
    for (boolean ranges : List.of(true, false)) {
      TcfWriter writer = full().disclosed(2, 755);
      writer.ranges = ranges;
      TcfString read = TcfString.of(writer.write());
      assertEquals(writer.created, read.created());
      assertEquals(4, read.content().getTcfPolicyVersion());
      assertTrue(read.content().isServiceSpecific());
      assertEquals(List.of(1, 3, 7), numbers(read.content().getPurposesConsent().toSet()));
      assertEquals(List.of(7, 9), numbers(read.content().getPurposesLITransparency().toSet()));
      assertEquals(List.of(2, 755), numbers(read.content().getVendorConsent().toSet()));
      assertEquals(List.of(12), numbers(read.content().getVendorLegitimateInterest().toSet()));
      assertEquals(List.of(2, 755), numbers(read.content().getDisclosedVendors().toSet()));
      assertEquals(
          List.of(755, 800),
          numbers(read.content().getPublisherRestrictions().getFirst().getVendorIds().toSet()));
      assertTrue(read.namesVendorsShown());
      assertFalse(TcfString.of(writer.core()).namesVendorsShown());
    }
  }

  private static List<Integer> numbers(Iterable<Integer> set) {
    var list = new ArrayList<Integer>();
    set.forEach(list::add);
    list.sort(null);
    return list;
  }

  @Test
  void everyCutIsNoticed() {
    String core = full().core();
    for (int length = 1; length < core.length(); length++) {
      assertEquals("tcf-truncated", fault(core.substring(0, length)));
    }
    String segment = full().disclosed(2, 755).disclosedVendors();
    for (int length = 0; length < segment.length(); length++) {
      assertEquals("tcf-truncated", fault(core + "." + segment.substring(0, length)));
    }
  }

  @Test
  void otherVersionsAreRefusedByName() {
    TcfWriter writer = full();
    writer.version = 1;
    assertEquals("tcf-version-1", fault(writer.write()));
    writer.version = 3;
    assertEquals("tcf-version-unknown", fault(writer.write()));
    assertEquals("tcf-version-unknown", fault(""));
  }

  @Test
  void charactersOutsideOfTheAlphabetAreRefusedByName() {
    String text = full().write();
    for (String wrong :
        List.of(text + "=", " " + text, text + "\n", text.replace('A', '+'), text + "ä")) {
      assertEquals("tcf-bad-base64", fault(wrong));
    }
  }

  @Test
  void whatTheDecoderLetsPassIsRefused() {
    String core = full().core();
    String segment = full().disclosed(2, 755).disclosedVendors();
    assertEquals("tcf-damaged", fault(core + "CORE"));
    assertEquals("tcf-damaged", fault(core + "." + segment + "." + segment));
    assertEquals("tcf-damaged", fault(core + "." + core));
    assertEquals("tcf-truncated", fault(core + "."));
    assertEquals("tcf-truncated", fault(core + ".." + segment));
    TcfWriter zero = full();
    zero.ranges = true;
    zero.vendors = new int[] {0, 5};
    assertEquals("tcf-damaged", fault(zero.write()));
  }

  @Test
  void zerosAtTheEndAreFine() throws TcfShape.Fault {
    String core = full().core();
    assertEquals(
        TcfString.of(core).content().getVendorConsent(),
        TcfString.of(core + "AAAA").content().getVendorConsent());
  }

  /** Whatever comes, it is a string or a named fault. */
  @Test
  void noTextMakesItFail() {
    var random = new Random(11);
    String core = full().disclosed(2, 755).write();
    int whole = 0;
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder(core);
      for (int change = random.nextInt(4); change >= 0; change--) {
        int at = random.nextInt(text.length());
        text.setCharAt(at, (char) (33 + random.nextInt(90)));
      }
      try {
        TcfString read = TcfString.of(text.toString());
        read.content().getVendorConsent();
        read.content().getDisclosedVendors();
        read.content().getPublisherRestrictions();
        whole++;
      } catch (TcfShape.Fault e) {
        assertTrue(e.code.startsWith("tcf-"), e.code);
      }
    }
    assertTrue(whole > 100, "whole: " + whole);
  }
}
