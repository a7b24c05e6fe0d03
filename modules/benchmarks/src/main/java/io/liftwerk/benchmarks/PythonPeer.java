package io.liftwerk.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A peer in Python, where there is one that has it: LIFTWERK_PYTHON or python3. */
final class PythonPeer {
  private PythonPeer() {}

  /**
   * What a script beside this class prints, one JSON object; empty where it cannot run.
   *
   * @throws IOException when the wait for it is interrupted
   */
  static Optional<JsonNode> run(Bench bench, String name, String... arguments) throws IOException {
    Path script = bench.scratch().resolve(name);
    Path out = bench.scratch().resolve(name + ".json");
    try (InputStream source = PythonPeer.class.getResourceAsStream(name)) {
      Files.write(script, Objects.requireNonNull(source).readAllBytes());
    }
    var command = new ArrayList<String>();
    command.add(Objects.requireNonNullElse(System.getenv("LIFTWERK_PYTHON"), "python3"));
    command.add(script.toString());
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectOutput(out.toFile())
              .start();
      if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        return Optional.empty();
      }
      return Optional.of(Json.mapper().readTree(Files.readString(out, StandardCharsets.UTF_8)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the peer was interrupted", e);
    } catch (IOException e) {
      // no Python here
      return Optional.empty();
    }
  }
}
