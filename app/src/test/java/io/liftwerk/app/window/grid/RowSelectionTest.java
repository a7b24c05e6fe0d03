package io.liftwerk.app.window.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowSelectionTest {
  private int told;
  private final RowSelection selection = new RowSelection(() -> told++);

  @Test
  void oneRowReplacesTheOthers() {
    selection.only(7_000_000_000L);
    assertEquals(List.of(7_000_000_000L), selection.rows(10));
    selection.only(3);
    assertEquals(List.of(3L), selection.rows(10));
    assertEquals(3, selection.lead());
    assertEquals(2, told);
  }

  @Test
  void aRangeGoesFromWhereItBegan() {
    selection.only(10);
    selection.extendTo(12);
    assertEquals(List.of(10L, 11L, 12L), selection.rows(10));
    selection.extendTo(8);
    assertEquals(List.of(8L, 9L, 10L), selection.rows(10));
    selection.extendTo(9_999_999);
    assertEquals(9_999_990, selection.count());
    assertEquals(List.of(10L, 11L), selection.rows(2));
    assertTrue(selection.contains(5_000_000));
    assertFalse(selection.contains(9));
  }

  @Test
  void rowsComeAndGoOneByOneAsInASet() {
    var random = new Random(3);
    var expected = new BitSet();
    for (int i = 0; i < 2000; i++) {
      int row = random.nextInt(60);
      selection.toggle(row);
      expected.flip(row);
      assertEquals(expected.cardinality(), selection.count());
    }
    assertEquals(
        expected.stream().mapToObj(row -> (long) row).toList(), selection.rows(Integer.MAX_VALUE));
    for (int row = 0; row < 60; row++) {
      assertEquals(expected.get(row), selection.contains(row));
    }
  }

  @Test
  void allIsAStatement() {
    selection.all();
    assertTrue(selection.isAll());
    assertTrue(selection.contains(Long.MAX_VALUE));
    selection.toggle(4);
    assertFalse(selection.isAll());
    assertEquals(List.of(4L), selection.rows(10));
    selection.clear();
    assertEquals(0, selection.count());
    assertEquals(-1, selection.lead());
    assertFalse(selection.contains(4));
  }
}
