package io.liftwerk.app.window.control;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.report.ChartTheme;
import io.liftwerk.report.Figure;
import io.liftwerk.report.FigureExport;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jfree.chart.JFreeChart;
import org.kordamp.ikonli.feather.Feather;

/** A figure as a live chart, with copy and export. */
public final class FigureView extends StackPane {
  private static final double MIN_HEIGHT = 180;

  private final Figure figure;
  private final ChartTheme theme;

  /** Width of the buttons. */
  private static final double TOOLS = 58;

  private final Messages messages;
  private final Background background;
  private final Dialogs dialogs;

  public FigureView(
      Figure figure, ChartTheme theme, Messages messages, Background background, Dialogs dialogs) {
    this.figure = figure;
    this.theme = theme;
    this.messages = messages;
    this.background = background;
    this.dialogs = dialogs;
    getStyleClass().addAll("card", "figure");
    setAccessibleText(figure.title() + ". " + figure.subtitle());
    JFreeChart chart = figure.chart(theme);
    // room for the buttons beside the title
    chart.getTitle().setPadding(0, 0, 0, TOOLS);
    chart.getSubtitle(0).setPadding(0, 0, 0, TOOLS);
    var canvas = new ChartCanvas(chart, figure.isMap());
    canvas.setMinSize(240, MIN_HEIGHT);
    HBox tools = tools();
    StackPane.setAlignment(tools, Pos.TOP_RIGHT);
    getChildren().addAll(canvas, tools);
  }

  public Figure figure() {
    return figure;
  }

  private HBox tools() {
    Button copy = Ui.iconButton(Feather.COPY, messages.text("figure.copy"), this::copy);
    var export = new MenuButton(null, Ui.icon(Feather.DOWNLOAD));
    Ui.named(export, messages.text("figure.export"));
    export.getStyleClass().addAll("flat", "icon-button");
    for (FigureExport.Kind kind : FigureExport.Kind.values()) {
      var item = new MenuItem(messages.text("figure.export.as", kind.name()));
      item.setOnAction(event -> export(kind));
      export.getItems().add(item);
    }
    var tools = new HBox(copy, export);
    tools.getStyleClass().add("figure-tools");
    tools.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    return tools;
  }

  private void copy() {
    int width = (int) Math.max(480, getWidth());
    int height = (int) Math.max(260, getHeight());
    background
        .copying()
        .run(
            () -> FigureExport.image(figure, theme, width, height, 2),
            image -> {
              Clipboard.getSystemClipboard()
                  .setContent(
                      Map.of(
                          DataFormat.IMAGE,
                          pixels(image),
                          DataFormat.PLAIN_TEXT,
                          figure.title() + "\n" + FigureExport.csv(figure)));
              dialogs.note(messages.text("figure.copied"));
            },
            dialogs::error);
  }

  private static WritableImage pixels(BufferedImage from) {
    int width = from.getWidth();
    int height = from.getHeight();
    var image = new WritableImage(width, height);
    int[] argb = from.getRGB(0, 0, width, height, null, 0, width);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return image;
  }

  private void export(FigureExport.Kind kind) {
    Path file =
        dialogs.files().save(messages.text("figure.export"), figure.name() + "." + kind.ending());
    if (file == null) {
      return;
    }
    background.run(
        () -> {
          FigureExport.write(figure, kind, theme, 720, 400, 3, file);
          return file;
        },
        written -> dialogs.note(messages.text("saved", written)),
        dialogs::error);
  }
}
