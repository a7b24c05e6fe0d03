package io.liftwerk.app.cli;

import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code liftwerk} command: {@code liftwerk COMMAND WS [VERB] [options]}. */
@Command(
    name = "liftwerk",
    mixinStandardHelpOptions = true,
    versionProvider = Liftwerk.Version.class,
    subcommands = {
      InitCommand.class,
      PlanCommand.class,
      ImportCommand.class,
      RecipesCommand.class,
      SourcesCommand.class,
      ConfigCommand.class,
      BuildCommand.class,
      CheckCommand.class,
      LineageCommand.class,
      DriftCommand.class,
      KpisCommand.class,
      ConsentCommand.class,
      VaultCommand.class,
      EraseCommand.class,
      RetentionCommand.class,
      LeadsCommand.class,
      ChurnCommand.class,
      LtvCommand.class,
      SegmentsCommand.class,
      ModelsCommand.class,
      ScoreCommand.class,
      KeywordsCommand.class,
      IndexCommand.class,
      SearchCommand.class,
      BriefCommand.class,
      UpliftCommand.class,
      BanditCommand.class,
      AbTestCommand.class,
      GuardCommand.class,
      RunsCommand.class,
      AuditCommand.class,
      ExportCommand.class,
      ReportCommand.class,
      DemoCommand.class,
      OpenCommand.class,
      RehearseCommand.class
    },
    resourceBundle = "io.liftwerk.app.cli.messages")
public final class Liftwerk implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), Texts.of("usage.command"));
  }

  /**
   * Runs the command line.
   *
   * @return 0 done, 1 the work could not be done, 2 wrong usage
   */
  public static int execute(String... args) {
    return execute(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        args);
  }

  static int execute(PrintWriter out, PrintWriter err, String... args) {
    boolean json = List.of(args).contains("--json");
    var line = new CommandLine(new Liftwerk());
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    addHelp(line);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          new Console(out, err).error(explained(failure), json);
          return 1;
        });
    return line.execute(args);
  }

  private static void addHelp(CommandLine line) {
    for (CommandLine sub : line.getSubcommands().values()) {
      sub.getCommandSpec()
          .addOption(
              OptionSpec.builder("-h", "--help")
                  .usageHelp(true)
                  .description(Texts.of("mixinStandardHelpOptions.help"))
                  .build());
      addHelp(sub);
    }
  }

  static WorkbenchException explained(Exception failure) {
    return switch (failure) {
      case WorkbenchException workbench -> workbench;
      case CancelledException cancelled ->
          new WorkbenchException("cancelled", "Cancelled; nothing was changed.", "", cancelled);
      default ->
          new WorkbenchException(
              "internal",
              "Liftwerk stopped: " + failure + ".",
              "Please report it with what you did.",
              failure);
    };
  }

  /** The version of the program, as recorded with every run. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Liftwerk " + Workspace.SOFTWARE};
    }
  }
}
