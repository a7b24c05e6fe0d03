package io.liftwerk.app.cli;

import io.liftwerk.app.window.Workbench;
import io.liftwerk.workspace.WorkbenchException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The window, asked for without options: {@code liftwerk}, {@code liftwerk open}, {@code liftwerk
 * open WS}, and {@code liftwerk NAME.liftwerk}, as desktops start a program on a file. To read so
 * little by the command line's machinery would take a fifth of the time to the first window.
 *
 * @param workspace shown at once; null for the welcome page
 */
public record Opening(@Nullable Path workspace) {
  private static final String SUFFIX = ".liftwerk";

  /** What {@code args} ask for; null when they ask for something else, or for more. */
  public static @Nullable Opening of(String... args) {
    if (args.length == 0) {
      return new Opening(null);
    }
    if (args[0].equals("open") && args.length == 1) {
      return new Opening(null);
    }
    if (args[0].equals("open") && args.length == 2 && !args[1].startsWith("-")) {
      return new Opening(Path.of(args[1]));
    }
    return args.length == 1 && isWorkspace(args[0]) ? new Opening(Path.of(args[0])) : null;
  }

  private static boolean isWorkspace(String argument) {
    String name = argument.endsWith("/") ? argument.substring(0, argument.length() - 1) : argument;
    return name.endsWith(SUFFIX) && !argument.startsWith("-");
  }

  /**
   * Shows the window and returns when it is closed.
   *
   * @return 0 when it was shown, else 1, and standard error says why
   */
  public int execute() {
    try {
      show();
      return 0;
    } catch (RuntimeException e) {
      var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
      var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
      new Console(out, err).error(Liftwerk.explained(e), false);
      return 1;
    }
  }

  /**
   * Shows the window and returns when it is closed.
   *
   * @throws WorkbenchException when there is no display ({@code no-display})
   */
  void show() {
    if (!Display.isPresent()) {
      throw new WorkbenchException(
          "no-display",
          "There is no display to open the window on.",
          "Use the command line; 'liftwerk --help' lists what it can do.");
    }
    Workbench.open(workspace, Sample::build);
  }
}
