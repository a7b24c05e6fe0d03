package io.liftwerk.app.window.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ux-06: only the newest request of a lane reaches the screen, whatever ends first. */
class BackgroundTest {
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final Background background = new Background(waiting::add, Runnable::run);
  private final List<String> shown = new ArrayList<>();

  @Test
  void theNewestWinsEvenWhenTheOlderFinishesLast() {
    Background.Lane lane = background.lane();
    lane.run(() -> "old", shown::add, failure -> shown.add("failed"));
    lane.run(() -> "new", shown::add, failure -> shown.add("failed"));
    waiting.removeLast().run();
    waiting.removeLast().run();
    assertEquals(List.of("new"), shown);
  }

  @Test
  void theFailureOfAnOlderRequestIsNotTold() {
    Background.Lane lane = background.lane();
    lane.run(
        () -> {
          lane.drop();
          throw new IllegalStateException("late");
        },
        result -> shown.add("done"),
        failure -> shown.add("failed"));
    waiting.removeFirst().run();
    assertEquals(List.of(), shown);
  }

  @Test
  void changesAreMadeInTheirOrderAndNoneIsLeftOut() {
    Background.Series series = background.series();
    for (String change : List.of("first", "second", "third")) {
      series.run(() -> shown.add("made " + change), made -> shown.add(change), failure -> {});
    }
    assertEquals(1, waiting.size(), "one works on them, whoever else is free");
    waiting.removeFirst().run();
    assertEquals(
        List.of("made first", "first", "made second", "second", "made third", "third"), shown);
    series.run(() -> shown.add("made fourth"), made -> {}, failure -> {});
    waiting.removeFirst().run();
    assertEquals("made fourth", shown.getLast());
  }
}
