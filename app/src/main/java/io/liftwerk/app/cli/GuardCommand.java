package io.liftwerk.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.guardrails.Direction;
import io.liftwerk.guardrails.Finding;
import io.liftwerk.guardrails.GuardLines;
import io.liftwerk.guardrails.GuardPolicy;
import io.liftwerk.guardrails.GuardPolicyFile;
import io.liftwerk.guardrails.GuardRequest;
import io.liftwerk.guardrails.Guardrails;
import io.liftwerk.guardrails.Step;
import io.liftwerk.guardrails.Verdict;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Texts under guardrails: lines of JSON as they come, or one file for a person to read. */
@Command(
    name = "guard",
    footer = {
      "  liftwerk guard nordwand draft.md --direction output",
      "  liftwerk guard nordwand --jsonl < requests.jsonl > verdicts.jsonl"
    })
final class GuardCommand extends WorkspaceCommand {
  private static final int EXCERPT = 60;

  @Parameters(index = "0", arity = "0..1", paramLabel = "WS", descriptionKey = "liftwerk.guard.WS")
  @Nullable Path folder;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      descriptionKey = "liftwerk.guard.FILE")
  @Nullable Path file;

  @Option(names = "--jsonl")
  boolean lines;

  @Option(names = "--direction", paramLabel = "input|source|output")
  Direction direction = Direction.OUTPUT;

  @Override
  public Integer call() throws Exception {
    // without a workspace the only path is the file
    if (folder != null && file == null && Files.isRegularFile(folder)) {
      file = folder;
      folder = null;
    }
    Guardrails rails = rails();
    if (lines) {
      return lines(rails);
    }
    if (file == null) {
      throw new ParameterException(spec.commandLine(), Texts.of("guard.what"));
    }
    String text = text(file);
    Verdict verdict = rails.check(GuardRequest.of(file.getFileName().toString(), text, direction));
    if (json) {
      console().json(document(verdict));
    } else {
      print(verdict, text);
    }
    return 0;
  }

  /** A policy alone needs no open workspace, which the window may have. */
  private Guardrails rails() throws Exception {
    if (folder == null) {
      return Guardrails.standard();
    }
    Path place = Files.isDirectory(folder) ? folder : Workspace.withSuffix(folder);
    if (Files.isRegularFile(place.resolve("workspace.json"))) {
      GuardPolicy policy = new GuardPolicyFile(place).read().policy();
      if (!policy.pseudonymises()) {
        return Guardrails.of(policy);
      }
    }
    return with(folder, Guardrails::of);
  }

  private int lines(Guardrails rails) throws IOException {
    try (InputStream in = file == null ? System.in : open(file)) {
      GuardLines.Summary summary = new GuardLines(rails).run(in, spec.commandLine().getOut());
      console()
          .aside(Texts.of("guard.done", summary.passed(), summary.redacted(), summary.blocked()));
      summary.throwIfBroken();
      return 0;
    }
  }

  private static InputStream open(Path file) {
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new WorkbenchException(
          "guard-file",
          "The file " + file + " is not in UTF-8.",
          "Save it as UTF-8 and check it again.",
          e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static WorkbenchException unreadable(Path file, IOException cause) {
    return new WorkbenchException(
        "guard-file", "The file " + file + " cannot be read.", "See that you may read it.", cause);
  }

  private static ObjectNode document(Verdict verdict) {
    ObjectNode document = GuardLines.json(verdict);
    document.set("trace", Json.mapper().valueToTree(verdict.trace()));
    return document;
  }

  private void print(Verdict verdict, String text) {
    console().line(Texts.of("guard.verdict." + verdict.verdict().word()));
    for (Finding finding : verdict.findings()) {
      int start = text.offsetByCodePoints(0, finding.start());
      int end = text.offsetByCodePoints(start, finding.end() - finding.start());
      long line = 1 + text.substring(0, start).chars().filter(c -> c == '\n').count();
      console()
          .line(
              Texts.of(
                  "guard.finding",
                  Texts.of("rail." + finding.rail().word()),
                  finding.kind(),
                  line,
                  excerpt(text.substring(start, end)),
                  Texts.sentence(finding.reason())));
    }
    var steps = new ArrayList<List<String>>();
    steps.add(List.of(Texts.of("guard.head").split("\\|")));
    for (Step step : verdict.trace()) {
      steps.add(
          List.of(
              Texts.of("rail." + step.rail().word()),
              Texts.of("rail.decision." + step.decision().word()),
              Texts.sentence(step.sentence())));
    }
    console().table(steps);
  }

  private static String excerpt(String found) {
    String line = found.replaceAll("\\s+", " ").strip();
    return line.length() <= EXCERPT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, EXCERPT))) + "…";
  }
}
