package io.liftwerk.app.window.control;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.report.Figure;
import io.liftwerk.scoring.ScoringWarning;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A long result, made from top to bottom, a part with each picture of the screen. */
public class Parts extends VBox {
  private static final double ROW = 25;
  private static final double AROUND = 108;
  private static final double MAP = 420;

  private final Desk desk;
  private final Deque<Runnable> parts = new ArrayDeque<>();

  public Parts(Desk desk) {
    super(14);
    this.desk = desk;
  }

  /** Adds what {@code part} makes when its turn has come. */
  public final void part(Supplier<Node> part) {
    parts.add(() -> getChildren().add(part.get()));
  }

  /** Does {@code step} when its turn has come. */
  public final void step(Runnable step) {
    parts.add(step);
  }

  /** A heading for what follows, with a sentence about it. */
  public final void section(String title, String about) {
    part(
        () -> {
          var box = new VBox(2, Ui.label(title, "section"), Ui.paragraph(about, "muted"));
          box.getStyleClass().add("section-head");
          return box;
        });
  }

  /** Figures beside each other, made one by one. */
  public final Mosaic figures(List<Figure> figures) {
    var mosaic = new Mosaic(12, figures.size());
    if (!figures.isEmpty()) {
      step(() -> getChildren().add(mosaic));
      figures.forEach(figure -> step(() -> mosaic.getChildren().add(figure(figure))));
    }
    return mosaic;
  }

  private FigureView figure(Figure figure) {
    var view =
        new FigureView(
            figure, desk.charts().getValue(), desk.messages(), desk.background(), desk.dialogs());
    view.setPrefHeight(
        figure.isMap() ? MAP : Math.max(270, AROUND + ROW * figure.x().names().size()));
    return view;
  }

  /** What a reader must know, above all. */
  public final void warnings(List<ScoringWarning> warnings) {
    Messages messages = desk.messages();
    for (ScoringWarning warning : warnings) {
      var words = Ui.paragraph(messages.sentence(warning.message()));
      HBox.setHgrow(words, Priority.ALWAYS);
      var box = new HBox(10, Ui.icon(Feather.ALERT_TRIANGLE), words);
      box.getStyleClass().add("warning");
      box.setAlignment(Pos.CENTER_LEFT);
      getChildren().add(box);
    }
  }

  /** A card around {@code nodes}. */
  public static VBox card(Node... nodes) {
    var box = new VBox(8, nodes);
    box.getStyleClass().addAll("card", "padded");
    return box;
  }

  /**
   * Begins to make the parts.
   *
   * @param whole told when all are there
   */
  public final void unfold(Runnable whole) {
    parts.add(whole);
    new Unfolding(this, this::next).start();
  }

  private boolean next() {
    parts.remove().run();
    return !parts.isEmpty();
  }
}
