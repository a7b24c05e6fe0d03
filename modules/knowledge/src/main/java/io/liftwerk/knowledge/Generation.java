package io.liftwerk.knowledge;

import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an index says about itself, in its {@code state.json}.
 *
 * @param format of the index's files; one of another format is made anew
 * @param model where the embedder comes from, null for the one in the program
 * @param sources what it was made of
 */
record Generation(int format, IndexState state, @Nullable Model model, List<Indexed> sources) {
  static final int FORMAT = 1;
  static final String FILE = "state.json";

  /** Paths of an ONNX file and its tokenizer. */
  record Model(String embedder, String tokenizer) {}

  /**
   * A source and which of its loads was read.
   *
   * @param version changes whenever its rows do
   */
  record Indexed(IndexedSource source, String version) {}

  Generation {
    sources = List.copyOf(sources);
  }

  List<IndexedSource> indexed() {
    return sources.stream().map(Indexed::source).toList();
  }

  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(FILE), Json.write(this));
  }

  /**
   * @throws IOException also when what is there is none
   * @throws WorkbenchException code {@code index-format} when it is of another format
   */
  static Generation read(Path folder) throws IOException {
    String text = Files.readString(folder.resolve(FILE));
    Generation generation = Json.mapper().readValue(text, Generation.class);
    if (generation.format() != FORMAT) {
      throw new WorkbenchException(
          "index-format",
          "The index of the sources was made by another version of Liftwerk.",
          "Run 'index WS'; it makes it anew.");
    }
    return generation;
  }
}
