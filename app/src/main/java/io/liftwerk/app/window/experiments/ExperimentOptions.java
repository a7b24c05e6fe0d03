package io.liftwerk.app.window.experiments;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What seldom needs to be set; each as in {@link io.liftwerk.experiments.AbTestRequest}. */
record ExperimentOptions(
    @Nullable String covariate,
    @Nullable LocalDate start,
    @Nullable String person,
    @Nullable String strata,
    @Nullable String cluster,
    @Nullable String date,
    List<String> shares,
    double alpha,
    String looks,
    @Nullable Long planned,
    @Nullable Double minimum,
    String correction,
    @Nullable String plan) {

  /** One look at 5 %, corrected by Holm. */
  static final ExperimentOptions USUAL =
      new ExperimentOptions(
          null, null, null, null, null, null, List.of(), 0.05, "once", null, null, "holm", null);

  /** Which columns say what was before, who somebody is, and where and when they came in. */
  ExperimentOptions withColumns(
      @Nullable String before,
      @Nullable String who,
      @Nullable String within,
      @Nullable String together,
      @Nullable String day) {
    return new ExperimentOptions(
        before,
        start,
        who,
        within,
        together,
        day,
        shares,
        alpha,
        looks,
        planned,
        minimum,
        correction,
        plan);
  }

  ExperimentOptions withCovariate(@Nullable String next) {
    return withColumns(next, person, strata, cluster, date);
  }

  ExperimentOptions withPerson(@Nullable String next) {
    return withColumns(covariate, next, strata, cluster, date);
  }

  ExperimentOptions withStrata(@Nullable String next) {
    return withColumns(covariate, person, next, cluster, date);
  }

  ExperimentOptions withCluster(@Nullable String next) {
    return withColumns(covariate, person, strata, next, date);
  }

  ExperimentOptions withDate(@Nullable String next) {
    return withColumns(covariate, person, strata, cluster, next);
  }

  /** How often one looks, at how many, and for what. */
  ExperimentOptions withRule(
      String look, @Nullable Long many, double chance, @Nullable Double least, String several) {
    return new ExperimentOptions(
        covariate, start, person, strata, cluster, date, shares, chance, look, many, least, several,
        plan);
  }

  ExperimentOptions withDesign(@Nullable LocalDate began, List<String> parts) {
    return new ExperimentOptions(
        covariate,
        began,
        person,
        strata,
        cluster,
        date,
        parts,
        alpha,
        looks,
        planned,
        minimum,
        correction,
        plan);
  }

  ExperimentOptions withoutPlan() {
    return new ExperimentOptions(
        covariate,
        start,
        person,
        strata,
        cluster,
        date,
        shares,
        alpha,
        looks,
        planned,
        minimum,
        correction,
        null);
  }
}
