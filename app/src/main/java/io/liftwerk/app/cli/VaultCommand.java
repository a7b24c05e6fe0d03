package io.liftwerk.app.cli;

import io.liftwerk.ingest.BronzeTables;
import io.liftwerk.ingest.Migration;
import io.liftwerk.ingest.MigrationResult;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.VaultStatus;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "vault",
    subcommands = {
      VaultCommand.Status.class,
      VaultCommand.Set.class,
      VaultCommand.Change.class,
      VaultCommand.Migrate.class
    },
    footer = "  liftwerk vault nordwand status")
final class VaultCommand implements Runnable {
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), Texts.of("usage.verb", "status|set|change|migrate"));
  }

  /** How a vault stands, and what is not in it yet. */
  record Standing(VaultStatus vault, List<String> inClear) {}

  @Command(name = "status", footer = "  liftwerk vault nordwand status --json")
  static final class Status extends WorkspaceCommand {
    @ParentCommand VaultCommand vault;

    @Override
    public Integer call() throws Exception {
      Standing standing =
          with(
              vault.folder,
              workspace ->
                  new Standing(workspace.vault().status(), new BronzeTables(workspace).inClear()));
      if (json) {
        console().json(standing);
      } else {
        print(console(), standing);
      }
      return 0;
    }

    private static void print(Console console, Standing standing) {
      VaultStatus vault = standing.vault();
      console.line(
          switch (vault.lock()) {
            case "none" -> Texts.of("vault.none");
            case "passphrase" -> Texts.of("vault.passphrase", vault.rounds());
            default ->
                Texts.of(
                    vault.keyHere() ? "vault.here" : "vault.keyGone",
                    String.valueOf(vault.keyFile()));
          });
      var rows = new ArrayList<List<String>>();
      vault
          .originals()
          .forEach((kind, count) -> rows.add(List.of("  " + kind, String.format("%,d", count))));
      console.table(rows);
      if (!standing.inClear().isEmpty()) {
        console.line(Texts.of("vault.clear", String.join(", ", standing.inClear())));
      }
    }
  }

  /** Sets a passphrase where there is none. */
  @Command(
      name = "set",
      footer = "  liftwerk vault nordwand set --passphrase-file ~/nordwand.passphrase")
  static final class Set extends WorkspaceCommand {
    @ParentCommand VaultCommand vault;
    @Mixin final Passphrase passphrase = new Passphrase();

    @Override
    public Integer call() throws Exception {
      char[] chosen =
          Passphrase.given(passphrase.file, "LIFTWERK_PASSPHRASE").orElseThrow(Set::missing);
      return with(
          vault.folder,
          workspace -> {
            if (workspace.vault().status().lock().equals("passphrase")) {
              throw new WorkbenchException(
                  "vault-set",
                  "The vault of this workspace has a passphrase already.",
                  "Replace it with 'vault WS change'.");
            }
            return locked(this, workspace, chosen);
          });
    }

    static WorkbenchException missing() {
      return new WorkbenchException(
          "passphrase-missing",
          "No passphrase was given.",
          "Give it in a file with --passphrase-file, or in the variable LIFTWERK_PASSPHRASE.");
    }
  }

  /** Replaces the passphrase, which is needed for it. */
  @Command(
      name = "change",
      footer =
          "  liftwerk vault nordwand change --passphrase-file old.txt --new-passphrase-file"
              + " new.txt")
  static final class Change extends WorkspaceCommand {
    @ParentCommand VaultCommand vault;
    @Mixin final Passphrase passphrase = new Passphrase();

    @Option(
        names = "--new-passphrase-file",
        paramLabel = "FILE",
        descriptionKey = "newPassphraseFile")
    @Nullable Path next;

    @Override
    public Integer call() throws Exception {
      char[] chosen =
          Passphrase.given(next, "LIFTWERK_NEW_PASSPHRASE")
              .orElseThrow(
                  () ->
                      new WorkbenchException(
                          "passphrase-missing",
                          "No new passphrase was given.",
                          "Give it in a file with --new-passphrase-file, or in the variable"
                              + " LIFTWERK_NEW_PASSPHRASE."));
      return with(
          vault.folder,
          workspace -> {
            passphrase.offer(workspace);
            return locked(this, workspace, chosen);
          });
    }
  }

  private static int locked(WorkspaceCommand command, Workspace workspace, char[] passphrase) {
    workspace.vault().lockBy(passphrase);
    if (command.json) {
      command.console().json(workspace.vault().status());
    } else {
      command.console().line(Texts.of("vault.locked"));
    }
    return 0;
  }

  /** Replaces identifiers in what was imported before there were pseudonyms. */
  @Command(name = "migrate", footer = "  liftwerk vault nordwand migrate")
  static final class Migrate extends WorkspaceCommand {
    @ParentCommand VaultCommand vault;
    @Mixin final Passphrase passphrase = new Passphrase();

    @Override
    public Integer call() throws Exception {
      Run<MigrationResult> run =
          with(
              vault.folder,
              workspace -> {
                passphrase.offer(workspace);
                Run<MigrationResult> done = run(workspace, new Migration());
                workspace.rewrite();
                return done;
              });
      if (json) {
        console().json(Console.document(run));
        return 0;
      }
      run.result()
          .tables()
          .forEach(
              table ->
                  console()
                      .line(
                          Texts.of(
                              "vault.migrated",
                              table.table(),
                              String.join(", ", table.columns()),
                              table.cells())));
      console().line(Texts.of("vault.migrated.sum", run.result().originals(), run.id()));
      return 0;
    }
  }
}
