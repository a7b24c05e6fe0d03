package io.liftwerk.app.cli;

import java.util.Locale;

/** Whether a window can be shown here. */
final class Display {
  private Display() {}

  /** Windows and macOS always have one; elsewhere the session says so. */
  static boolean isPresent() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("windows") || system.contains("mac")) {
      return true;
    }
    return isNamed("DISPLAY") || isNamed("WAYLAND_DISPLAY");
  }

  private static boolean isNamed(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isBlank();
  }
}
