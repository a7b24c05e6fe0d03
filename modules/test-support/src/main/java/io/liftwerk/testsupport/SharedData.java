package io.liftwerk.testsupport;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real data and expected values that lie beside the checkout and are never part of it. A test that
 * uses them carries {@code @Tag("reference")} and is reported as skipped where they are missing.
 */
public final class SharedData {
  private SharedData() {}

  /** The file {@code name} below the shared folder, or the running test is skipped. */
  public static Path file(String name) {
    Path file =
        Path.of(System.getProperty("liftwerk.shared", "../shared")).resolve(name).normalize();
    Assumptions.assumeTrue(Files.exists(file), () -> "reference data not present: " + name);
    return file;
  }
}
