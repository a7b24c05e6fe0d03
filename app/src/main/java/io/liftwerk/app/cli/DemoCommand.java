package io.liftwerk.app.cli;

import io.liftwerk.app.Demo;
import io.liftwerk.app.window.Workbench;
import io.liftwerk.ingest.ImportedTable;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.warehouse.ConsentResult;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "demo", footer = "  liftwerk demo ~/Liftwerk")
final class DemoCommand extends WorkspaceCommand {
  @Parameters(
      paramLabel = "DIR",
      descriptionKey = "DIR",
      arity = "0..1",
      defaultValue = "${sys:user.home}/Liftwerk")
  Path folder;

  @Option(names = "--no-window")
  boolean noWindow;

  @Override
  public Integer call() {
    Console console = console();
    Demo demo = Demo.build(folder.toAbsolutePath().normalize(), console::progress);
    if (json) {
      console.json(Console.document(demo.leads()).put("workspace", demo.workspace().toString()));
    } else {
      print(console, demo);
    }
    if (noWindow || json) {
      return 0;
    }
    if (!Display.isPresent()) {
      console.line(Texts.of("demo.noDisplay", demo.workspace()));
      return 0;
    }
    Workbench.open(demo.workspace(), Sample::build);
    return 0;
  }

  private static void print(Console console, Demo demo) {
    console.line("");
    for (ImportedTable table : demo.imported().result().tables()) {
      console.line(Texts.of("demo.table", table.file(), table.rows(), table.rejects()));
    }
    console.line("");
    console.line(
        Texts.of(
            "demo.built",
            demo.built().result().models().size(),
            demo.checked().result().totals().passed(),
            demo.checked().result().totals().tests()));
    ConsentResult consent = demo.consent().result();
    ConsentResult.UseConsent analytics = consent.total().getFirst();
    console.line(
        Texts.of("demo.consent", analytics.covered(), consent.rows() - analytics.covered()));
    console.line("");
    LeadsText.print(console, demo.leads());
    console.line("");
    console.line(Texts.of("demo.workspace", demo.workspace()));
    LeadScoringResult leads = demo.leads().result();
    leads
        .files()
        .forEach(file -> console.line(Texts.of("demo.file", demo.workspace().resolve(file))));
  }
}
