package io.liftwerk.app.cli;

import io.liftwerk.experiments.BanditSimulation;
import io.liftwerk.experiments.BanditSimulationRequest;
import io.liftwerk.experiments.BanditSimulationResult;
import io.liftwerk.experiments.PolicyEvaluation;
import io.liftwerk.experiments.PolicyEvaluationRequest;
import io.liftwerk.experiments.PolicyEvaluationResult;
import io.liftwerk.workspace.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "bandit",
    subcommands = {BanditCommand.Simulate.class, BanditCommand.Evaluate.class},
    footer = "  liftwerk bandit nordwand simulate --rates A=0.021,B=0.026 --contacts 2000")
final class BanditCommand extends WorkspaceCommand {
  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), Texts.of("usage.bandit"));
  }

  /** Several names in one argument. */
  private static List<String> names(WorkspaceCommand command, String option, List<String> texts) {
    return texts.stream()
        .flatMap(
            text ->
                NameList.of(text)
                    .orElseThrow(
                        () ->
                            new ParameterException(
                                command.spec.commandLine(), Texts.of("usage.quote", option, text)))
                    .stream())
        .toList();
  }

  @Command(
      name = "simulate",
      footer = {
        "  liftwerk bandit nordwand simulate --rates A=0.021,B=0.026,C=0.024 --contacts 2000"
            + " --periods 60 --value 40",
        "  liftwerk bandit nordwand simulate --table mailing --arm Betreff --outcome Klick"
            + " --contacts 5000 --json"
      })
  static final class Simulate extends WorkspaceCommand {
    @ParentCommand BanditCommand bandit;

    @Option(names = "--rates", paramLabel = "ARM=RATE[,ARM=RATE]")
    List<String> rates = List.of();

    @Option(names = "--table", paramLabel = "T", descriptionKey = "bandit.table")
    @Nullable String table;

    @Option(names = "--arm", paramLabel = "COL")
    @Nullable String arm;

    @Option(names = "--outcome", paramLabel = "COL", descriptionKey = "bandit.outcome")
    @Nullable String outcome;

    @Option(names = "--segment", paramLabel = "COL")
    @Nullable String segment;

    @Option(names = "--contacts", paramLabel = "N", defaultValue = "1000")
    long contacts;

    @Option(names = "--periods", paramLabel = "N", defaultValue = "30")
    int periods;

    @Option(names = "--policy", paramLabel = "NAME[,NAME]", descriptionKey = "bandit.policy")
    List<String> policies = List.of();

    @Option(names = "--certainty", paramLabel = "SHARE", defaultValue = "0.95")
    double certainty;

    @Option(names = "--value", paramLabel = "SUM", descriptionKey = "bandit.value")
    @Nullable Double value;

    @Option(names = "--people", paramLabel = "N")
    @Nullable Long people;

    @Option(names = "--cap", paramLabel = "N")
    @Nullable Integer cap;

    @Option(names = "--cap-periods", paramLabel = "N", defaultValue = "7")
    int capPeriods;

    @Option(names = "--plays", paramLabel = "N", defaultValue = "200")
    int plays;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "7")
    long seed;

    @Override
    public Integer call() throws Exception {
      if (table != null && !rates.isEmpty() || table == null && rates.isEmpty()) {
        throw new ParameterException(spec.commandLine(), Texts.of("usage.bandit.rates"));
      }
      var arms = new ArrayList<String>();
      var chances = new ArrayList<Double>();
      for (String one : names(this, "--rates", rates)) {
        int at = one.lastIndexOf('=');
        try {
          chances.add(Double.parseDouble(one.substring(at + 1).strip()));
        } catch (NumberFormatException e) {
          throw new ParameterException(spec.commandLine(), Texts.of("usage.bandit.rate", one), e);
        }
        arms.add(at < 0 ? Character.toString('A' + arms.size()) : one.substring(0, at).strip());
      }
      var request =
          new BanditSimulationRequest(
              table,
              arm,
              outcome,
              segment,
              arms,
              chances,
              contacts,
              periods,
              names(this, "--policy", policies),
              certainty,
              value,
              people,
              cap,
              capPeriods,
              plays,
              seed);
      Run<BanditSimulationResult> run =
          with(bandit.folder, workspace -> run(workspace, new BanditSimulation(request)));
      if (json || bandit.json) {
        console().json(Console.document(run));
      } else {
        BanditText.simulation(console(), run);
      }
      return 0;
    }
  }

  @Command(
      name = "evaluate",
      footer = {
        "  liftwerk bandit nordwand evaluate --table log --action banner --reward click"
            + " --propensity chance",
        "  liftwerk bandit nordwand evaluate --table log --action banner --reward click"
            + " --propensity chance --context place --target best --json"
      })
  static final class Evaluate extends WorkspaceCommand {
    @ParentCommand BanditCommand bandit;

    @Option(names = "--table", required = true, paramLabel = "T", descriptionKey = "bandit.log")
    String table;

    @Option(names = "--action", required = true, paramLabel = "COL")
    String action;

    @Option(names = "--reward", required = true, paramLabel = "COL")
    String reward;

    @Option(
        names = "--propensity",
        required = true,
        paramLabel = "COL",
        descriptionKey = "bandit.propensity")
    String propensity;

    @Option(names = "--context", paramLabel = "COL")
    @Nullable String context;

    @Option(
        names = "--target",
        paramLabel = "POLICY",
        defaultValue = "even",
        descriptionKey = "bandit.target")
    String target;

    @Option(names = "--prior-mean", paramLabel = "REWARD")
    @Nullable Double priorMean;

    @Option(names = "--prior-weight", paramLabel = "N", defaultValue = "100")
    double priorWeight;

    @Option(names = "--switch", paramLabel = "WEIGHT", defaultValue = "3")
    double switchAt;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "7")
    long seed;

    @Override
    public Integer call() throws Exception {
      var request =
          new PolicyEvaluationRequest(
              table,
              action,
              reward,
              propensity,
              context,
              target,
              priorMean,
              priorWeight,
              switchAt,
              seed);
      Run<PolicyEvaluationResult> run =
          with(bandit.folder, workspace -> run(workspace, new PolicyEvaluation(request)));
      if (json || bandit.json) {
        console().json(Console.document(run));
      } else {
        BanditText.evaluation(console(), run);
      }
      return 0;
    }
  }
}
