package io.liftwerk.app.cli;

import io.liftwerk.ingest.BronzeTables;
import io.liftwerk.ingest.Migration;
import io.liftwerk.ingest.MigrationResult;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.VaultStatus;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
      VaultCommand.Migrate.class,
      VaultCommand.Keep.class,
      VaultCommand.Forget.class
    },
    footer = "  liftwerk vault nordwand status")
final class VaultCommand implements Runnable {
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), Texts.of("usage.verb", "status|set|change|migrate|keep|forget"));
  }

  /** How a vault stands, the names of its secrets, and what is not in it yet. */
  record Standing(VaultStatus vault, List<String> secrets, List<String> inClear) {}

  @Command(name = "status", footer = "  liftwerk vault nordwand status --json")
  static final class Status extends WorkspaceCommand {
    @ParentCommand VaultCommand vault;

    @Override
    public Integer call() throws Exception {
      Standing standing =
          with(
              vault.folder,
              workspace ->
                  new Standing(
                      workspace.vault().status(),
                      workspace.vault().secrets().names(),
                      new BronzeTables(workspace).inClear()));
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
      if (!standing.secrets().isEmpty()) {
        console.line(Texts.of("vault.secrets", String.join(", ", standing.secrets())));
      }
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

  /** Keeps a password that Liftwerk needs elsewhere. */
  @Command(
      name = "keep",
      footer = "  liftwerk vault nordwand keep wordpress:blog.example --secret-file blog.secret")
  static final class Keep extends WorkspaceCommand {
    @ParentCommand VaultCommand vault;
    @Mixin final Passphrase passphrase = new Passphrase();

    @Parameters(paramLabel = "NAME", descriptionKey = "liftwerk.vault.secret")
    String name;

    @Option(names = "--secret-file", paramLabel = "FILE", descriptionKey = "secretFile")
    @Nullable Path secret;

    @Override
    public Integer call() throws Exception {
      char[] given =
          Passphrase.given(secret, "LIFTWERK_SECRET")
              .orElseThrow(
                  () ->
                      new WorkbenchException(
                          "secret-missing",
                          "No secret was given.",
                          "Give it in a file with --secret-file, or in the variable"
                              + " LIFTWERK_SECRET."));
      return with(
          vault.folder,
          workspace -> {
            passphrase.offer(workspace);
            workspace.vault().secrets().keep(name, new String(given));
            return told(this, workspace, "vault.kept", name);
          });
    }
  }

  /** Takes such a password out. */
  @Command(name = "forget", footer = "  liftwerk vault nordwand forget wordpress:blog.example")
  static final class Forget extends WorkspaceCommand {
    @ParentCommand VaultCommand vault;

    @Parameters(paramLabel = "NAME", descriptionKey = "liftwerk.vault.secret")
    String name;

    @Override
    public Integer call() throws Exception {
      return with(
          vault.folder,
          workspace ->
              told(
                  this,
                  workspace,
                  workspace.vault().secrets().forget(name) ? "vault.forgotten" : "vault.noSecret",
                  name));
    }
  }

  private static int told(WorkspaceCommand command, Workspace workspace, String key, String name)
      throws SQLException {
    if (command.json) {
      command.console().json(Map.of("secrets", workspace.vault().secrets().names()));
    } else {
      command.console().line(Texts.of(key, name));
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
