package io.liftwerk.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JSON lines, and an array of objects or objects one after another. Every top-level field of any
 * record is a column; nested values stay JSON text. The file is read twice: first for the columns,
 * then for the rows.
 */
final class JsonSource {
  private final Incoming incoming;
  private final Staging staging;
  private final Bar bar;

  private interface Sink {
    void record(long line, Map<String, @Nullable String> fields) throws IOException;
  }

  private interface Rejects {
    void reject(long line, String reason, String text) throws IOException;
  }

  JsonSource(Incoming incoming, Staging staging, Bar bar) {
    this.incoming = incoming;
    this.staging = staging;
    this.bar = bar;
  }

  Prepared prepare() throws IOException {
    boolean lines = isLines();
    var keys = new LinkedHashMap<String, Boolean>();
    read(
        lines,
        (line, fields) -> fields.keySet().forEach(key -> keys.putIfAbsent(key, true)),
        (line, reason, text) -> {});
    if (keys.isEmpty()) {
      throw new WorkbenchException(
          "json-no-records",
          Refused.shown(incoming.file()) + " holds no JSON object that could be a row.",
          "JSON lines have one object a line.");
    }
    List<String> names = ColumnNames.of(List.copyOf(keys.keySet()));
    Path good = staging.next(".csv");
    Path bad = staging.next(".rejects");
    var first = new ArrayList<String>();
    try (var rows = new StagedCsv(good);
        var rejects = new StagedCsv(bad)) {
      read(
          lines,
          (line, fields) -> row(rows, line, keys.keySet(), fields),
          (line, reason, text) -> {
            if (first.isEmpty()) {
              first.add("line " + Reasons.count(line) + ": " + reason);
            }
            rejects.begin(line);
            rejects.field(reason);
            rejects.field(text);
            rejects.end();
          });
      long rejected = rejects.records();
      Staged staged = Staged.plain(good, names, rows, rejected == 0 ? null : bad, rejected);
      List<String> notes =
          rejected == 0
              ? List.of()
              : List.of(
                  Reasons.count(rejected)
                      + (rejected == 1 ? " record was" : " records were")
                      + " set aside, the first in "
                      + first.getFirst()
                      + ".");
      return new Prepared(null, staged, "UTF-8", '\0', null, notes, null);
    }
  }

  /** Columns and first rows. */
  record Beginning(List<String> names, List<List<String>> rows) {}

  /** From the first bytes of a file; a record that they cut off is left out. */
  static Beginning preview(byte[] head, int most) throws IOException {
    var records = new ArrayList<Map<String, @Nullable String>>();
    var keys = new LinkedHashMap<String, Boolean>();
    try (JsonParser parser = Json.mapper().getFactory().createParser(head)) {
      for (JsonToken token = parser.nextToken();
          token != null && records.size() < most;
          token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          Map<String, @Nullable String> record = object(parser);
          record.keySet().forEach(key -> keys.putIfAbsent(key, true));
          records.add(record);
        }
      }
    } catch (IOException e) {
      if (records.isEmpty()) {
        throw e;
      }
    }
    var rows = new ArrayList<List<String>>();
    for (Map<String, @Nullable String> record : records) {
      var row = new ArrayList<String>();
      for (String key : keys.keySet()) {
        String value = record.get(key);
        row.add(value == null ? "" : value);
      }
      rows.add(row);
    }
    return new Beginning(ColumnNames.of(List.copyOf(keys.keySet())), rows);
  }

  private static void row(
      StagedCsv rows, long line, Set<String> keys, Map<String, @Nullable String> fields)
      throws IOException {
    rows.begin(line);
    for (String key : keys) {
      rows.field(fields.get(key));
    }
    rows.end();
  }

  /** Whether each line is a record: the first one that is not blank is a whole object. */
  private boolean isLines() throws IOException {
    byte[] head = incoming.head();
    var lines = new CsvRecords(new ByteArrayInputStream(head), '\1', CsvRecords.LONGEST, false);
    if (!lines.next()) {
      return false;
    }
    String first = lines.raw().replace("\uFEFF", "").strip();
    if (!first.startsWith("{")) {
      return false;
    }
    try {
      parse(first);
      return true;
    } catch (IOException e) {
      // not a whole object: a second line that is one tells a broken line from a pretty-printed
      // file
      return lines.next()
          && lines.raw().strip().startsWith("{")
          && lines.raw().strip().endsWith("}");
    }
  }

  private void read(boolean lines, Sink sink, Rejects rejects) throws IOException {
    try (InputStream in = Files.newInputStream(incoming.content())) {
      if (lines) {
        readLines(in, sink, rejects);
      } else {
        readStream(in, sink);
      }
    }
  }

  private void readLines(InputStream in, Sink sink, Rejects rejects) throws IOException {
    try {
      var lines = new CsvRecords(in, '\1', CsvRecords.LONGEST, false);
      while (lines.next()) {
        String text = lines.raw();
        if (lines.line() == 1) {
          text = text.replace("\uFEFF", "");
        }
        if (text.isBlank()) {
          continue;
        }
        Map<String, @Nullable String> fields;
        try {
          fields = parse(text);
        } catch (IOException e) {
          rejects.reject(lines.line(), "not a JSON object", text);
          continue;
        }
        sink.record(lines.line(), fields);
        if (lines.line() % 8192 == 0) {
          bar.at(0.1, "reading " + incoming.name() + ", line " + Reasons.count(lines.line()));
        }
      }
    } catch (CsvRecords.TooLongException e) {
      throw Refused.longRecord(incoming.file(), e.line(), CsvRecords.LONGEST);
    }
  }

  private void readStream(InputStream in, Sink sink) throws IOException {
    JsonFactory factory = Json.mapper().getFactory();
    long line = 1;
    long count = 0;
    try (JsonParser parser = factory.createParser(in)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        line = parser.currentTokenLocation().getLineNr();
        if (token == JsonToken.START_OBJECT) {
          sink.record(line, object(parser));
          if (++count % 1024 == 0) {
            bar.at(0.1, "reading " + incoming.name() + ", line " + Reasons.count(line));
          }
        } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
          throw new WorkbenchException(
              "json-no-records",
              Refused.shown(incoming.file())
                  + " holds something else than objects in line "
                  + line
                  + ".",
              "A table is an array of objects, or one object a line.");
        }
      }
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      long at = e.getLocation() == null ? line : e.getLocation().getLineNr();
      throw Refused.damaged(incoming.file(), "its JSON breaks off or is wrong in line " + at, e);
    }
  }

  private static Map<String, @Nullable String> parse(String text) throws IOException {
    try (JsonParser parser = Json.mapper().getFactory().createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("no object");
      }
      Map<String, @Nullable String> fields = object(parser);
      if (parser.nextToken() != null) {
        throw new IOException("more than one object");
      }
      return fields;
    }
  }

  private static Map<String, @Nullable String> object(JsonParser parser) throws IOException {
    var fields = new LinkedHashMap<String, @Nullable String>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      fields.put(key, value == JsonToken.VALUE_NULL ? null : text(parser, value));
    }
    return fields;
  }

  private static String text(JsonParser parser, JsonToken value) throws IOException {
    if (value != JsonToken.START_OBJECT && value != JsonToken.START_ARRAY) {
      return parser.getText();
    }
    var out = new java.io.StringWriter();
    try (var generator = Json.mapper().getFactory().createGenerator(out)) {
      generator.copyCurrentStructureExact(parser);
    }
    return out.toString();
  }
}
