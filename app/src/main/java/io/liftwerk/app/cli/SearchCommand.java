package io.liftwerk.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.knowledge.Hit;
import io.liftwerk.knowledge.KnowledgeBase;
import io.liftwerk.knowledge.Role;
import io.liftwerk.knowledge.SearchRequest;
import io.liftwerk.knowledge.SearchResult;
import io.liftwerk.knowledge.SourceDocument;
import io.liftwerk.knowledge.TrecRun;
import io.liftwerk.text.CrossEncoder;
import io.liftwerk.text.Language;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Finds passages of the indexed sources, and says of each why. */
@Command(
    name = "search",
    footer = {
      "  liftwerk search nordwand \"Wie lange hält ein Klettersteigset?\" --role own",
      "  liftwerk search nordwand \"how to fit boots\" --language en --top 3 --json",
      "  liftwerk search nordwand --queries fragen.tsv --trec",
      "  liftwerk search nordwand \"Regenjacke waschen\" --reranker ms-marco/model.onnx"
    })
final class SearchCommand extends WorkspaceCommand {
  /** Languages as people write them. */
  enum Code {
    DE,
    EN,
    OTHER;

    Language language() {
      return switch (this) {
        case DE -> Language.GERMAN;
        case EN -> Language.ENGLISH;
        case OTHER -> Language.OTHER;
      };
    }
  }

  @Parameters(index = "0", paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Parameters(index = "1", arity = "0..1", paramLabel = "QUERY", descriptionKey = "QUERY")
  @Nullable String query;

  @Option(names = "--queries", paramLabel = "FILE", descriptionKey = "search.queries")
  @Nullable Path queries;

  @Option(names = "--language", paramLabel = "LANG", descriptionKey = "search.language")
  @Nullable Code language;

  @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "search.role")
  @Nullable Role role;

  @Option(names = "--source", paramLabel = "NAME", descriptionKey = "search.source")
  List<String> sources = List.of();

  @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "search.kind")
  SourceDocument.@Nullable Kind kind;

  @Option(names = "--product", paramLabel = "TEXT", descriptionKey = "search.product")
  @Nullable String product;

  @Option(names = "--top", paramLabel = "N", defaultValue = "10", descriptionKey = "search.top")
  int top;

  @Option(names = "--weight", paramLabel = "W", descriptionKey = "search.weight")
  @Nullable Double weight;

  @Option(names = "--reranker", paramLabel = "FILE", descriptionKey = "search.reranker")
  @Nullable Path reranker;

  @Option(
      names = "--reranker-tokenizer",
      paramLabel = "FILE",
      descriptionKey = "search.reranker-tokenizer")
  @Nullable Path rerankerTokenizer;

  @Option(names = "--trec", descriptionKey = "search.trec")
  boolean trec;

  @Override
  public Integer call() throws Exception {
    if ((query == null) == (queries == null)) {
      throw new ParameterException(spec.commandLine(), Texts.of("usage.search"));
    }
    if (rerankerTokenizer != null && reranker == null) {
      throw new ParameterException(spec.commandLine(), Texts.of("usage.search.reranker"));
    }
    Map<String, String> asked = queries == null ? Map.of("1", query) : read(queries);
    return with(
        folder,
        workspace -> {
          try (KnowledgeBase base = KnowledgeBase.open(workspace);
              CrossEncoder encoder = reranker()) {
            Map<String, SearchResult> results = new LinkedHashMap<>();
            asked.forEach((id, text) -> results.put(id, base.search(request(text), encoder)));
            show(results);
          }
          return 0;
        });
  }

  /** The tokenizer lies beside the model where nothing else is said. */
  private @Nullable CrossEncoder reranker() {
    if (reranker == null) {
      return null;
    }
    Path tokenizer = rerankerTokenizer;
    return CrossEncoder.of(
        reranker, tokenizer == null ? reranker.resolveSibling("tokenizer.json") : tokenizer);
  }

  private SearchRequest request(String text) {
    SearchRequest request =
        SearchRequest.of(text)
            .in(language == null ? null : language.language())
            .in(role)
            .from(sources)
            .about(product)
            .top(top)
            .weighing(weight);
    return kind == null ? request : request.only(kind);
  }

  /** Queries by their names, in the order of the file. */
  private static Map<String, String> read(Path file) {
    Map<String, String> queries = new LinkedHashMap<>();
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new WorkbenchException(
          "queries-file",
          "The file " + file + " cannot be read as text in UTF-8.",
          "See that it is there, and save it as UTF-8.",
          e);
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int tab = line.indexOf('\t');
      if (line.isBlank()) {
        continue;
      }
      if (tab <= 0 || line.substring(tab).isBlank()) {
        throw new WorkbenchException(
            "queries-line",
            "Line " + (i + 1) + " of " + file.getFileName() + " is no query.",
            "Write a name, a tab and the query, one a line.");
      }
      if (queries.put(line.substring(0, tab).strip(), line.substring(tab + 1).strip()) != null) {
        throw new WorkbenchException(
            "queries-line",
            "Line " + (i + 1) + " of " + file.getFileName() + " has the name of an earlier query.",
            "Give each query a name of its own.");
      }
    }
    return queries;
  }

  private void show(Map<String, SearchResult> results) {
    if (trec) {
      results.forEach(
          (id, result) ->
              TrecRun.lines(id, result.hits(), "liftwerk").forEach(line -> console().line(line)));
    } else if (json) {
      console().json(queries == null ? only(results) : all(results));
    } else {
      results.forEach(
          (id, result) -> {
            if (queries != null) {
              console().line(id + "  " + result.request().query());
            }
            print(result);
          });
    }
  }

  private static ObjectNode only(Map<String, SearchResult> results) {
    return document(results.values().iterator().next());
  }

  private static ObjectNode all(Map<String, SearchResult> results) {
    ObjectNode document = Json.mapper().createObjectNode();
    ArrayNode searches = document.putArray("searches");
    results.forEach(
        (id, result) -> {
          ObjectNode one = Json.mapper().createObjectNode().put("query", id);
          searches.add(one.setAll(document(result)));
        });
    return document;
  }

  /** A search is no run: the run is the one that wrote the index. */
  private static ObjectNode document(SearchResult result) {
    ObjectNode document = Json.mapper().createObjectNode();
    document.put("run", result.index().run());
    document.setAll((ObjectNode) Json.mapper().valueToTree(result));
    return document;
  }

  private void print(SearchResult result) {
    result.notes().forEach(note -> console().line(Texts.sentence(note)));
    if (result.hits().isEmpty()) {
      console().line(Texts.of("search.none"));
    }
    for (Hit hit : result.hits()) {
      console()
          .line(
              Texts.of(
                  "search.hit",
                  hit.rank(),
                  hit.document().title(),
                  String.join(" › ", hit.passage().section()),
                  hit.passage().id(),
                  Texts.of("role." + hit.document().role())));
      console().line("   " + hit.passage().text().replace("\n", "\n   "));
      console().line("   " + why(hit, result.denseWeight()));
    }
  }

  private static String why(Hit hit, double weight) {
    Hit.Lexical words = hit.lexical();
    Hit.Dense meaning = hit.dense();
    String byWords =
        words == null
            ? Texts.of("search.no-words")
            : Texts.of(
                "search.words",
                String.join(", ", words.matched()),
                Texts.decimal(words.score(), 2),
                words.rank(),
                Texts.decimal((1 - weight) * words.scaled(), 2));
    String byMeaning =
        meaning == null
            ? Texts.of("search.no-meaning")
            : Texts.of(
                "search.meaning",
                Texts.decimal(meaning.similarity(), 2),
                meaning.rank(),
                Texts.decimal(weight * meaning.scaled(), 2));
    String score = Texts.of("search.score", Texts.decimal(hit.score(), 2), byWords, byMeaning);
    Double reranked = hit.reranked();
    return reranked == null
        ? score
        : Texts.of("search.reranked", Texts.decimal(reranked, 2), score);
  }
}
