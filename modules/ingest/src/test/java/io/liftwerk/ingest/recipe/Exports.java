package io.liftwerk.ingest.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** What recipes are asked about real files, read in the plainest way that does for tests. */
final class Exports {
  private static final int LOOK = 15;

  private Exports() {}

  /** A delimited file: its header is the first line that has as many cells as any of the first. */
  static Evidence table(Path file) throws IOException {
    return table(String.valueOf(file.getFileName()), text(Files.readAllBytes(file)));
  }

  static Evidence table(String name, String text) {
    List<String> lines = text.lines().limit(LOOK).toList();
    char delimiter =
        List.of('\t', ';', ',', '|').stream()
            .max(Comparator.comparingInt(c -> widest(lines, c)))
            .orElseThrow();
    int width = widest(lines, delimiter);
    int header = 0;
    while (cells(lines.get(header), delimiter).size() < width) {
      header++;
    }
    return new Evidence(
        Recipe.Format.TABLE,
        name,
        cells(lines.get(header), delimiter),
        lines.subList(0, header).stream().filter(line -> !line.isBlank()).toList());
  }

  private static int widest(List<String> lines, char delimiter) {
    return lines.stream().mapToInt(line -> cells(line, delimiter).size()).max().orElse(0);
  }

  /** JSON lines: every field of any of the first records. */
  static Evidence json(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (bytes[0] == 0x1F) {
      try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        bytes = in.readAllBytes();
      }
    }
    var names = new LinkedHashSet<String>();
    for (String line : new String(bytes, StandardCharsets.UTF_8).lines().limit(200).toList()) {
      JsonNode record = Json.mapper().readTree(line);
      record.fieldNames().forEachRemaining(names::add);
    }
    String name = String.valueOf(file.getFileName());
    return new Evidence(Recipe.Format.JSON, name, List.copyOf(names), List.of());
  }

  private static String text(byte[] bytes) {
    if (bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    try {
      var decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  private static List<String> cells(String line, char delimiter) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
        cell.append(c);
      } else if (c == delimiter && !quoted) {
        cells.add(plain(cell));
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(plain(cell));
    return cells;
  }

  private static String plain(CharSequence cell) {
    String text = cell.toString();
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
  }
}
