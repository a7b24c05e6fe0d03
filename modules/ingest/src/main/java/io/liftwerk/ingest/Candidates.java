package io.liftwerk.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which every value seen so far can be read. Values are added one by one; each strikes
 * out the readings that do not accept it and is remembered as the reason. A value that would leave
 * nothing may widen what is left instead: to numbers in brackets, to a second way of writing dates.
 */
final class Candidates {
  private static final int REMEMBERED = 50;

  /** A value that ruled a reading out, and the line it stands in. */
  record Ruling(Reading reading, String value, long line) {}

  private List<Reading> alive = List.of();
  private final List<Ruling> rulings = new ArrayList<>();
  private final Set<String> missing = new LinkedHashSet<>();
  private final Set<String> masked = new LinkedHashSet<>();
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
    if (Masked.is(value)) {
      mask(value, line);
      return;
    }
    if (distinct.size() < REMEMBERED) {
      distinct.add(value);
    }
    if (!started) {
      started = true;
      start(value, line);
      return;
    }
    List<Reading> fitting = alive.stream().filter(reading -> reading.accepts(value)).toList();
    if (fitting.size() == alive.size()) {
      return;
    }
    if (fitting.isEmpty() && widen(value, line)) {
      return;
    }
    keep(fitting, value, line);
  }

  private boolean widen(String value, long line) {
    List<Reading> wider =
        alive.stream().flatMap(reading -> reading.wider(value).stream()).distinct().toList();
    if (wider.isEmpty()) {
      return false;
    }
    alive = wider;
    wider.stream()
        .flatMap(reading -> reading instanceof MixedReading two ? two.rivals() : Stream.empty())
        .filter(rival -> !rival.accepts(value))
        .forEach(rival -> rulings.add(new Ruling(rival, value, line)));
    return true;
  }

  /** Masked values stand among numbers and nowhere else. */
  private void mask(String value, long line) {
    if (masked.size() < REMEMBERED) {
      masked.add(value);
    }
    keep(alive.stream().filter(reading -> reading instanceof NumberReading).toList(), value, line);
  }

  /** Strikes out all but {@code fitting}. */
  private void keep(List<Reading> fitting, String value, long line) {
    Reading best = alive.isEmpty() ? null : alive.getFirst();
    alive.stream()
        .filter(reading -> !fitting.contains(reading))
        .forEach(reading -> rulings.add(new Ruling(reading, value, line)));
    alive = fitting;
    if (alive.isEmpty() && best != null) {
      last = new Ruling(best, value, line);
    }
  }

  /** Strikes out a reading for another reason. */
  void drop(Reading reading) {
    alive = alive.stream().filter(other -> !other.equals(reading)).toList();
  }

  /** What is left, the preferred first; empty for text, and while no value was seen. */
  List<Reading> readings() {
    return alive;
  }

  /** Whether any value was seen that is neither missing nor masked. */
  boolean started() {
    return started;
  }

  /** Marks for missing values that were met, as the file writes them. */
  Set<String> missing() {
    return missing;
  }

  /** Some of the masked values that were met, at most fifty. */
  Set<String> masked() {
    return masked;
  }

  /** How many marks were met, for missing and for masked values. */
  int marks() {
    return missing.size() + masked.size();
  }

  /** Some of the distinct values, at most fifty. */
  Set<String> distinct() {
    return distinct;
  }

  /** The value that ruled out a reading, if one did. */
  @Nullable Ruling against(Predicate<Reading> which) {
    for (Ruling ruling : rulings) {
      if (which.test(ruling.reading())) {
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
    String bare = Missing.strip(value);
    boolean digits = bare.chars().anyMatch(c -> c >= '0' && c <= '9');
    var fitting = new ArrayList<Reading>();
    if (masked.isEmpty()) {
      BooleanReading.ALL.stream().filter(words -> words.accepts(bare)).forEach(fitting::add);
    }
    if (digits) {
      fitting.addAll(numbers(bare, line));
    }
    if (digits && masked.isEmpty()) {
      EpochReading.ALL.stream().filter(reading -> reading.accepts(bare)).forEach(fitting::add);
      for (TemporalReading reading : TemporalReading.ALL) {
        if (reading.accepts(bare)) {
          fitting.add(reading);
        } else if (reading.date().rival() != null) {
          rulings.add(new Ruling(reading, value, line));
        }
      }
    }
    alive = List.copyOf(fitting);
  }

  private List<Reading> numbers(String value, long line) {
    NumberReading unit = NumberReading.unitOf(value);
    if (unit == null) {
      return List.of();
    }
    var fitting = new ArrayList<Reading>();
    for (NumberStyle style : NumberStyle.values()) {
      NumberReading reading = unit.withStyle(style);
      if (reading.accepts(value)) {
        fitting.add(reading);
      } else if (!fitting.addAll(reading.wider(value))) {
        rulings.add(new Ruling(reading, value, line));
      }
    }
    return fitting;
  }
}
