package io.liftwerk.app.cli;

import io.liftwerk.warehouse.ConsentPolicyView;
import io.liftwerk.warehouse.ConsentSettings;
import io.liftwerk.warehouse.ConsentSettingsRequest;
import io.liftwerk.warehouse.ConsentSettingsResult;
import io.liftwerk.workspace.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "config",
    subcommands = {
      ConfigCommand.Listing.class,
      ConfigCommand.Setting.class,
      ConfigCommand.Stating.class
    },
    footer = "  liftwerk config nordwand basis crm_leads consent")
final class ConfigCommand extends WorkspaceCommand {
  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Override
  public Integer call() throws Exception {
    return list(folder, this);
  }

  private static int list(Path folder, WorkspaceCommand command) throws Exception {
    ConsentPolicyView view = with(folder, ConsentSettings::list);
    Console console = command.console();
    if (command.json) {
      console.json(view);
      return 0;
    }
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("config.head").split("\\|")));
    for (ConsentPolicyView.Setting setting : view.settings()) {
      rows.add(List.of(setting.key(), setting.value(), Texts.sentence(setting.meaning())));
    }
    console.table(rows);
    console.line("");
    if (view.sources().isEmpty()) {
      console.line(Texts.of("config.noBasis"));
    }
    for (ConsentPolicyView.SourceBasis source : view.sources()) {
      String basis = Texts.of("consent.basis." + source.basis().word());
      console.line(
          source.note().isEmpty()
              ? Texts.of("config.basis", source.source(), basis)
              : Texts.of("config.basis.note", source.source(), basis, source.note()));
    }
    return 0;
  }

  @Command(name = "list", footer = "  liftwerk config nordwand list --json")
  static final class Listing extends WorkspaceCommand {
    @ParentCommand ConfigCommand config;

    @Override
    public Integer call() throws Exception {
      json |= config.json;
      return list(config.folder, this);
    }
  }

  /** A recorded change. */
  abstract static class Change extends WorkspaceCommand {
    @ParentCommand ConfigCommand config;

    abstract ConsentSettingsRequest request();

    @Override
    public Integer call() throws Exception {
      Run<ConsentSettingsResult> run =
          with(config.folder, workspace -> run(workspace, new ConsentSettings(request())));
      if (json || config.json) {
        console().json(Console.document(run));
      } else {
        console().line(Texts.sentence(run.result().sentence()));
      }
      return 0;
    }
  }

  @Command(name = "set", footer = "  liftwerk config nordwand set consent.activation.vendor 755")
  static final class Setting extends Change {
    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "KEY")
    String key;

    @Parameters(index = "1", paramLabel = "VALUE", descriptionKey = "VALUE")
    String value;

    @Override
    ConsentSettingsRequest request() {
      return ConsentSettingsRequest.set(key, value);
    }
  }

  @Command(
      name = "basis",
      footer =
          "  liftwerk config nordwand basis orders other --note \"contract, Art. 6 (1) b GDPR\"")
  static final class Stating extends Change {
    @Parameters(index = "0", paramLabel = "SOURCE", descriptionKey = "SOURCE")
    String source;

    @Parameters(index = "1", paramLabel = "BASIS", descriptionKey = "BASIS")
    String basis;

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "")
    String note;

    @Override
    ConsentSettingsRequest request() {
      return ConsentSettingsRequest.basis(source, basis, note);
    }
  }
}
