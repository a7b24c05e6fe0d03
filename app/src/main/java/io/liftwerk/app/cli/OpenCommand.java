package io.liftwerk.app.cli;

import io.liftwerk.app.window.Workbench;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "open", footer = "  liftwerk open nordwand")
final class OpenCommand implements Callable<Integer> {
  @Parameters(paramLabel = "WS", descriptionKey = "WS", arity = "0..1")
  @Nullable Path folder;

  @Override
  public Integer call() {
    if (!Display.isPresent()) {
      throw new WorkbenchException(
          "no-display",
          "There is no display to open the window on.",
          "Use the command line; 'liftwerk --help' lists what it can do.");
    }
    Workbench.open(folder, Sample::build);
    return 0;
  }
}
