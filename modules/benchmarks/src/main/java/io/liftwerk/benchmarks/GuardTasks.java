package io.liftwerk.benchmarks;

import io.liftwerk.guardrails.GuardLines;
import io.liftwerk.guardrails.Guardrails;
import io.liftwerk.text.Identifiers;
import io.liftwerk.workspace.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** How many bytes of prose a second are searched for persons, and sent through all rails. */
final class GuardTasks {
  private static final int BYTES = 20_000_000;

  private GuardTasks() {}

  static Measured identifiers(Path xquad) throws IOException {
    List<String> texts = XquadTexts.read(xquad).withContacts();
    long size = texts.stream().mapToLong(GuardTasks::bytes).sum();
    long rounds = BYTES / size + 1;
    var identifiers = Identifiers.all();
    long found = 0;
    for (int warm = 0; warm < rounds; warm++) {
      found = found(identifiers, texts);
    }
    long start = System.nanoTime();
    for (int round = 0; round < rounds; round++) {
      found(identifiers, texts);
    }
    double alone = (System.nanoTime() - start) / 1e9;
    start = System.nanoTime();
    for (int round = 0; round < rounds; round++) {
      texts.parallelStream().forEach(identifiers::find);
    }
    double together = (System.nanoTime() - start) / 1e9;
    return Measured.of()
        .with("alone", size * rounds / 1e6 / alone)
        .with("together", size * rounds / 1e6 / together)
        .with("found", found);
  }

  private static long found(Identifiers identifiers, List<String> texts) {
    return texts.stream().mapToLong(text -> identifiers.find(text).size()).sum();
  }

  /** As {@code guard --jsonl} does it. */
  static Measured rails(Path xquad) throws IOException {
    List<String> texts = XquadTexts.read(xquad).withContacts();
    var lines = new ByteArrayOutputStream(BYTES + (1 << 20));
    long size = 0;
    for (int i = 0; size < BYTES; i++) {
      String text = texts.get(i % texts.size());
      size += bytes(text);
      lines.write(
          Json.mapper()
              .writeValueAsBytes(
                  Json.mapper()
                      .createObjectNode()
                      .put("id", i)
                      .put("text", text)
                      .put("direction", i % 2 == 0 ? "source" : "output")));
      lines.write('\n');
    }
    long start = System.nanoTime();
    GuardLines.Summary summary =
        new GuardLines(Guardrails.standard())
            .run(new ByteArrayInputStream(lines.toByteArray()), Writer.nullWriter());
    return Measured.of()
        .with("rate", size / 1e6 / ((System.nanoTime() - start) / 1e9))
        .with("lines", summary.lines());
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
