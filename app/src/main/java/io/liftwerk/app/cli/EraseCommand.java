package io.liftwerk.app.cli;

import io.liftwerk.ingest.Erasure;
import io.liftwerk.ingest.ErasureProofResult;
import io.liftwerk.ingest.ErasureResult;
import io.liftwerk.warehouse.CustomerMatchLists;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "erase", footer = "  liftwerk erase nordwand --email-file erase.txt")
final class EraseCommand extends WorkspaceCommand {
  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Option(
      names = "--email-file",
      required = true,
      paramLabel = "FILE",
      descriptionKey = "emailFile")
  Path emails;

  @Mixin final Passphrase passphrase = new Passphrase();

  /** What was taken out, and that nothing was found afterwards. */
  private record Done(Run<ErasureResult> erasure, Run<ErasureProofResult> proof) {}

  /** Exit code 1 when something was found after all. */
  @Override
  public Integer call() throws Exception {
    List<String> lines = lines();
    Done done = with(folder, workspace -> erase(workspace, lines));
    boolean proven = done.proof().result().proven();
    if (json) {
      console()
          .json(
              Json.mapper()
                  .createObjectNode()
                  .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                      "erasure", Console.document(done.erasure()))
                  .set("proof", Console.document(done.proof())));
    } else {
      print(done);
    }
    return proven ? 0 : 1;
  }

  private Done erase(Workspace workspace, List<String> lines) throws Exception {
    passphrase.offer(workspace);
    Erasure erasure = Erasure.of(workspace, lines, new CustomerMatchLists());
    Run<ErasureResult> erased = run(workspace, erasure);
    workspace.rewrite();
    return new Done(erased, run(workspace, erasure.proof(lines)));
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(emails);
    } catch (IOException e) {
      throw new WorkbenchException(
          "erase-file",
          "The file " + emails + " cannot be read as text.",
          "Write one e-mail address or telephone number a line, in UTF-8.",
          e);
    }
  }

  private void print(Done done) {
    ErasureResult erased = done.erasure().result();
    var rows = new ArrayList<List<String>>();
    for (ErasureResult.Touched table : erased.tables()) {
      rows.add(
          List.of(
              "  " + table.table(),
              Texts.of("erase.rows", table.rows()),
              Texts.of("erase.cells", table.cells())));
    }
    console().table(rows);
    for (ErasureResult.FoundIds found : erased.ids()) {
      console()
          .line(
              Texts.of(
                  "erase.ids",
                  found.column(),
                  found.followed(),
                  found.shared(),
                  found.elsewhere()));
    }
    erased.files().forEach(file -> console().line(Texts.of("erase.file", file)));
    console()
        .line(
            Texts.of(
                "erase.sum",
                erased.identifiers(),
                erased.rows(),
                erased.originals().size(),
                done.erasure().id()));
    if (erased.absent() > 0) {
      console().line(Texts.of("erase.absent", erased.absent()));
    }
    for (ErasureResult.Recipient recipient : erased.handedOver()) {
      console()
          .line(
              Texts.of(
                  recipient.certain() ? "erase.told" : "erase.maybe",
                  recipient.name(),
                  recipient.run(),
                  recipient.file()));
    }
    if (erased.shared() > 0) {
      console().line(Texts.of("erase.shared", erased.shared()));
    }
    ErasureProofResult proof = done.proof().result();
    console()
        .line(
            Texts.of(
                proof.proven() ? "erase.proven" : "erase.found",
                proof.files(),
                proof.columns(),
                proof.tables(),
                proof.cells()));
    proof.found().forEach(place -> console().line("  " + place));
  }
}
