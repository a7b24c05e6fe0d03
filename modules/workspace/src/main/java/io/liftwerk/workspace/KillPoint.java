package io.liftwerk.workspace;

/**
 * The named moments at which a killed process could do harm. A test starts a process with {@code
 * -Dliftwerk.killAt=load} and the process halts there as if it had been killed: no shutdown hook,
 * no finally block. Without the property passing a point costs nothing.
 */
public enum KillPoint {
  /** A file has been put into staging. */
  STAGING,
  /** Rows are in the transaction, not committed. */
  LOAD,
  /** The new table is about to take its public name. */
  SWAP,
  /** Committed, before the database file is checkpointed. */
  CHECKPOINT,
  /** The result is there, its ledger line not yet committed. */
  LEDGER,
  /** Committed, before the audit trail has its entry. */
  AUDIT;

  private static final String TARGET = System.getProperty("liftwerk.killAt", "");

  /** Halts the process here when it was asked to. */
  public void pass() {
    if (TARGET.equalsIgnoreCase(name())) {
      Runtime.getRuntime().halt(137);
    }
  }
}
