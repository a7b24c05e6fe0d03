package io.liftwerk.app.window.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowWindowTest {
  private final RowWindow window = new RowWindow(() -> {});

  @BeforeEach
  void tenMillionRows() {
    window.over(10_000_000);
    window.slots(20);
  }

  @Test
  void itGoesNoFurtherThanThereAreRows() {
    assertTrue(window.scrollTo(9_999_999));
    assertEquals(9_999_980, window.top());
    assertFalse(window.scrollTo(Long.MAX_VALUE));
    assertTrue(window.scrollTo(-5));
    assertEquals(0, window.top());
    assertFalse(window.scrollTo(-1));
  }

  @Test
  void itGoesJustSoFarThatARowIsInSight() {
    window.reveal(19);
    assertEquals(0, window.top());
    window.reveal(20);
    assertEquals(1, window.top());
    window.reveal(500);
    assertEquals(481, window.top());
    window.reveal(490);
    assertEquals(481, window.top());
    window.reveal(480);
    assertEquals(480, window.top());
  }

  @Test
  void aRowHasASlotWhileItIsInSight() {
    window.scrollTo(100);
    assertEquals(0, window.slot(100));
    assertEquals(19, window.slot(119));
    assertEquals(-1, window.slot(120));
    assertEquals(-1, window.slot(99));
    assertEquals(-1, window.slot(-1));
    assertEquals(105, window.row(5));
  }

  @Test
  void moreRoomAtTheEndShowsEarlierRows() {
    window.scrollTo(9_999_980);
    window.slots(30);
    assertEquals(9_999_970, window.top());
    assertEquals(30, window.filled());
  }

  @Test
  void fewRowsLeaveSlotsEmpty() {
    window.scrollTo(5000);
    window.over(7);
    assertEquals(0, window.top());
    assertEquals(7, window.filled());
    assertEquals(0, window.lastTop());
    window.over(0);
    assertEquals(0, window.filled());
  }
}
