package io.liftwerk.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The program starts once as a window and once as commands, and records both. Where there is
 * neither a display nor Xvfb, commands only.
 */
final class Rehearsal {
  private static final Path XVFB = Path.of("/usr/bin/Xvfb");

  private Rehearsal() {}

  /**
   * Runs it.
   *
   * @param program folder of the program, beside the folder {@code runtime}
   * @throws IOException when no record is left behind
   */
  static void run(Path program) throws IOException {
    List<String> command = List.of(program.resolve("bin/liftwerk").toString(), "rehearse");
    Process screen = needsScreen() ? xvfb() : null;
    try {
      var environment = new HashMap<String, String>();
      if (screen != null) {
        environment.put("DISPLAY", display(screen));
      }
      Tool.run(command, Map.copyOf(environment));
    } finally {
      if (screen != null) {
        screen.destroy();
      }
    }
    if (!Files.isRegularFile(program.resolve("lib/liftwerk-commands.aot"))) {
      throw new IOException("the program's start was not recorded");
    }
  }

  private static boolean needsScreen() {
    String display = System.getenv("DISPLAY");
    return display == null || display.isBlank();
  }

  private static @Nullable Process xvfb() throws IOException {
    if (!Files.isExecutable(XVFB)) {
      return null;
    }
    return new ProcessBuilder(
            XVFB.toString(), "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp")
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String display(Process screen) throws IOException {
    String number = screen.inputReader().readLine();
    if (number == null) {
      throw new IOException("Xvfb did not start");
    }
    return ":" + number.strip();
  }
}
