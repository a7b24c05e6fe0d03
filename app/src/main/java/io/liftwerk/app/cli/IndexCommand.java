package io.liftwerk.app.cli;

import io.liftwerk.knowledge.IndexRequest;
import io.liftwerk.knowledge.IndexResult;
import io.liftwerk.knowledge.IndexedSource;
import io.liftwerk.knowledge.KnowledgeIndexing;
import io.liftwerk.knowledge.Role;
import io.liftwerk.knowledge.RoleRequest;
import io.liftwerk.knowledge.RoleResult;
import io.liftwerk.knowledge.RoleSetting;
import io.liftwerk.workspace.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Indexes the sources that were imported, and says whose each is. */
@Command(
    name = "index",
    subcommands = IndexCommand.Whose.class,
    footer = {
      "  liftwerk index nordwand",
      "  liftwerk index nordwand role competitors competitor",
      "  liftwerk index nordwand --embedder e5-small.onnx --tokenizer tokenizer.json"
    })
final class IndexCommand extends HandedCommand {
  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Option(names = "--embedder", paramLabel = "MODEL.onnx", descriptionKey = "index.embedder")
  @Nullable Path embedder;

  @Option(names = "--tokenizer", paramLabel = "FILE", descriptionKey = "index.tokenizer")
  @Nullable Path tokenizer;

  @Option(names = "--built-in", descriptionKey = "index.built-in")
  boolean builtIn;

  @Override
  public Integer call() throws Exception {
    Run<IndexResult> run = handed(folder, new KnowledgeIndexing(request()), IndexResult.class);
    if (json) {
      console().json(Console.document(run));
      return 0;
    }
    IndexResult result = run.result();
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("index.head").split("\\|")));
    for (IndexedSource source : result.sources()) {
      rows.add(
          List.of(
              source.source(),
              Texts.of("role." + source.role()),
              Texts.grouped(source.documents(), 0),
              Texts.grouped(source.passages(), 0),
              source.languages().entrySet().stream()
                  .map(one -> Texts.of("language." + one.getKey()) + " " + one.getValue())
                  .collect(Collectors.joining(", "))));
    }
    console().table(rows);
    result.notes().forEach(note -> console().line(Texts.sentence(note)));
    console()
        .line(
            Texts.of(
                "index.done",
                result.state().passages(),
                result.state().documents(),
                result.embedded(),
                result.kept(),
                result.removed(),
                run.id()));
    return 0;
  }

  private IndexRequest request() {
    if (embedder == null) {
      if (tokenizer != null) {
        throw new ParameterException(spec.commandLine(), Texts.of("usage.index.tokenizer"));
      }
      return new IndexRequest(null, null, builtIn);
    }
    Path model = embedder.toAbsolutePath().normalize();
    Path pieces = tokenizer == null ? model.resolveSibling("tokenizer.json") : tokenizer;
    return new IndexRequest(
        model.toString(), pieces.toAbsolutePath().normalize().toString(), false);
  }

  @Command(name = "role", footer = "  liftwerk index nordwand role serp_oktober competitor")
  static final class Whose extends WorkspaceCommand {
    @ParentCommand IndexCommand index;

    @Parameters(paramLabel = "SOURCE", descriptionKey = "index.SOURCE")
    String source;

    @Parameters(paramLabel = "ROLE", descriptionKey = "ROLE")
    Role role;

    @Override
    public Integer call() throws Exception {
      Run<RoleResult> run =
          with(
              index.folder,
              workspace -> run(workspace, new RoleSetting(new RoleRequest(source, role))));
      if (json || index.json) {
        console().json(Console.document(run));
      } else {
        RoleResult result = run.result();
        console()
            .line(
                Texts.of(
                    "index.role",
                    result.source(),
                    Texts.of("role." + result.after()),
                    Texts.of("role." + result.before())));
      }
      return 0;
    }
  }
}
