package io.liftwerk.warehouse.project;

import io.liftwerk.workspace.WorkbenchException;
import org.jspecify.annotations.Nullable;

/** Sentences about a file of the project that cannot be used. */
final class Broken {
  private Broken() {}

  /**
   * @param line of the file, from 1; less when it is not known
   * @param what one or two sentences
   */
  static WorkbenchException at(
      String code, String file, int line, String what, String hint, @Nullable Throwable cause) {
    return new WorkbenchException(
        code, line > 0 ? file + ", line " + line + ": " + what : file + ": " + what, hint, cause);
  }

  static WorkbenchException at(String code, String file, int line, String what, String hint) {
    return at(code, file, line, what, hint, null);
  }

  /** The first line of a text, without full stops at its end. */
  static String firstLine(@Nullable String text) {
    return String.valueOf(text).lines().findFirst().orElse("").replaceAll("[.\\s]+$", "");
  }
}
