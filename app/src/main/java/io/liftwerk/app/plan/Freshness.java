package io.liftwerk.app.plan;

import io.liftwerk.ingest.Erasure;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.Migration;
import io.liftwerk.ingest.Retention;
import io.liftwerk.ingest.SourceChange;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.knowledge.KnowledgeIndexing;
import io.liftwerk.warehouse.ConsentReport;
import io.liftwerk.warehouse.ConsentSettings;
import io.liftwerk.warehouse.ModelBuild;
import io.liftwerk.warehouse.QualityCheck;
import io.liftwerk.workspace.RunRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether what a run read has changed since it ran. Nothing is hashed again: runs say it. */
final class Freshness {
  /** What takes rows out of tables or replaces what stands in them. */
  private static final Set<String> REWRITES = Set.of(Erasure.NAME, Retention.NAME, Migration.NAME);

  /** What a build reads is changed by these. */
  private static final Set<String> BEFORE_BUILDS =
      Set.of(
          FileImport.NAME,
          SourceChange.NAME,
          ConsentSettings.NAME,
          Erasure.NAME,
          Retention.NAME,
          Migration.NAME);

  private static final Set<String> OF_THE_BUILD =
      Set.of(ModelBuild.NAME, QualityCheck.NAME, ConsentReport.NAME);

  private final History history;

  Freshness(History history) {
    this.history = history;
  }

  /** Why the result of {@code run} no longer tells how things are; null when it still does. */
  @Nullable String stale(RunRecord run) {
    if (OF_THE_BUILD.contains(run.job())) {
      return staleBuild(run);
    }
    for (RunRecord.Input input : run.inputs()) {
      String stale = stale(run, input.name());
      if (stale != null) {
        return stale;
      }
    }
    return null;
  }

  /** A build is out of date by what it reads; tests and counts also by a later build. */
  private @Nullable String staleBuild(RunRecord run) {
    Set<String> changes = BEFORE_BUILDS;
    Optional<RunRecord> later = after(run, one -> changes.contains(one.job()));
    if (later.isPresent()) {
      return "What it was made of has changed since, in run %s.".formatted(later.get().id());
    }
    if (run.job().equals(ModelBuild.NAME)) {
      return null;
    }
    return after(run, one -> one.job().equals(ModelBuild.NAME))
        .map(build -> "The models were built anew since, in run %s.".formatted(build.id()))
        .orElse(null);
  }

  private @Nullable String stale(RunRecord run, String input) {
    if (input.startsWith("bronze.")) {
      return staleSource(run, input.substring("bronze.".length()));
    }
    if (input.startsWith("silver.") || input.startsWith("gold.")) {
      return after(run, one -> one.job().equals(ModelBuild.NAME))
          .map(
              build ->
                  "%s may have changed since: the models were built anew in run %s."
                      .formatted(input, build.id()))
          .orElse(null);
    }
    if (input.equals("index")) {
      return after(run, one -> one.job().equals(KnowledgeIndexing.NAME))
          .map(index -> "The sources were indexed anew since, in run %s.".formatted(index.id()))
          .orElse(null);
    }
    return null;
  }

  private @Nullable String staleSource(RunRecord run, String table) {
    SourceTable source =
        history.sources().stream()
            .filter(one -> one.name().equalsIgnoreCase(table))
            .findFirst()
            .orElse(null);
    if (source == null) {
      return "The table %s is no longer there under that name.".formatted(table);
    }
    if (number(source.run()) > number(run.id())) {
      return "The table %s was loaded anew since, in run %s.".formatted(table, source.run());
    }
    Optional<RunRecord> rewritten = after(run, one -> REWRITES.contains(one.job()));
    if (rewritten.isPresent()) {
      return "Rows were taken out or replaced since, in run %s.".formatted(rewritten.get().id());
    }
    return after(run, one -> changes(one, table))
        .map(
            change ->
                "The table %s is read otherwise since, after run %s.".formatted(table, change.id()))
        .orElse(null);
  }

  /** Whether a change of sources concerns {@code table}; what undid an unknown step may. */
  private boolean changes(RunRecord change, String table) {
    if (!change.job().equals(SourceChange.NAME)) {
      return false;
    }
    String of = change.parameters().path("table").asText("");
    if (!of.isEmpty()) {
      return of.equalsIgnoreCase(table);
    }
    RunRecord undone = history.run(change.parameters().path("step").asText(""));
    return undone == null || !undone.job().equals(SourceChange.NAME) || changes(undone, table);
  }

  private Optional<RunRecord> after(RunRecord run, Predicate<RunRecord> which) {
    List<RunRecord> later =
        history.done().stream()
            .filter(one -> number(one.id()) > number(run.id()) && which.test(one))
            .toList();
    return later.isEmpty() ? Optional.empty() : Optional.of(later.getFirst());
  }

  private static long number(String id) {
    return id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0;
  }
}
