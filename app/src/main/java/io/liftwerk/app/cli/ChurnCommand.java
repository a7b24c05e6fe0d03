package io.liftwerk.app.cli;

import io.liftwerk.scoring.ScoringOptions.Purpose;
import picocli.CommandLine.Command;

@Command(
    name = "churn",
    footer = {
      "  liftwerk churn nordwand contracts --target Churn --id customerID --json",
      "  liftwerk churn nordwand contracts --target Churn --value 400 --cost 15 --compare gender"
    })
final class ChurnCommand extends ScoringCommand {
  @Override
  Purpose purpose() {
    return Purpose.CHURN;
  }
}
