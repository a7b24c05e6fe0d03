package io.liftwerk.experiments;

import io.liftwerk.experiments.BanditSimulationResult.Allocation;
import io.liftwerk.experiments.BanditSimulationResult.Arm;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.ResultFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/** The allocation of the next period as a CSV. */
final class BanditFiles {
  private BanditFiles() {}

  /** Writes it; returns its place relative to the workspace. */
  static String write(JobContext context, List<Allocation> allocation, List<Arm> arms)
      throws IOException {
    var text = new StringBuilder("arm,share,contacts,mean,low,high,chance_best\n");
    for (int a = 0; a < allocation.size(); a++) {
      Allocation one = allocation.get(a);
      Arm arm = arms.get(a);
      text.append(quoted(one.arm()))
          .append(
              String.format(
                  Locale.ROOT,
                  ",%.6f,%d,%.9g,%.9g,%.9g,%.6f%n",
                  one.share(),
                  one.contacts(),
                  arm.mean(),
                  arm.low(),
                  arm.high(),
                  arm.chanceBest()));
    }
    ResultFile file = context.resultFile("bandit-allocation", "csv");
    Files.writeString(file.draft(), text, StandardCharsets.UTF_8);
    return context
        .workspace()
        .folder()
        .toAbsolutePath()
        .relativize(file.place().toAbsolutePath())
        .toString()
        .replace('\\', '/');
  }

  /** Text that a spreadsheet would run as a formula is preceded by an apostrophe. */
  static String quoted(String text) {
    String inert = text.matches("(?s)^\\s*[=+@\\t\\r-].*") ? "'" + text : text;
    return '"' + inert.replace("\"", "\"\"") + '"';
  }
}
