package io.liftwerk.workspace;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recorded piece of work: tables in, one immutable result record out. A job runs in one
 * transaction of the warehouse; when it fails or is cancelled nothing of it remains but its ledger
 * line.
 *
 * @param <R> the result, a record that Jackson can write and read
 */
public interface Job<R> {

  /** The verb a user would recognise: {@code import}, {@code leads}. Also the key for re-runs. */
  String name();

  /** What the job was asked to do; written to the ledger, enough to run it again. */
  Record parameters();

  /** The seed of every stochastic step, or null when nothing here is random. */
  default @Nullable Long seed() {
    return null;
  }

  /** Does the work. Reports progress and looks for cancellation through {@code context}. */
  R run(JobContext context) throws Exception;

  /** The numbers worth comparing between runs, name to value. */
  default Map<String, Double> metrics(R result) {
    return Map.of();
  }

  /**
   * What of the result two runs must share to be called identical; its canonical JSON is hashed
   * into the ledger. The default is the result itself. A result that carries what differs each time
   * (the run's number, durations, moments, a file's place) leaves it out, mostly by {@link
   * Json#without}: {@code return Json.without(result, "run", "trainSeconds");}. A result that only
   * counts what the job wrote adds a hash of it, so that equal counts of other rows do not pass.
   */
  default Object fingerprint(R result) {
    return result;
  }

  /**
   * Version of the shape of parameters and result; raised when older ones can no longer be read.
   */
  default int version() {
    return 1;
  }
}
