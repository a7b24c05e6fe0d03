package io.liftwerk.guardrails.injection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.guardrails.injection.RequestClassifier.Example;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Requests whose label is known, to learn from. */
final class Requests {
  private Requests() {}

  /** Those written for Liftwerk, {@code requests.tsv}. */
  static List<Example> own() {
    try (InputStream in =
        Objects.requireNonNull(Requests.class.getResourceAsStream("requests.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\t", 2))
          .map(cells -> new Example(cells[1], cells[0].equals("attack")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Lines {@code {"text":…,"label":0|1}}; 1 is an attack.
   *
   * @throws WorkbenchException code {@code guard-examples}, naming file and line
   */
  static List<Example> read(Path file) {
    var examples = new ArrayList<Example>();
    try {
      for (String line : Files.readAllLines(file)) {
        JsonNode node = Json.mapper().readTree(line);
        if (!node.path("text").isTextual() || !node.path("label").canConvertToInt()) {
          throw broken(file, examples.size() + 1);
        }
        examples.add(new Example(node.get("text").asText(), node.get("label").asInt() == 1));
      }
    } catch (JsonProcessingException e) {
      throw broken(file, examples.size() + 1);
    } catch (IOException e) {
      throw new WorkbenchException(
          "guard-file", "The file " + file + " cannot be read.", "See that you may read it.", e);
    }
    return examples;
  }

  private static WorkbenchException broken(Path file, int line) {
    return new WorkbenchException(
        "guard-examples",
        "The file "
            + file.getFileName()
            + " cannot be used: line "
            + line
            + " has no text and label.",
        "Write lines with text and label, where 1 is an attack.");
  }
}
