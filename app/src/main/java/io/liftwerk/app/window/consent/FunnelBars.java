package io.liftwerk.app.window.consent;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.warehouse.ConsentResult.Part;
import io.liftwerk.warehouse.ConsentResult.UseConsent;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Rows in, then what is covered and what is held back, a bar each, all to one scale. */
final class FunnelBars extends GridPane {
  private static final double BAR = 400;

  private final Messages messages;
  private final long all;

  FunnelBars(Messages messages, UseConsent use) {
    super(14, 5);
    this.messages = messages;
    this.all = use.rows();
    var bars = new ColumnConstraints(80, BAR, BAR);
    var numbers = new ColumnConstraints();
    numbers.setHalignment(HPos.RIGHT);
    numbers.setMinWidth(USE_PREF_SIZE);
    var words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(bars, numbers, numbers(), words);
    line("funnel-in", all, messages.text("consent.rows"), "strong");
    line("funnel-covered", use.covered(), messages.text("consent.covered"), "strong");
    for (Part part : use.because()) {
      line("funnel-covered-part", part.rows(), messages.sentence(part.sentence()), "muted");
    }
    line("funnel-held", all - use.covered(), messages.text("consent.held"), "strong");
    for (Part part : use.heldBack()) {
      line("funnel-held-part", part.rows(), messages.sentence(part.sentence()), "muted");
    }
  }

  private static ColumnConstraints numbers() {
    var numbers = new ColumnConstraints();
    numbers.setHalignment(HPos.RIGHT);
    numbers.setMinWidth(52);
    return numbers;
  }

  private void line(String style, long rows, String words, String wordStyle) {
    double share = all == 0 ? 0 : (double) rows / all;
    Label text = Ui.paragraph(words, wordStyle);
    addRow(
        getRowCount(),
        bar(style, share),
        Ui.label(messages.formats().count(rows), wordStyle),
        Ui.label(messages.formats().percent(share, 1), "muted"),
        text);
  }

  private static StackPane bar(String style, double share) {
    var part = new Region();
    part.getStyleClass().addAll("funnel-part", style);
    var whole = new StackPane(part);
    whole.getStyleClass().add("funnel-bar");
    whole.setAlignment(Pos.CENTER_LEFT);
    part.maxWidthProperty().bind(whole.widthProperty().multiply(share));
    return whole;
  }
}
