package io.liftwerk.app.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.ingest.BronzeTables;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What was done in a workspace, the newest first; results are read when they are asked for. */
final class History {
  private final Workspace workspace;
  private final List<RunRecord> runs;
  private final List<SourceTable> sources;

  History(Workspace workspace) {
    this.workspace = workspace;
    this.runs = workspace.ledger().withoutResults();
    this.sources = new BronzeTables(workspace).list();
  }

  /** A run that was done, with its result. */
  record Found<R>(RunRecord run, R result) {
    Evidence evidence(String code, boolean good, String page, String sentence, Freshness fresh) {
      return new Evidence(
          code,
          good ? Evidence.Standing.FOUND : Evidence.Standing.CONCERN,
          sentence,
          page,
          run.id(),
          run.startedAt().plus(run.duration()),
          fresh.stale(run));
    }
  }

  /** What is loaded. */
  List<SourceTable> sources() {
    return sources;
  }

  /** Whether nothing was ever done. */
  boolean isEmpty() {
    return done().isEmpty();
  }

  /** Runs that were done, the newest first, without their results. */
  List<RunRecord> done() {
    return runs.stream().filter(run -> run.status() == RunRecord.Status.DONE).toList();
  }

  /** The newest that was done of one of these kinds. */
  Optional<RunRecord> newest(String... jobs) {
    Set<String> wanted = Set.of(jobs);
    return done().stream().filter(run -> wanted.contains(run.job())).findFirst();
  }

  /** The run with this number, without its result. */
  @Nullable RunRecord run(String id) {
    return runs.stream().filter(run -> run.id().equals(id)).findFirst().orElse(null);
  }

  /** The newest result of a kind that this version can read. */
  <R> @Nullable Found<R> newest(Class<R> type, String... jobs) {
    return newest(type, result -> true, jobs);
  }

  /** As {@link #newest(Class, String...)}, of those that {@code wanted} takes. */
  <R> @Nullable Found<R> newest(Class<R> type, Predicate<R> wanted, String... jobs) {
    Set<String> names = Set.of(jobs);
    for (RunRecord run : done()) {
      if (names.contains(run.job())) {
        R result = read(workspace.ledger().get(run.id()).result(), type);
        if (result != null && wanted.test(result)) {
          return new Found<>(run, result);
        }
      }
    }
    return null;
  }

  private static <R> @Nullable R read(@Nullable JsonNode from, Class<R> type) {
    try {
      return from == null ? null : Json.mapper().treeToValue(from, type);
    } catch (JsonProcessingException e) {
      return null; // another version made it: no figure is read from it
    }
  }
}
