package io.liftwerk.app.plan;

import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** What the consultant of the sample client wrote to the steps of the plan. */
public final class SamplePlan {
  /** What is behind the client; the canary runs, and what comes after it waits for that. */
  private static final Set<PlanStep> DONE =
      Set.of(
          PlanStep.PROBLEM,
          PlanStep.DATA,
          PlanStep.STACK,
          PlanStep.BASELINE,
          PlanStep.MODEL,
          PlanStep.GUARDRAILS);

  private SamplePlan() {}

  /** Writes the notes, in English and German, and calls done what is. */
  public static void write(Workspace workspace) {
    Properties english = notes("en");
    Properties german = notes("de");
    var notes = new PlanNotes(workspace);
    for (PlanStep step : PlanStep.values()) {
      notes.write(
          step,
          english.getProperty(step.id(), ""),
          Map.of("de", german.getProperty(step.id(), "")));
      if (DONE.contains(step)) {
        notes.done(step, true);
      }
    }
  }

  private static Properties notes(String language) {
    String name = "sample_" + language + ".properties";
    var notes = new Properties();
    try (var in = Objects.requireNonNull(SamplePlan.class.getResourceAsStream(name), name);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      notes.load(reader);
      return notes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
