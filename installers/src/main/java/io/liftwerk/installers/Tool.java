package io.liftwerk.installers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program that is run to its end, its output shown. */
final class Tool {
  private Tool() {}

  /** A program of the JDK that runs this. */
  static String jdk(Platform platform, String name) {
    return Path.of(System.getProperty("java.home"), "bin", platform.program(name)).toString();
  }

  static void run(List<String> command) throws IOException {
    run(command, Map.of());
  }

  /**
   * Runs {@code command}.
   *
   * @param environment variables it sees besides those of this process
   * @throws IOException when it cannot be run or does not end with 0
   */
  static void run(List<String> command, Map<String, String> environment) throws IOException {
    var builder = new ProcessBuilder(new ArrayList<>(command)).inheritIO();
    builder.environment().putAll(environment);
    try {
      int code = builder.start().waitFor();
      if (code != 0) {
        throw new IOException(String.join(" ", command) + " ended with " + code);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(command.getFirst() + " was interrupted", e);
    }
  }
}
