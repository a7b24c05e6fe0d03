package io.liftwerk.app.cli;

import io.liftwerk.scoring.ScoringOptions.Purpose;
import picocli.CommandLine.Command;

@Command(
    name = "leads",
    footer = {
      "  liftwerk leads nordwand --table leads --target Abgeschlossen --id Lead-ID --json",
      "  liftwerk leads nordwand leads --target Abgeschlossen --value 900 --cost 25 --capacity 300"
    })
final class LeadsCommand extends ScoringCommand {
  @Override
  Purpose purpose() {
    return Purpose.LEADS;
  }
}
