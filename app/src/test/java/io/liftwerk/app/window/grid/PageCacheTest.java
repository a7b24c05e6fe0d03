package io.liftwerk.app.window.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.workspace.Page;
import io.liftwerk.workspace.TableInfo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** ux-08: constant memory, drawing never waits, the place asked for last is read first. */
class PageCacheTest {
  private final List<Long> read = new ArrayList<>();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final List<Throwable> failures = new ArrayList<>();
  private int arrivals;

  private final PageCache cache =
      new PageCache(
          new Numbers(),
          new Background(waiting::add, Runnable::run),
          () -> arrivals++,
          failures::add);

  private final class Numbers implements Rows {
    @Override
    public long count() {
      return 10_000_000;
    }

    @Override
    public List<TableInfo.Column> columns() {
      return List.of(new TableInfo.Column("n", "BIGINT"));
    }

    @Override
    public Page page(@Nullable String orderBy, boolean descending, long offset, int limit) {
      read.add(offset);
      if (offset == 500_000) {
        throw new IllegalStateException("gone");
      }
      var rows = new ArrayList<List<@Nullable Object>>();
      for (long i = offset; i < offset + limit; i++) {
        rows.add(Arrays.asList((Object) (descending ? -i : i)));
      }
      return new Page(List.of("n"), rows, offset);
    }
  }

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.removeFirst().run();
    }
  }

  @Test
  void askingReturnsAtOnceAndTheRowArrivesLater() {
    assertNull(cache.row(42));
    work();
    assertEquals(List.of((Object) 42L), cache.row(42));
    assertEquals(1, arrivals);
    assertEquals(List.of(0L), read);
  }

  @Test
  void racingThroughTheTableReadsOnlyTheLastPlaces() {
    for (long row = 0; row < 1_000_000; row += 1_000) {
      cache.row(row);
    }
    work();
    assertTrue(read.size() <= 4, () -> "read " + read);
    assertTrue(read.contains(999_000L), () -> "read " + read);
  }

  @Test
  void holdsAConstantNumberOfPages() {
    for (long row = 0; row < 100_000; row += PageCache.PAGE) {
      cache.row(row);
      work();
    }
    assertEquals(40, cache.held());
    assertNotNull(cache.row(99_999));
  }

  @Test
  void sortingForgetsWhatIsOnItsWay() {
    cache.row(7);
    cache.order("n", true);
    work();
    cache.row(7);
    work();
    assertEquals(List.of((Object) (-7L)), cache.row(7));
  }

  @Test
  void aFailureIsToldOnceAndNotAskedForAgain() {
    cache.row(500_000);
    work();
    cache.row(500_000);
    work();
    assertEquals(1, failures.size());
    assertEquals(1, read.size());
  }
}
