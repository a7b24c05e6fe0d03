package io.liftwerk.app.cli;

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
    new Opening(folder).show();
    return 0;
  }
}
