package io.liftwerk.app.window.grid;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.workspace.Page;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a table that were looked at last. Asking for a row that is not here starts reading
 * its page and returns at once; while the user races through the table, only the places asked for
 * last are read. Used on the screen's thread.
 */
final class PageCache {
  static final int PAGE = 100;
  private static final int PAGES = 40;
  private static final int WAITING = 3;

  private final Rows rows;
  private final Background background;
  private final Runnable arrived;
  private final Consumer<Throwable> failed;
  private final Deque<Long> wanted = new ArrayDeque<>();
  private final Map<Long, Page> pages =
      new LinkedHashMap<>(PAGES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Page> eldest) {
          return size() > PAGES;
        }
      };

  private @Nullable String orderBy;
  private boolean descending;
  private boolean reading;
  private boolean broken;
  private int generation;

  PageCache(Rows rows, Background background, Runnable arrived, Consumer<Throwable> failed) {
    this.rows = rows;
    this.background = background;
    this.arrived = arrived;
    this.failed = failed;
  }

  /** The cells of row {@code index}, or null while they are on their way. */
  @Nullable List<@Nullable Object> row(long index) {
    long number = index / PAGE;
    Page page = pages.get(number);
    if (page == null) {
      want(number);
      return null;
    }
    int within = (int) (index % PAGE);
    return within < page.rows().size() ? page.rows().get(within) : null;
  }

  /** Sorts by {@code column}, null for the table's own order; what was read is forgotten. */
  void order(@Nullable String column, boolean downwards) {
    orderBy = column;
    descending = downwards;
    drop();
    arrived.run();
  }

  @Nullable String orderBy() {
    return orderBy;
  }

  boolean descending() {
    return descending;
  }

  /** Forgets everything, also what is being read. */
  void drop() {
    generation++;
    reading = false;
    broken = false;
    wanted.clear();
    pages.clear();
  }

  int held() {
    return pages.size();
  }

  private void want(long number) {
    if (broken || wanted.contains(number)) {
      return;
    }
    wanted.addLast(number);
    if (wanted.size() > WAITING) {
      wanted.removeFirst();
    }
    next();
  }

  private void next() {
    if (reading || wanted.isEmpty()) {
      return;
    }
    reading = true;
    long number = wanted.getLast();
    int mine = generation;
    String column = orderBy;
    boolean downwards = descending;
    background.run(
        () -> rows.page(column, downwards, number * PAGE, PAGE),
        page -> {
          if (mine == generation) {
            reading = false;
            wanted.remove(number);
            pages.put(number, page);
            arrived.run();
            next();
          }
        },
        failure -> {
          if (mine == generation) {
            reading = false;
            broken = true;
            failed.accept(failure);
          }
        });
  }
}
