package io.liftwerk.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param area the benchmark it belongs to: {@code import}, {@code log}, {@code warehouse}, {@code
 *     leads}, {@code scoring}, {@code experiments}, {@code keywords}, {@code knowledge}, {@code
 *     guard}, {@code window}, {@code paging}
 * @param what what was measured, in a few words
 * @param unit unit of ours and the peer's
 * @param ours our value
 * @param peer the peer's, null where there is none
 * @param source where the peer's value comes from; empty without a peer
 * @param target what ours or the ratio is held to, null where it is only shown
 * @param peakBytes largest resident size of the process that did the work, null where not measured
 * @param note what a reader should know
 */
record Figure(
    String area,
    String what,
    String unit,
    double ours,
    @Nullable Double peer,
    String source,
    @Nullable Target target,
    @Nullable Long peakBytes,
    String note) {

  /** What a figure is held to. */
  enum Kind {
    OURS_AT_MOST,
    OURS_AT_LEAST,
    RATIO_AT_MOST,
    PEAK_AT_MOST
  }

  record Target(Kind kind, double limit) {}

  static Figure of(String area, String what, String unit, double ours) {
    return new Figure(area, what, unit, ours, null, "", null, null, "");
  }

  Figure peer(double value, String origin) {
    return new Figure(area, what, unit, ours, value, origin, target, peakBytes, note);
  }

  Figure target(Kind kind, double limit) {
    return new Figure(
        area, what, unit, ours, peer, source, new Target(kind, limit), peakBytes, note);
  }

  Figure peak(@Nullable Double bytes) {
    Long whole = bytes == null ? null : bytes.longValue();
    return new Figure(area, what, unit, ours, peer, source, target, whole, note);
  }

  Figure note(String text) {
    return new Figure(area, what, unit, ours, peer, source, target, peakBytes, text);
  }

  /** Ours over the peer's; null without a peer. */
  @Nullable Double ratio() {
    return peer == null ? null : ours / peer;
  }

  /** Whether the target is met; null without one, or when what it speaks of was not measured. */
  @Nullable Boolean met() {
    if (target == null) {
      return null;
    }
    Double ratio = ratio();
    return switch (target.kind()) {
      case OURS_AT_MOST -> ours <= target.limit();
      case OURS_AT_LEAST -> ours >= target.limit();
      case RATIO_AT_MOST -> ratio == null ? null : ratio <= target.limit();
      case PEAK_AT_MOST -> peakBytes == null ? null : peakBytes <= target.limit();
    };
  }
}
