package io.liftwerk.app.cli;

import io.liftwerk.experiments.AbTest;
import io.liftwerk.experiments.AbTestRequest;
import io.liftwerk.experiments.AbTestResult;
import io.liftwerk.experiments.ExperimentPlan;
import io.liftwerk.experiments.ExperimentRegister;
import io.liftwerk.experiments.ExperimentRegistered;
import io.liftwerk.experiments.Incrementality;
import io.liftwerk.experiments.IncrementalityRequest;
import io.liftwerk.experiments.IncrementalityResult;
import io.liftwerk.workspace.Run;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "abtest",
    subcommands = {
      AbTestCommand.Planning.class,
      AbTestCommand.Result.class,
      AbTestCommand.Listing.class,
      AbTestCommand.Holdout.class
    },
    footer = {
      "  liftwerk abtest nordwand --table mailing --arm gruppe --control A --metric"
          + " bestellt:proportion --metric umsatz:revenue --covariate umsatz_vorher:before",
      "  liftwerk abtest nordwand plan mailing-mai --hypothesis \"...\" --table mailing --arm"
          + " gruppe --control A --metric umsatz:revenue --minimum 0.05",
      "  liftwerk abtest nordwand result mailing-mai --json"
    })
final class AbTestCommand extends WorkspaceCommand {
  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Mixin AbTestOptions options;

  @Option(names = "--strata", paramLabel = "COL")
  @Nullable String strata;

  @Option(names = "--cluster", paramLabel = "COL")
  @Nullable String cluster;

  @Option(names = "--correction", paramLabel = "NAME", defaultValue = "holm")
  String correction;

  @Override
  public Integer call() throws Exception {
    AbTestRequest asked = options.request(this);
    var request =
        new AbTestRequest(
            asked.table(),
            asked.arm(),
            asked.control(),
            asked.metrics(),
            asked.covariate(),
            asked.start(),
            asked.person(),
            strata,
            cluster,
            asked.date(),
            asked.shares(),
            asked.alpha(),
            asked.looks(),
            asked.planned(),
            asked.minimum(),
            correction,
            null);
    return show(folder, request, this, json);
  }

  private static int show(
      Path folder, AbTestRequest request, WorkspaceCommand command, boolean json) throws Exception {
    Run<AbTestResult> run = with(folder, ws -> command.run(ws, new AbTest(request)));
    if (json) {
      command.console().json(Console.document(run));
    } else {
      AbTestText.print(command.console(), run);
    }
    return 0;
  }

  @Command(
      name = "plan",
      footer =
          "  liftwerk abtest nordwand plan mailing-mai --hypothesis \"The new subject line brings"
              + " more orders\" --table mailing --arm gruppe --control A --metric umsatz:revenue"
              + " --guard abgemeldet:proportion:less --minimum 0.05 --looks any")
  static final class Planning extends WorkspaceCommand {
    @ParentCommand AbTestCommand test;

    @Parameters(paramLabel = "ID", descriptionKey = "abtest.ID")
    String id;

    @Mixin AbTestOptions options;

    @Option(names = "--hypothesis", paramLabel = "TEXT", defaultValue = "")
    String hypothesis;

    @Option(names = "--guard", paramLabel = "COL:KIND")
    List<String> guards = List.of();

    @Option(names = "--canary", paramLabel = "SHARE")
    @Nullable Double canary;

    @Override
    public Integer call() throws Exception {
      AbTestRequest asked = options.request(this);
      Double minimum = asked.minimum();
      var plan =
          new ExperimentPlan(
              id,
              hypothesis,
              asked.table(),
              asked.arm(),
              asked.control(),
              asked.metrics(),
              guards,
              minimum == null ? 0 : minimum,
              asked.looks(),
              asked.planned(),
              asked.alpha(),
              asked.shares(),
              canary,
              asked.covariate(),
              asked.start(),
              asked.person(),
              asked.date());
      Run<ExperimentRegistered> run =
          with(test.folder, ws -> run(ws, new ExperimentRegister(plan)));
      if (json || test.json) {
        console().json(Console.document(run));
      } else {
        AbTestText.planned(console(), run.result());
      }
      return 0;
    }
  }

  @Command(name = "result", footer = "  liftwerk abtest nordwand result mailing-mai --json")
  static final class Result extends WorkspaceCommand {
    @ParentCommand AbTestCommand test;

    @Parameters(paramLabel = "ID", descriptionKey = "abtest.ID")
    String id;

    @Override
    public Integer call() throws Exception {
      ExperimentPlan plan = with(test.folder, ws -> ExperimentRegister.get(ws, id)).plan();
      return show(test.folder, plan.request(), this, json || test.json);
    }
  }

  @Command(name = "list", footer = "  liftwerk abtest nordwand list --json")
  static final class Listing extends WorkspaceCommand {
    @ParentCommand AbTestCommand test;

    @Override
    public Integer call() throws Exception {
      List<ExperimentRegistered> plans = with(test.folder, ExperimentRegister::list);
      if (json || test.json) {
        console().json(Map.of("plans", plans));
      } else if (plans.isEmpty()) {
        console().line(Texts.of("abtest.plans.none"));
      } else {
        plans.forEach(one -> AbTestText.planned(console(), one));
      }
      return 0;
    }
  }

  @Command(
      name = "holdout",
      footer =
          "  liftwerk abtest nordwand holdout --table gold.kpi_daily --unit region --day date_day"
              + " --value revenue --treated Bayern,Hessen --began 2026-03-01")
  static final class Holdout extends WorkspaceCommand {
    @ParentCommand AbTestCommand test;

    @Option(names = "--table", paramLabel = "T", required = true)
    String table;

    @Option(names = "--unit", paramLabel = "COL", required = true)
    String unit;

    @Option(names = "--day", paramLabel = "COL", required = true)
    String day;

    @Option(names = "--value", paramLabel = "COL", required = true)
    String value;

    @Option(names = "--treated", paramLabel = "UNIT[,UNIT]", split = ",", required = true)
    List<String> treated;

    @Option(names = "--began", paramLabel = "DAY", required = true)
    LocalDate began;

    @Override
    public Integer call() throws Exception {
      var request = new IncrementalityRequest(table, unit, day, value, treated, began);
      Run<IncrementalityResult> run = with(test.folder, ws -> run(ws, new Incrementality(request)));
      if (json || test.json) {
        console().json(Console.document(run));
      } else {
        AbTestText.holdout(console(), run);
      }
      return 0;
    }
  }

  /** An option that a comparison cannot do without. */
  static String needed(WorkspaceCommand command, String option, @Nullable String value) {
    if (value == null) {
      throw new ParameterException(command.spec.commandLine(), Texts.of("usage.abtest", option));
    }
    return value;
  }
}
