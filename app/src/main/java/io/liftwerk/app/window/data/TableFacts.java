package io.liftwerk.app.window.data;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.ingest.ExportFindings;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.workspace.TableInfo;
import java.util.ArrayList;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The facts about a table in a strip: each with its name above it. */
final class TableFacts extends FlowPane {
  private static final double WIDEST = 290;

  private final Messages messages;
  private final Formats formats;
  private final TableText text;

  TableFacts(Messages messages, TableText text) {
    super(22, 5);
    this.messages = messages;
    this.formats = messages.formats();
    this.text = text;
    getStyleClass().add("facts");
  }

  void show(TableInfo table, @Nullable SourceTable source) {
    getChildren().clear();
    if (source != null) {
      export(source.findings());
    } else {
      fact("fact.kind", text.kind(table), null);
    }
    fact("fact.rows", formats.count(Math.max(0, table.rows())), null);
    if (source != null) {
      if (source.rejects() > 0) {
        fact("fact.rejects", formats.count(source.rejects()), null);
      }
      fact("fact.file", file(source), how(source));
    }
  }

  private void export(ExportFindings findings) {
    String kind = text.kind(findings.kind());
    boolean generic = findings.kind().equals(ExportFindings.GENERIC);
    fact(
        "fact.kind",
        generic || findings.confidence() == 0
            ? kind
            : kind + " · " + text.sure(findings.confidence()),
        findings.because().isEmpty() ? null : messages.sentence(findings.because()));
    if (!findings.platform().isEmpty()) {
      fact("fact.platform", Platforms.name(findings.platform()), null);
    }
    if (findings.period() != null) {
      fact("fact.period", text.period(findings.period()), null);
    }
    String grain = text.grain(findings);
    if (!grain.isEmpty()) {
      fact("fact.grain", grain, messages.text("fact.grain.is", grain));
    }
    String currency = findings.currency();
    if (currency != null) {
      fact("fact.currency", currency, null);
    }
  }

  private static String file(SourceTable source) {
    return source.sheet() == null ? source.file() : source.file() + " / " + source.sheet();
  }

  private String how(SourceTable source) {
    var parts = new ArrayList<String>();
    parts.add(file(source));
    parts.add(source.kind());
    parts.add(formats.bytes(source.bytes()));
    if (!source.encoding().isEmpty()) {
      parts.add(messages.sentence(source.encoding()));
    }
    if (!source.delimiter().isEmpty()) {
      parts.add(messages.text("data.delimiter", Delimiters.shown(source.delimiter())));
    }
    parts.add(messages.text("fact.loaded", formats.instant(source.loadedAt())));
    return String.join(" · ", parts);
  }

  private void fact(String key, String value, @Nullable String more) {
    Label name = Ui.label(messages.text(key), "fact-name");
    Label shown = Ui.label(value);
    shown.setMaxWidth(WIDEST);
    var fact = new VBox(1, name, shown);
    if (more != null) {
      shown.setTooltip(new Tooltip(more));
      shown.setAccessibleText(value + ". " + more);
    }
    getChildren().add(fact);
  }
}
