package io.liftwerk.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.workspace.JobHandle;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.WorkbenchException;
import java.io.PrintWriter;
import java.util.List;

/**
 * The two streams of the command line: results on standard output, progress and errors on standard
 * error. With {@code --json} standard output carries exactly one JSON document.
 */
final class Console {
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean terminal;
  private String phrase = "";

  Console(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
    this.terminal = System.console() != null && System.console().isTerminal();
  }

  void line(String text) {
    out.println(text);
    out.flush();
  }

  /** A line that is no result. */
  void aside(String text) {
    err.println(text);
    err.flush();
  }

  void json(Object document) {
    line(Json.write(document));
  }

  /** A run's result record as one document, its run number first. */
  static ObjectNode document(Run<?> run) {
    ObjectNode document = Json.mapper().createObjectNode();
    document.put("run", run.id());
    document.setAll((ObjectNode) Json.mapper().valueToTree(run.result()));
    return document;
  }

  /** Shows where a job stands: one moving line on a terminal, one line a phrase elsewhere. */
  void progress(JobHandle<?> job) {
    String now = Texts.sentence(job.phrase());
    if (terminal) {
      String percent = job.progress() < 0 ? "" : String.format(" %3.0f %%", job.progress() * 100);
      err.print("\r\u001b[K" + (job.isFinished() ? "" : now + percent));
      err.flush();
    } else if (!now.isEmpty() && !now.equals(phrase)) {
      err.println(now);
      err.flush();
    }
    phrase = now;
  }

  /** One sentence, what to do, and the code; as JSON, in English, too when asked for. */
  void error(WorkbenchException e, boolean asJson) {
    String hint = e.hint().isEmpty() ? "" : " " + Texts.sentence(e.hint());
    err.println(Texts.sentence(e.sentence()) + hint + " [" + e.code() + "]");
    err.flush();
    if (asJson) {
      ObjectNode document = Json.mapper().createObjectNode();
      document.set("error", error(e));
      json(document);
    }
  }

  /** An error as a document shows it. */
  static ObjectNode error(WorkbenchException e) {
    return Json.mapper()
        .createObjectNode()
        .put("code", e.code())
        .put("message", e.sentence())
        .put("hint", e.hint());
  }

  /** Columns padded to equal width; a cell that starts with a digit or sign is right-aligned. */
  void table(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      var text = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        String cell = row.get(i);
        String pad = " ".repeat(widths[i] - cell.length());
        boolean number = cell.matches("[-+]?[0-9].*");
        text.append(number ? pad + cell : cell + pad).append("  ");
      }
      line(text.toString().stripTrailing());
    }
  }
}
