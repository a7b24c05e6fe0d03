package io.liftwerk.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Reads the sample data the plain way, with nothing of the product's own readers in between. */
final class SampleFiles {
  static final Path KEPT =
      Path.of(System.getProperty("liftwerk.root", "../.."), "sample-data").normalize();

  private SampleFiles() {}

  /** Exports below {@code folder}; the generator, the page about them and dot-files are none. */
  static Set<String> names(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.startsWith("generator/"))
          .filter(name -> !name.startsWith(".") && !name.equals("README.md"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Unpacked, and decoded by its byte order mark, as UTF-8, or else as Windows-1252. */
  static String text(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (file.toString().endsWith(".gz")) {
      bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    }
    if (bytes.length > 1 && (bytes[0] & 255) == 0xff && (bytes[1] & 255) == 0xfe) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  /** The rows of a kept file, quotation marks resolved. */
  static List<List<String>> rows(String name, char delimiter) throws IOException {
    String text = text(KEPT.resolve(name));
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (char c : (text.endsWith("\n") ? text : text + "\n").toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (quoted || c != delimiter && c != '\n' && c != '\r') {
        cell.append(c);
      } else if (c != '\r') {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(List.copyOf(row));
          row.clear();
        }
      }
    }
    return rows;
  }

  /** {@code 1.234,56}. */
  static BigDecimal german(String text) {
    return new BigDecimal(text.replace(".", "").replace(',', '.'));
  }

  /** {@code 1,234.56}; an empty cell is nothing. */
  static BigDecimal english(String text) {
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text.replace(",", ""));
  }
}
