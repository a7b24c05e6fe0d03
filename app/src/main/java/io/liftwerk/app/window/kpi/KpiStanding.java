package io.liftwerk.app.window.kpi;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Columns.Mark;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.warehouse.ConsentResult;
import io.liftwerk.warehouse.KpiResult;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a figure rests on: the tests it passed, and who was held back. */
final class KpiStanding extends GridPane {
  private final Messages messages;
  private final StandingText text;

  KpiStanding(Messages messages, KpiResult.Kpi kpi, KpiPage.Ways ways) {
    super(12, 12);
    this.messages = messages;
    this.text = new StandingText(messages);
    for (int i = 0; i < 2; i++) {
      var half = new ColumnConstraints();
      half.setPercentWidth(50);
      getColumnConstraints().add(half);
    }
    VBox tests =
        part(
            "kpi.tests",
            text.mark(kpi.tests()),
            text.lines(kpi.tests()),
            Ui.button(
                messages.text("kpi.tests.show"),
                Feather.CHECK_SQUARE,
                () -> ways.tests().accept(kpi)));
    older(tests, kpi.tests().older(), "kpi.tests.older");
    VBox held =
        part(
            "kpi.held",
            text.mark(kpi.heldBack()),
            text.lines(kpi.heldBack()),
            Ui.button(
                messages.text("kpi.held.show"),
                Feather.USERS,
                () -> ways.consent().accept(kpi.heldBack())));
    if (!kpi.heldBack().reasons().isEmpty()) {
      held.getChildren().add(reasons(kpi.heldBack().reasons()));
    }
    older(held, kpi.heldBack().older(), "kpi.held.older");
    addRow(0, tests, held);
    GridPane.setValignment(tests, VPos.TOP);
  }

  private VBox part(String title, Mark mark, List<String> lines, Button way) {
    way.getStyleClass().add("small");
    way.setMinWidth(USE_PREF_SIZE);
    var icon = Ui.icon(mark.icon());
    icon.getStyleClass().add(mark.style());
    var head = new HBox(8, icon, Ui.heading(messages.text(title)), Ui.spacer(), way);
    head.setAlignment(Pos.CENTER_LEFT);
    var box = new VBox(6, head);
    box.getStyleClass().addAll("card", "padded");
    box.setMaxHeight(Double.MAX_VALUE);
    for (int i = 0; i < lines.size(); i++) {
      box.getChildren().add(Ui.paragraph(lines.get(i), i == 0 ? "default" : "muted"));
    }
    return box;
  }

  private void older(VBox box, boolean older, String key) {
    if (older) {
      box.getChildren().add(Ui.paragraph(messages.text(key), "warning"));
    }
  }

  private GridPane reasons(List<ConsentResult.Part> reasons) {
    var grid = new GridPane(12, 3);
    var count = new ColumnConstraints();
    count.setHalignment(HPos.RIGHT);
    count.setMinWidth(USE_PREF_SIZE);
    var words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(count, words);
    for (ConsentResult.Part reason : reasons) {
      Label sentence = Ui.paragraph(messages.sentence(reason.sentence()), "muted");
      Label rows = Ui.label(messages.formats().count(reason.rows()));
      GridPane.setValignment(rows, VPos.TOP);
      grid.addRow(grid.getRowCount(), rows, sentence);
    }
    return grid;
  }
}
