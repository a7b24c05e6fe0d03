package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAheadTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 511, 512, 513, 100_000})
  void givesAllInOrder(int count) {
    try (var ahead = new ReadAhead<>(IntStream.range(0, count).iterator())) {
      var seen = new ArrayList<Integer>();
      ahead.forEachRemaining(seen::add);
      assertEquals(IntStream.range(0, count).boxed().toList(), seen);
      assertThrows(NoSuchElementException.class, ahead::next);
    }
  }

  @Test
  void aFailureComesAfterWhatCameBeforeIt() {
    var failure = new IllegalArgumentException("broken");
    try (var ahead = new ReadAhead<>(failingAfter(700, failure))) {
      for (int i = 0; i < 700; i++) {
        assertEquals(i, ahead.next());
      }
      assertSame(failure, assertThrows(IllegalArgumentException.class, ahead::hasNext));
    }
  }

  @Test
  void anErrorOfTheMachineComesToo() {
    Iterator<Integer> full =
        IntStream.range(0, 1)
            .mapToObj(
                i -> {
                  if (i == 0) {
                    throw new OutOfMemoryError("full");
                  }
                  return i;
                })
            .iterator();
    try (var ahead = new ReadAhead<>(full)) {
      assertThrows(OutOfMemoryError.class, ahead::hasNext);
    }
  }

  private static Iterator<Integer> failingAfter(int count, RuntimeException failure) {
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(
            i -> {
              if (i == count) {
                throw failure;
              }
              return i;
            })
        .iterator();
  }

  @Test
  void closingEndsAnEndlessOne() {
    var taken = new AtomicInteger();
    var ahead = new ReadAhead<>(IntStream.generate(taken::incrementAndGet).iterator());
    assertEquals(List.of(1, 2), List.of(ahead.next(), ahead.next()));
    ahead.close();
    int then = taken.get();
    assertTrue(then < 100_000, "it reads a few batches ahead, not all");
    assertFalse(Thread.currentThread().isInterrupted());
    assertEquals(then, taken.get());
  }
}
