package io.liftwerk.keywords.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NotationTest {
  @Test
  void readsWhatReportsWrite() {
    assertEquals(new Notation.Reading("a b", MatchType.EXACT, false), Notation.read("[a b]"));
    assertEquals(new Notation.Reading("a b", MatchType.PHRASE, false), Notation.read("\"a b\""));
    assertEquals(new Notation.Reading("a b", MatchType.BROAD, false), Notation.read("+a +b"));
    assertEquals(new Notation.Reading("a b", MatchType.EXACT, true), Notation.read("-[a b]"));
    assertEquals(new Notation.Reading("a -b", null, false), Notation.read(" a -b "));
    assertEquals(new Notation.Reading("c++", null, false), Notation.read("c++"));
    assertEquals(new Notation.Reading("", null, false), Notation.read(""));
  }

  @Test
  void readsWhatItWrites() {
    for (MatchType match : MatchType.values()) {
      Notation.Reading read = Notation.read(Notation.negative("zwei wörter", match));
      assertEquals(
          new Notation.Reading("zwei wörter", match == MatchType.BROAD ? null : match, true), read);
    }
  }
}
