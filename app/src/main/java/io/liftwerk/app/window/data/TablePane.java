package io.liftwerk.app.window.data;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.app.window.grid.DataGrid;
import io.liftwerk.ingest.ExportFindings;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.workspace.TableInfo;
import java.util.ArrayList;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One table: the facts, then its rows, its columns, the report's totals, what was set aside and
 * what was rejected.
 */
final class TablePane extends BorderPane {
  private final Messages messages;
  private final DataModel model;
  private final TableText text;
  private final UndoNote undo;
  private final FontIcon icon = Ui.icon(KindIcons.GENERIC);
  private final Label name = Ui.label("", "table-title");
  private final TableActions actions;
  private final TableFacts facts;
  private final VBox remarks = new VBox(2);
  private final ToggleGroup group = new ToggleGroup();
  private final ToggleButton rowsTab;
  private final ToggleButton columnsTab;
  private final ToggleButton totalsTab;
  private final ToggleButton asideTab;
  private final ToggleButton rejectsTab;
  private final HBox tabs;
  private final RowsPane rows;
  private final DataGrid rejects;
  private @Nullable TableInfo shown;

  TablePane(
      Desk desk, DataModel model, TableText text, UndoNote undo, Consumer<String> scoreLeads) {
    this.messages = desk.messages();
    this.model = model;
    this.text = text;
    this.undo = undo;
    getStyleClass().add("page-body");
    actions = new TableActions(desk, model, undo, scoreLeads);
    facts = new TableFacts(messages, text);
    rows = new RowsPane(desk, model);
    rejects =
        new DataGrid(messages.text("data.rejects"), messages, desk.background(), desk.dialogs());
    rowsTab = tab(messages.text("data.rows"));
    columnsTab = tab(messages.text("data.columns"));
    totalsTab = tab(messages.text("totals"));
    asideTab = tab(messages.text("aside"));
    rejectsTab = tab(messages.text("data.rejects"));
    tabs = new HBox(rowsTab, columnsTab, totalsTab, asideTab, rejectsTab);
    tabs.getStyleClass().add("segments");
    icon.getStyleClass().add("kind-icon");
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    var head = new HBox(10, icon, name, Ui.spacer(), actions);
    head.setAlignment(Pos.CENTER_LEFT);
    var top = new VBox(10, head, facts, remarks, tabs);
    top.getStyleClass().add("table-head");
    setTop(top);
    group
        .selectedToggleProperty()
        .subscribe(
            (before, now) -> {
              if (now == null && before != null) {
                group.selectToggle(before);
              } else {
                content();
              }
            });
    rowsTab.setSelected(true);
  }

  private ToggleButton tab(String words) {
    var tab = new ToggleButton(words);
    tab.setAccessibleText(words);
    tab.setToggleGroup(group);
    tab.getStyleClass().addAll("small", "segment");
    return tab;
  }

  void show(TableInfo table) {
    TableInfo before = shown;
    shown = table;
    SourceTable source = model.source(table);
    icon.setIconCode(text.icon(table));
    name.setText(table.ref().name());
    name.setTooltip(new Tooltip(table.ref().name()));
    actions.show(table);
    facts.show(table, source);
    remarks.getChildren().clear();
    if (source != null) {
      source.remarks().forEach(note -> remark(messages.sentence(note)));
    }
    Ui.show(remarks, !remarks.getChildren().isEmpty());
    tabs(table, source);
    boolean other = before == null || !before.ref().equals(table.ref());
    if (other || !((ToggleButton) group.getSelectedToggle()).isVisible()) {
      rowsTab.setSelected(true);
    }
    rows.show(table, !table.equals(before), source != null);
    content();
  }

  /** One line each, so that the rows keep their place; what is cut is told on pointing at it. */
  private void remark(String sentence) {
    Label label = Ui.label(sentence, "muted", "small");
    label.setMinWidth(0);
    label.setTooltip(new Tooltip(sentence));
    remarks.getChildren().add(label);
  }

  private void tabs(TableInfo table, @Nullable SourceTable source) {
    Ui.show(tabs, source != null);
    if (source == null) {
      return;
    }
    ExportFindings findings = source.findings();
    boolean missed = text.isMissed(table);
    FontIcon mark = missed ? Ui.icon(Feather.ALERT_TRIANGLE) : null;
    if (mark != null) {
      mark.getStyleClass().add("icon-missed");
    }
    totalsTab.setGraphic(mark);
    totalsTab.setAccessibleText(messages.text(missed ? "totals.missed" : "totals"));
    Ui.show(totalsTab, !findings.totals().isEmpty() || !findings.hidden().isEmpty());
    counted(asideTab, "aside.count", findings.aside().size());
    counted(rejectsTab, "data.rejects.count", source.rejects());
    Ui.show(rejectsTab, model.rejects(table) != null);
    var visible = new ArrayList<>(tabs.getChildren().stream().filter(Node::isVisible).toList());
    tabs.getChildren().forEach(tab -> tab.getStyleClass().removeAll("first", "last"));
    visible.getFirst().getStyleClass().add("first");
    visible.getLast().getStyleClass().add("last");
  }

  private void counted(ToggleButton tab, String key, long count) {
    tab.setText(messages.text(key, count));
    tab.setAccessibleText(tab.getText());
    Ui.show(tab, count > 0);
  }

  private void content() {
    TableInfo table = shown;
    if (table == null) {
      return;
    }
    SourceTable source = model.source(table);
    Node next = rows;
    if (source != null && columnsTab.isSelected()) {
      next = decisions(table, source);
    } else if (source != null && totalsTab.isSelected()) {
      next = new TotalsPane(messages, text, source.findings());
    } else if (source != null && asideTab.isSelected()) {
      next = new AsideTable(messages, source.findings().aside());
    } else if (rejectsTab.isSelected()) {
      TableInfo records = model.rejects(table);
      if (records != null) {
        rejects.show(model.rows(records));
        next = rejects;
      }
    }
    setCenter(next);
  }

  private Node decisions(TableInfo table, SourceTable source) {
    var columns =
        new DecisionTable(
            messages,
            source.columns(),
            decision ->
                model.decide(
                    table,
                    decision,
                    messages.text("job.title.decide", decision.name(), table.ref().name()),
                    step ->
                        undo.offer(
                            messages.text(
                                "data.decided",
                                decision.name(),
                                table.ref().name(),
                                messages.text("type." + decision.type().json())),
                            step,
                            table)));
    columns.roles(text.roles(source.findings()));
    model.samples(table, columns::samples);
    return columns;
  }
}
