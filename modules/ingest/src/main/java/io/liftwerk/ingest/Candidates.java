package io.liftwerk.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which every value seen so far can be read. Values are added one by one; each strikes
 * out the readings that do not accept it and is remembered as the reason.
 */
final class Candidates {

  /** A value that ruled a reading out, and the line it stands in. */
  record Ruling(Reading reading, String value, long line) {}

  private final List<Reading> alive = new ArrayList<>();
  private final List<Ruling> rulings = new ArrayList<>();
  private final Set<String> missing = new LinkedHashSet<>();
  private final Set<String> distinct = new LinkedHashSet<>();
  private boolean started;
  private @Nullable Ruling last;

  static Candidates of(Collection<String> values) {
    var candidates = new Candidates();
    long line = 0;
    for (String value : values) {
      candidates.add(value, ++line);
    }
    return candidates;
  }

  /** Adds a value; {@code line} is where it stands first. */
  void add(String value, long line) {
    if (Missing.is(value)) {
      missing.add(value);
      return;
    }
    if (distinct.size() < 50) {
      distinct.add(value);
    }
    if (!started) {
      started = true;
      start(value, line);
      return;
    }
    Reading best = alive.isEmpty() ? null : alive.getFirst();
    for (Iterator<Reading> each = alive.iterator(); each.hasNext(); ) {
      Reading reading = each.next();
      if (!reading.accepts(value)) {
        each.remove();
        rulings.add(new Ruling(reading, value, line));
      }
    }
    if (alive.isEmpty() && best != null) {
      last = new Ruling(best, value, line);
    }
  }

  /** Strikes out a reading for another reason. */
  void drop(Reading reading) {
    alive.remove(reading);
  }

  /** What is left, the preferred first; empty for text, and while no value was seen. */
  List<Reading> readings() {
    return List.copyOf(alive);
  }

  /** Whether any value was seen that is not missing. */
  boolean started() {
    return started;
  }

  /** Marks for missing values that were met, as the file writes them. */
  Set<String> missing() {
    return missing;
  }

  /** Some of the distinct values, at most fifty. */
  Set<String> distinct() {
    return distinct;
  }

  /** The value that ruled out {@code reading}, if one did. */
  @Nullable Ruling against(Reading reading) {
    for (Ruling ruling : rulings) {
      if (ruling.reading().equals(reading)) {
        return ruling;
      }
    }
    return null;
  }

  /** The value that left nothing but text, and what the values before it were; null if none did. */
  @Nullable Ruling last() {
    return last;
  }

  private void start(String value, long line) {
    for (BooleanReading words : BooleanReading.ALL) {
      if (words.accepts(Missing.strip(value))) {
        alive.add(words);
      }
    }
    NumberReading unit = NumberReading.unitOf(Missing.strip(value));
    if (unit != null) {
      for (NumberStyle style : NumberStyle.values()) {
        NumberReading reading = unit.withStyle(style);
        if (reading.accepts(Missing.strip(value))) {
          alive.add(reading);
        } else {
          rulings.add(new Ruling(reading, value, line));
        }
      }
    }
    if (value.chars().anyMatch(c -> c >= '0' && c <= '9')) {
      for (TemporalReading reading : TemporalReading.ALL) {
        if (reading.accepts(value)) {
          alive.add(reading);
        } else if (reading.date().rival() != null) {
          rulings.add(new Ruling(reading, value, line));
        }
      }
    }
  }
}
