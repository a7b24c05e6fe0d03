package io.liftwerk.app.cli;

import io.liftwerk.experiments.AbTestRequest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a comparison and a plan of one have in common. */
final class AbTestOptions {
  @Option(names = "--table", paramLabel = "T", descriptionKey = "abtest.table")
  @Nullable String table;

  @Option(names = "--arm", paramLabel = "COL", descriptionKey = "abtest.arm")
  @Nullable String arm;

  @Option(names = "--control", paramLabel = "VALUE", descriptionKey = "abtest.control")
  @Nullable String control;

  @Option(names = "--metric", paramLabel = "COL:KIND", descriptionKey = "abtest.metric")
  List<String> metrics = List.of();

  @Option(names = "--covariate", paramLabel = "COL", descriptionKey = "abtest.covariate")
  @Nullable String covariate;

  @Option(names = "--began", paramLabel = "DAY", descriptionKey = "abtest.began")
  @Nullable LocalDate began;

  @Option(names = "--person", paramLabel = "COL", descriptionKey = "abtest.person")
  @Nullable String person;

  @Option(names = "--day", paramLabel = "COL", descriptionKey = "abtest.day")
  @Nullable String day;

  @Option(
      names = "--shares",
      paramLabel = "ARM=SHARE",
      split = ",",
      descriptionKey = "abtest.shares")
  List<String> shares = List.of();

  @Option(
      names = "--alpha",
      paramLabel = "P",
      defaultValue = "0.05",
      descriptionKey = "abtest.alpha")
  double alpha;

  @Option(
      names = "--looks",
      paramLabel = "PLAN",
      defaultValue = "once",
      descriptionKey = "abtest.looks")
  String looks;

  @Option(names = "--planned", paramLabel = "N", descriptionKey = "abtest.planned")
  @Nullable Long planned;

  @Option(names = "--minimum", paramLabel = "LIFT", descriptionKey = "abtest.minimum")
  @Nullable Double minimum;

  /** The comparison that the options ask for. */
  AbTestRequest request(WorkspaceCommand command) {
    return new AbTestRequest(
        AbTestCommand.needed(command, "--table", table),
        AbTestCommand.needed(command, "--arm", arm),
        AbTestCommand.needed(command, "--control", control),
        metrics,
        covariate,
        began,
        person,
        null,
        null,
        day,
        shares,
        alpha,
        looks,
        planned,
        minimum,
        "holm",
        null);
  }
}
