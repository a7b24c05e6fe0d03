package io.liftwerk.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of figures, as text for the terminal, as Markdown and as JSON. */
final class Report {
  private static final List<String> HEADER =
      List.of("", "what", "ours", "peer", "peer's source", "ratio", "target", "peak", "note");

  private final List<Figure> figures;
  private final List<String> skipped;

  Report(List<Figure> figures, List<String> skipped) {
    this.figures = List.copyOf(figures);
    this.skipped = List.copyOf(skipped);
  }

  /** Columns padded to line up; the long notes are left to the files. */
  String text() {
    List<List<String>> rows = rows();
    int columns = HEADER.size() - 1;
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int c = 0; c < columns; c++) {
        widths[c] = Math.max(widths[c], row.get(c).length());
      }
    }
    var text = new StringBuilder();
    for (List<String> row : rows) {
      for (int c = 0; c < columns; c++) {
        String pad = " ".repeat(widths[c] - row.get(c).length());
        boolean number = c == 2 || c == 3 || c == 5 || c == 7;
        text.append(number ? pad + row.get(c) : row.get(c) + pad).append("  ");
      }
      text.append('\n');
    }
    skipped.forEach(line -> text.append("not measured: ").append(line).append('\n'));
    return text.toString().replaceAll(" +\n", "\n");
  }

  String markdown() {
    var text = new StringBuilder("# Benchmarks\n\n").append(machine()).append("\n\n");
    List<List<String>> rows = rows();
    for (int r = 0; r < rows.size(); r++) {
      text.append("| ");
      text.append(
          String.join(" | ", rows.get(r).stream().map(cell -> cell.replace("|", "/")).toList()));
      text.append(" |\n");
      if (r == 0) {
        text.append("| --- | --- | ---: | ---: | --- | ---: | --- | ---: | --- |\n");
      }
    }
    skipped.forEach(line -> text.append("\nNot measured: ").append(line).append('\n'));
    return text.toString();
  }

  /** Writes {@code benchmarks.json} and {@code benchmarks.md} into {@code folder}. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    ObjectMapper mapper = Json.mapper();
    var entries = new ArrayList<Map<String, @Nullable Object>>();
    for (Figure figure : figures) {
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put("area", figure.area());
      entry.put("what", figure.what());
      entry.put("unit", figure.unit());
      entry.put("ours", figure.ours());
      entry.put("peer", figure.peer());
      entry.put("source", figure.source());
      entry.put("ratio", figure.ratio());
      entry.put("target", target(figure));
      entry.put("met", figure.met());
      entry.put("peakBytes", figure.peakBytes());
      entry.put("note", figure.note());
      entries.add(entry);
    }
    var whole = new LinkedHashMap<String, Object>();
    whole.put("at", Instant.now().toString());
    whole.put("machine", machine());
    whole.put("figures", entries);
    whole.put("skipped", skipped);
    Files.writeString(
        folder.resolve("benchmarks.json"),
        mapper.writerWithDefaultPrettyPrinter().writeValueAsString(whole) + "\n");
    Files.writeString(folder.resolve("benchmarks.md"), markdown());
  }

  private List<List<String>> rows() {
    var rows = new ArrayList<List<String>>();
    rows.add(HEADER);
    for (Figure figure : figures) {
      Double peer = figure.peer();
      Double ratio = figure.ratio();
      Long peak = figure.peakBytes();
      rows.add(
          List.of(
              figure.area(),
              figure.what(),
              value(figure.ours(), figure.unit()),
              peer == null ? "" : value(peer, figure.unit()),
              figure.source(),
              ratio == null ? "" : String.format(Locale.ROOT, "%.2f", ratio),
              target(figure),
              peak == null ? "" : String.format(Locale.ROOT, "%.0f MB", peak / 1e6),
              figure.note()));
    }
    return rows;
  }

  private static String target(Figure figure) {
    Figure.Target target = figure.target();
    if (target == null) {
      return "";
    }
    String text =
        switch (target.kind()) {
          case OURS_AT_MOST -> "≤ " + value(target.limit(), figure.unit());
          case OURS_AT_LEAST -> "≥ " + value(target.limit(), figure.unit());
          case RATIO_AT_MOST -> String.format(Locale.ROOT, "ratio ≤ %.2f", target.limit());
          case PEAK_AT_MOST -> String.format(Locale.ROOT, "peak ≤ %.0f MB", target.limit() / 1e6);
        };
    Boolean met = figure.met();
    return text + (met == null ? "" : met ? " met" : " MISSED");
  }

  private static String value(double value, String unit) {
    String number =
        switch (unit) {
          case "ms" -> String.format(Locale.ROOT, "%.0f", value);
          case "AUC" -> String.format(Locale.ROOT, "%.4f", value);
          default -> String.format(Locale.ROOT, "%.2f", value);
        };
    return number + " " + unit;
  }

  private static String machine() {
    return String.format(
        Locale.ROOT,
        "%s %s, %d processors, Java %s",
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version());
  }
}
