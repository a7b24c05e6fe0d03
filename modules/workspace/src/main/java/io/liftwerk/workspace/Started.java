package io.liftwerk.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * When a job began. How long it takes is counted by a clock that nobody sets: the computer's own
 * may be put right, or wrong, while the job runs.
 *
 * @param at what the computer's clock said
 * @param ticks of the clock that only goes forward, nanoseconds
 */
record Started(Instant at, long ticks, LongSupplier ticking) {
  static Started now() {
    return new Started(Instant.now(), System.nanoTime(), System::nanoTime);
  }

  /** Time since then. */
  Duration elapsed() {
    return Duration.ofNanos(ticking.getAsLong() - ticks);
  }
}
