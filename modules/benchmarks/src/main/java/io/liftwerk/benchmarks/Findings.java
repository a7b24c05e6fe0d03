package io.liftwerk.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What has been measured so far; what fails later takes nothing of it away. */
final class Findings {
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();

  void add(Figure figure) {
    figures.add(figure);
  }

  void addAll(List<Figure> several) {
    figures.addAll(several);
  }

  /** Says in one sentence what cannot be measured here, and why. */
  void skip(String sentence) {
    skipped.add(sentence);
  }

  /**
   * Says so when others used the processors meanwhile: wall-clock figures are then too high, while
   * processor seconds and ratios within one run still tell something.
   *
   * @param load load average, negative where the system has none
   */
  void checkQuiet(double load, String when) {
    int processors = Runtime.getRuntime().availableProcessors();
    if (load > .5 * processors) {
      skip(
          String.format(
              Locale.ROOT,
              "a quiet machine: load average %.1f on %d processors %s, so wall times are too high",
              load,
              processors,
              when));
    }
  }

  Report report() {
    return new Report(figures, skipped);
  }
}
