package io.liftwerk.ingest.log;

import java.math.BigDecimal;
import java.util.List;

/** Fields that follow from others of the same line. */
final class Derived {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private final int bucket;
  private final int host;
  private final int duration;
  private final int[] seconds;

  Derived(List<String> names) {
    this.bucket = names.indexOf("bucket");
    this.host = names.indexOf("host");
    this.duration = names.indexOf("duration_ms");
    this.seconds =
        List.of("request_processing_time", "target_processing_time", "response_processing_time")
            .stream()
            .mapToInt(names::indexOf)
            .toArray();
  }

  void apply(LogValues values) {
    if (bucket >= 0 && !values.has(host)) {
      // a bucket that serves a site has the site's name, and old logs tell no other
      values.text(host, values.text(bucket));
    }
    if (seconds[0] >= 0) {
      sum(values);
    }
  }

  /** The time a load balancer took: a part of -1 says that it was never reached. */
  private void sum(LogValues values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int part : seconds) {
      if (!values.has(part) || values.text(part).startsWith("-")) {
        return;
      }
      try {
        sum = sum.add(new BigDecimal(values.text(part)));
      } catch (NumberFormatException e) {
        return;
      }
    }
    values.text(duration, sum.multiply(THOUSAND).stripTrailingZeros().toPlainString());
  }
}
