package io.liftwerk.workspace;

/** Thrown inside a job when the user has cancelled it. */
public final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CancelledException() {
    super("cancelled");
  }
}
