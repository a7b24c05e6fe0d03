package io.liftwerk.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class PseudonymSetTest {
  private final Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);

  @Test
  void knowsWhatCameAsASetDoes() {
    var set = new PseudonymSet();
    var known = new HashSet<String>();
    for (int i = 0; i < 30_000; i++) {
      for (Identifier kind : Identifier.values()) {
        String pseudonym = pseudonyms.of(kind, "person " + i % 9_000);
        assertEquals(known.add(pseudonym), set.add(pseudonym), pseudonym);
      }
    }
    assertFalse(set.forgot());
  }

  @Test
  void staysWithinItsBoundAndSaysThatItForgot() {
    var set = new PseudonymSet(12);
    String first = pseudonyms.of(Identifier.EMAIL, "first");
    assertTrue(set.add(first));
    for (int i = 0; i < 5_000; i++) {
      set.add(pseudonyms.of(Identifier.EMAIL, "later " + i));
    }
    assertTrue(set.forgot());
    assertTrue(set.add(first), "forgotten, so that it comes twice");
  }
}
