package io.liftwerk.workspace;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The named moments at which a killed process could do harm, in the order a job passes them. A test
 * starts a process with {@code -Dliftwerk.killAt=load} and the process halts there as if it had
 * been killed: no shutdown hook, no finally block; {@code publish:2} halts it when it passes the
 * point for the second time. Without the property passing a point costs nothing.
 */
public enum KillPoint {
  /** A file has been put into staging. */
  STAGING,
  /** Rows are in the transaction, not committed. */
  LOAD,
  /** The new table is about to take its public name. */
  SWAP,
  /** The result is there, its ledger line not yet committed. */
  LEDGER,
  /** Committed, before the first result file takes its name; and once more after each that has. */
  PUBLISH,
  /** Committed and published, before the database file is checkpointed. */
  CHECKPOINT,
  /** Committed, before the audit trail has its entry. */
  AUDIT,
  /**
   * What a committed job took out leaves vault and folder: before it, when it is gone, and when it
   * is noted which database files are to be written anew.
   */
  LEAVE,
  /** While a database file is written anew: before it, before it takes its place, and after. */
  REWRITE;

  private static final String[] TARGET = System.getProperty("liftwerk.killAt", "").split(":", 2);
  private static final AtomicInteger LEFT =
      new AtomicInteger(TARGET.length > 1 ? Integer.parseInt(TARGET[1]) : 1);

  /** Halts the process here when it was asked to. */
  public void pass() {
    if (TARGET[0].equalsIgnoreCase(name()) && LEFT.decrementAndGet() == 0) {
      Runtime.getRuntime().halt(137);
    }
  }
}
