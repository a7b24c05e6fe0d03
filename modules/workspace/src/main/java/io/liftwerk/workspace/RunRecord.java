package io.liftwerk.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger.
 *
 * @param id run number, four digits or more, for example {@code 0042}
 * @param job name of the job
 * @param status how it ended
 * @param startedAt UTC
 * @param duration wall-clock time
 * @param seed seed of its stochastic steps, if it has any
 * @param software version of Liftwerk that ran it
 * @param parameters what it was asked to do
 * @param inputs what it read, with content hashes
 * @param result the result record as JSON; null unless it is done
 * @param resultHash SHA-256 of the canonical JSON of the result's fingerprint, see {@link
 *     Job#fingerprint}: equal for an identical re-run
 * @param metrics name to number
 * @param artefacts files it wrote, relative to the workspace where they lie inside it
 * @param message why it failed, one sentence; null when it is done
 * @param rerunOf the run it repeats, if any
 * @param version of the shape of parameters and result, see {@link Job#version}
 */
public record RunRecord(
    String id,
    String job,
    Status status,
    Instant startedAt,
    Duration duration,
    @Nullable Long seed,
    String software,
    JsonNode parameters,
    List<Input> inputs,
    @Nullable JsonNode result,
    @Nullable String resultHash,
    Map<String, Double> metrics,
    List<String> artefacts,
    @Nullable String message,
    @Nullable String rerunOf,
    int version) {

  /** How a run ended. */
  public enum Status {
    DONE,
    FAILED,
    CANCELLED
  }

  /**
   * Something a run read.
   *
   * @param name file name or table
   * @param sha256 hash of the content, lower-case hex
   * @param size bytes of a file, rows of a table
   */
  public record Input(String name, String sha256, long size) {}
}
