package io.liftwerk.workspace;

import org.jspecify.annotations.Nullable;

/**
 * Something a person can act on: what happened, in one sentence that names the file, row or field,
 * and what to do about it. The {@code code} is short, stable and meant for scripts.
 */
public final class WorkbenchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String hint;

  /**
   * @param code stable kebab-case code, for example {@code workspace-newer}
   * @param sentence what happened, naming the file, row or field
   * @param hint what to do, one sentence; may be empty
   */
  public WorkbenchException(String code, String sentence, String hint) {
    this(code, sentence, hint, null);
  }

  /** As above, keeping the technical {@code cause} for the details a person can copy. */
  public WorkbenchException(String code, String sentence, String hint, @Nullable Throwable cause) {
    super(sentence, cause);
    this.code = code;
    this.hint = hint;
  }

  public String code() {
    return code;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }

  public String hint() {
    return hint;
  }
}
