package io.liftwerk.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Where a window can be shown: the screen there is, or a virtual one while this is open. */
final class Screen implements AutoCloseable {
  private final String display;
  private final @Nullable Process server;

  private Screen(String display, @Nullable Process server) {
    this.display = display;
    this.server = server;
  }

  /** Empty where there is neither a display nor Xvfb. */
  static Optional<Screen> find() throws IOException {
    String present = System.getenv("DISPLAY");
    if (present != null && !present.isBlank()) {
      return Optional.of(new Screen(present, null));
    }
    String os = System.getProperty("os.name");
    if (!os.equals("Linux")) {
      return Optional.of(new Screen("", null));
    }
    Path xvfb = Path.of("/usr/bin/Xvfb");
    return Files.isExecutable(xvfb) ? Optional.of(virtual(xvfb)) : Optional.empty();
  }

  private static Screen virtual(Path xvfb) throws IOException {
    Process server =
        new ProcessBuilder(
                List.of(
                    xvfb.toString(),
                    "-displayfd",
                    "1",
                    "-screen",
                    "0",
                    "1440x900x24",
                    "-nolisten",
                    "tcp"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::destroy, "screen-cleanup"));
    String number = server.inputReader().readLine();
    if (number == null) {
      throw new IOException("Xvfb did not start");
    }
    return new Screen(":" + number.strip(), server);
  }

  boolean isVirtual() {
    return server != null;
  }

  /** Value for the environment variable DISPLAY; empty where the system knows none. */
  String display() {
    return display;
  }

  @Override
  public void close() {
    if (server == null) {
      return;
    }
    server.destroy();
    try {
      server.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
