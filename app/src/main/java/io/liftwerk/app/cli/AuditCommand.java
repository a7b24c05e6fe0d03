package io.liftwerk.app.cli;

import io.liftwerk.workspace.AuditTrail;
import io.liftwerk.workspace.AuditVerification;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "audit",
    subcommands = AuditCommand.Verify.class,
    footer = "  liftwerk audit nordwand verify")
final class AuditCommand implements Runnable {
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), Texts.of("usage.verb", "verify"));
  }

  @Command(name = "verify", footer = "  liftwerk audit nordwand verify")
  static final class Verify extends WorkspaceCommand {
    @ParentCommand AuditCommand audit;

    /** Exit code 1 when the trail was changed, so that a script notices. */
    @Override
    public Integer call() {
      AuditVerification found = AuditTrail.verify(audit.folder);
      if (json) {
        console().json(found);
      } else {
        print(console(), found);
      }
      return found.ok() ? 0 : 1;
    }

    private static void print(Console console, AuditVerification found) {
      console.line(
          Texts.of(
              found.ok() ? "audit.ok" : "audit.broken",
              found.entries(),
              found.keyId(),
              Texts.of(found.ownKey() ? "audit.ownKey" : "audit.foreignKey")));
      found.findings().forEach(finding -> console.line("  " + Texts.sentence(finding.sentence())));
      found
          .limits()
          .forEach(limit -> console.line(Texts.of("audit.cannot", Texts.sentence(limit))));
    }
  }
}
