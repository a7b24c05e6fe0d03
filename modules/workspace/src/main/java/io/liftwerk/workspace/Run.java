package io.liftwerk.workspace;

/**
 * A finished run: its ledger line and its result.
 *
 * @param record the ledger line
 * @param result the result record, as the job returned it
 */
public record Run<R>(RunRecord record, R result) {

  /** The run number, for example {@code 0042}. */
  public String id() {
    return record.id();
  }
}
