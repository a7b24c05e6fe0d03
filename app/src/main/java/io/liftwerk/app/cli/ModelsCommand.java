package io.liftwerk.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.scoring.ModelChange;
import io.liftwerk.scoring.ModelChangeRequest;
import io.liftwerk.scoring.ModelChangeRequest.Action;
import io.liftwerk.scoring.ModelChangeResult;
import io.liftwerk.scoring.ModelComparison;
import io.liftwerk.scoring.ModelComparisonRequest;
import io.liftwerk.scoring.ModelComparisonResult;
import io.liftwerk.scoring.ModelDrift;
import io.liftwerk.scoring.ModelDriftRequest;
import io.liftwerk.scoring.ModelDriftResult;
import io.liftwerk.scoring.ModelExport;
import io.liftwerk.scoring.ModelExportRequest;
import io.liftwerk.scoring.ModelExportResult;
import io.liftwerk.scoring.ModelImport;
import io.liftwerk.scoring.ModelImportRequest;
import io.liftwerk.scoring.ModelLabel;
import io.liftwerk.scoring.ModelReference;
import io.liftwerk.scoring.ModelRegistry;
import io.liftwerk.scoring.ModelVersion;
import io.liftwerk.scoring.registry.VersionFile;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "models",
    subcommands = {
      ModelsCommand.Listing.class,
      ModelsCommand.Show.class,
      ModelsCommand.Compare.class,
      ModelsCommand.Drift.class,
      ModelsCommand.Promote.class,
      ModelsCommand.Rollback.class,
      ModelsCommand.Retire.class,
      ModelsCommand.Note.class,
      ModelsCommand.Export.class,
      ModelsCommand.Import.class
    },
    footer = "  liftwerk models nordwand promote churn-contracts:2")
final class ModelsCommand extends WorkspaceCommand {
  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Override
  public Integer call() throws Exception {
    return with(folder, workspace -> list(workspace, this, null));
  }

  private static int list(Workspace workspace, WorkspaceCommand command, @Nullable String model) {
    ModelRegistry registry = ModelRegistry.of(workspace);
    List<ModelVersion> versions = model == null ? registry.list() : registry.of(model);
    if (command.json) {
      command.console().json(Map.of("models", versions));
    } else {
      ModelsText.list(command.console(), versions);
    }
    return 0;
  }

  @Command(name = "list", footer = "  liftwerk models nordwand list --json")
  static final class Listing extends WorkspaceCommand {
    @ParentCommand ModelsCommand models;

    @Parameters(arity = "0..1", paramLabel = "NAME", descriptionKey = "models.list.NAME")
    @Nullable String model;

    @Override
    public Integer call() throws Exception {
      json |= models.json;
      return with(models.folder, workspace -> list(workspace, this, model));
    }
  }

  @Command(name = "show", footer = "  liftwerk models nordwand show churn-contracts:2")
  static final class Show extends WorkspaceCommand {
    @ParentCommand ModelsCommand models;

    @Parameters(paramLabel = "NAME[:VERSION]", descriptionKey = "models.MODEL")
    String model;

    @Override
    public Integer call() throws Exception {
      return with(models.folder, this::show);
    }

    private int show(Workspace workspace) {
      ModelRegistry registry = ModelRegistry.of(workspace);
      ModelVersion version = registry.get(ModelReference.parse(model));
      VersionFile file = registry.load(version);
      if (json || models.json) {
        ObjectNode document = Json.mapper().valueToTree(version);
        document.set("parameters", Json.mapper().valueToTree(file.parameters()));
        document.set("baseline", Json.mapper().valueToTree(file.baseline()));
        console().json(document);
      } else {
        ModelsText.show(console(), version);
      }
      return 0;
    }
  }

  @Command(
      name = "compare",
      footer = {
        "  liftwerk models nordwand compare churn-contracts",
        "  liftwerk models nordwand compare churn-contracts:1 churn-contracts:3 --table contracts"
      })
  static final class Compare extends HandedCommand {
    @ParentCommand ModelsCommand models;

    @Parameters(index = "0", paramLabel = "NAME[:VERSION]", descriptionKey = "models.MODEL")
    String first;

    @Parameters(
        index = "1",
        arity = "0..1",
        paramLabel = "NAME[:VERSION]",
        descriptionKey = "models.compare.OTHER")
    @Nullable String second;

    @Option(names = "--table", paramLabel = "T", descriptionKey = "models.compare.table.option")
    @Nullable String table;

    @Override
    public Integer call() throws Exception {
      var request =
          new ModelComparisonRequest(
              ModelReference.parse(first),
              second == null ? null : ModelReference.parse(second),
              table);
      Run<ModelComparisonResult> run =
          handed(models.folder, new ModelComparison(request), ModelComparisonResult.class);
      if (json || models.json) {
        console().json(Console.document(run));
      } else {
        ModelsText.compared(console(), run);
      }
      return 0;
    }
  }

  @Command(
      name = "drift",
      footer = {
        "  liftwerk models nordwand drift leads-crm_leads --table crm_leads_october",
        "  liftwerk models nordwand drift leads-crm_leads --table scored --outcomes won --id nr"
      })
  static final class Drift extends HandedCommand {
    @ParentCommand ModelsCommand models;

    @Parameters(paramLabel = "NAME[:VERSION]", descriptionKey = "models.MODEL")
    String model;

    @Option(
        names = "--table",
        required = true,
        paramLabel = "T",
        descriptionKey = "models.drift.table.option")
    String table;

    @Option(names = "--outcomes", paramLabel = "T", descriptionKey = "models.drift.outcomes")
    @Nullable String outcomes;

    @Option(names = "--id", paramLabel = "COL", descriptionKey = "models.drift.id")
    @Nullable String id;

    @Option(names = "--date", paramLabel = "COL", descriptionKey = "models.drift.date")
    @Nullable String date;

    @Override
    public Integer call() throws Exception {
      ModelReference of = ModelReference.parse(model);
      var request = new ModelDriftRequest(of.name(), of.version(), table, outcomes, id, date);
      Run<ModelDriftResult> run =
          handed(models.folder, new ModelDrift(request), ModelDriftResult.class);
      if (json || models.json) {
        console().json(Console.document(run));
      } else {
        ModelDriftText.print(console(), run);
      }
      return 0;
    }
  }

  /** A change to what is said of a version. */
  abstract static class Change extends HandedCommand {
    @ParentCommand ModelsCommand models;

    abstract ModelChangeRequest request();

    @Override
    public Integer call() throws Exception {
      Run<ModelChangeResult> run =
          handed(models.folder, new ModelChange(request()), ModelChangeResult.class);
      if (json || models.json) {
        console().json(Console.document(run));
      } else {
        console().line(Texts.sentence(run.result().sentence()));
      }
      return 0;
    }
  }

  @Command(name = "promote", footer = "  liftwerk models nordwand promote churn-contracts:2")
  static final class Promote extends Change {
    @Parameters(paramLabel = "NAME:VERSION", descriptionKey = "models.VERSION")
    String model;

    @Override
    ModelChangeRequest request() {
      return ModelChangeRequest.stage(Action.PROMOTE, ModelReference.parse(model));
    }
  }

  @Command(name = "rollback", footer = "  liftwerk models nordwand rollback churn-contracts")
  static final class Rollback extends Change {
    @Parameters(paramLabel = "NAME", descriptionKey = "models.NAME")
    String model;

    @Override
    ModelChangeRequest request() {
      return ModelChangeRequest.stage(Action.ROLLBACK, new ModelReference(model, null));
    }
  }

  @Command(name = "retire", footer = "  liftwerk models nordwand retire churn-contracts:1")
  static final class Retire extends Change {
    @Parameters(paramLabel = "NAME:VERSION", descriptionKey = "models.VERSION")
    String model;

    @Option(names = "--undo")
    boolean undo;

    @Override
    ModelChangeRequest request() {
      return ModelChangeRequest.stage(
          undo ? Action.RESTORE : Action.RETIRE, ModelReference.parse(model));
    }
  }

  @Command(
      name = "note",
      footer =
          "  liftwerk models nordwand note churn-contracts:2 --note \"with tariff\" --owner Kim")
  static final class Note extends Change {
    @Parameters(paramLabel = "NAME[:VERSION]", descriptionKey = "models.MODEL")
    String model;

    @Option(names = "--note", paramLabel = "TEXT", descriptionKey = "models.note.note")
    @Nullable String note;

    @Option(names = "--owner", paramLabel = "NAME", descriptionKey = "models.note.owner")
    @Nullable String owner;

    @Override
    ModelChangeRequest request() {
      if (note == null && owner == null) {
        throw new ParameterException(spec.commandLine(), Texts.of("usage.models.note"));
      }
      return ModelChangeRequest.note(ModelReference.parse(model), owner, note);
    }
  }

  @Command(
      name = "export",
      footer = {
        "  liftwerk models nordwand export churn-contracts:2 --to model.json",
        "  liftwerk models nordwand export churn-contracts --to model.onnx",
        "  liftwerk models nordwand export churn-contracts --to shared/mlruns"
      })
  static final class Export extends WorkspaceCommand {
    @ParentCommand ModelsCommand models;

    @Parameters(paramLabel = "NAME[:VERSION]", descriptionKey = "models.MODEL")
    String model;

    @Option(
        names = "--to",
        required = true,
        paramLabel = "FILE",
        descriptionKey = "models.export.to")
    Path target;

    @Override
    public Integer call() throws Exception {
      var request =
          new ModelExportRequest(
              ModelReference.parse(model), target.toAbsolutePath().normalize().toString());
      Run<ModelExportResult> run =
          with(models.folder, workspace -> run(workspace, new ModelExport(request)));
      ModelExportResult result = run.result();
      if (json || models.json) {
        console().json(Console.document(run));
      } else {
        console()
            .line(
                Texts.of(
                    "models.exported",
                    result.model() + ":" + result.version(),
                    result.file(),
                    result.bytes()));
        String note = result.note();
        if (note != null) {
          console().line(Texts.sentence(note));
        }
      }
      return 0;
    }
  }

  @Command(
      name = "import",
      footer = {
        "  liftwerk models nordwand import model.json --as churn-contracts",
        "  liftwerk models nordwand import model.onnx --as agency --columns age,visits,\"net, EUR\""
      })
  static final class Import extends WorkspaceCommand {
    @ParentCommand ModelsCommand models;

    @Parameters(paramLabel = "FILE", descriptionKey = "models.import.FILE")
    Path source;

    @Option(names = "--as", paramLabel = "NAME", descriptionKey = "models.import.as")
    @Nullable String name;

    @Option(names = "--columns", paramLabel = "COL,…", descriptionKey = "models.import.columns")
    @Nullable String columns;

    @Option(names = "--target", paramLabel = "COL", descriptionKey = "models.import.target")
    @Nullable String target;

    @Option(names = "--positive", paramLabel = "VALUE", descriptionKey = "models.import.positive")
    @Nullable String positive;

    @Option(names = "--owner", paramLabel = "NAME", descriptionKey = "models.owner")
    @Nullable String owner;

    @Option(names = "--note", paramLabel = "TEXT", descriptionKey = "models.note")
    @Nullable String note;

    @Override
    public Integer call() throws Exception {
      var request =
          new ModelImportRequest(
              source.toAbsolutePath().normalize().toString(),
              new ModelLabel(name, owner, note),
              columns(),
              target,
              positive);
      Run<ModelVersion> run =
          with(models.folder, workspace -> run(workspace, new ModelImport(request)));
      if (json || models.json) {
        console().json(Console.document(run));
      } else {
        console().line(Texts.of("models.imported", run.result().reference()));
      }
      return 0;
    }

    private List<String> columns() {
      String text = columns;
      return text == null
          ? List.of()
          : NameList.of(text)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(), Texts.of("usage.quote", "--columns", text)));
    }
  }
}
