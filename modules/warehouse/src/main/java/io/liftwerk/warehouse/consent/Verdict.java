package io.liftwerk.warehouse.consent;

/** What a signal means for each use. */
record Verdict(Finding analytics, Finding scoring, Finding activation) {

  Finding of(Use use) {
    return switch (use) {
      case ANALYTICS -> analytics;
      case SCORING -> scoring;
      case ACTIVATION -> activation;
    };
  }
}
