package io.liftwerk.app.window;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Origin;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.RunRecord;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Where does this come from? The run behind what is on the screen. */
final class OriginDrawer extends BorderPane {
  private final Desk desk;
  private final Messages messages;
  private final Formats formats;
  private final VBox body = new VBox(12);
  private Subscription following = Subscription.EMPTY;

  OriginDrawer(Desk desk) {
    this.desk = desk;
    this.messages = desk.messages();
    this.formats = messages.formats();
    getStyleClass().add("drawer");
    body.getStyleClass().add("drawer-body");
    var scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setAccessibleText(messages.text("origin"));
    setCenter(scroll);
  }

  void follow(ObservableValue<@Nullable Origin> origin) {
    following.unsubscribe();
    following = origin.subscribe(this::show);
  }

  private void show(@Nullable Origin origin) {
    body.getChildren().clear();
    var title = Ui.label(messages.text("origin"), "drawer-title");
    if (origin == null) {
      body.getChildren().addAll(title, Ui.paragraph(messages.text("origin.none"), "muted"));
      return;
    }
    RunRecord run = origin.run();
    Button copy =
        Ui.iconButton(
            Feather.COPY,
            messages.text("origin.copy"),
            () -> {
              Ui.copy(Json.mapper().valueToTree(run).toPrettyString());
              desk.dialogs().note(messages.text("copied"));
            });
    var head = new HBox(title, Ui.spacer(), copy);
    head.setAlignment(Pos.CENTER_LEFT);
    body.getChildren().add(head);
    section(messages.text("origin.run"), run.id() + " · " + job(run));
    section(messages.text("origin.when"), formats.instant(run.startedAt()));
    section(messages.text("origin.duration"), formats.duration(run.duration()));
    if (run.seed() != null) {
      section(messages.text("origin.seed"), String.valueOf(run.seed()));
    }
    for (RunRecord.Input input : run.inputs()) {
      Label hash = section(messages.text("origin.input"), input.name());
      Label digest = Ui.label("sha-256 " + shortened(input.sha256()), "code", "muted");
      digest.setTooltip(new Tooltip(input.sha256()));
      ((VBox) hash.getParent()).getChildren().add(digest);
    }
    if (!origin.tables().isEmpty()) {
      section(messages.text("origin.tables"), String.join("\n", origin.tables()));
    }
    parameters(run.parameters());
    if (run.resultHash() != null) {
      Label hash = section(messages.text("origin.hash"), shortened(run.resultHash()));
      hash.getStyleClass().add("code");
      hash.setTooltip(new Tooltip(run.resultHash()));
    }
    section(messages.text("origin.software"), "Liftwerk " + run.software());
  }

  private String job(RunRecord run) {
    return messages.textOr("job." + run.job(), run.job());
  }

  private Label section(String name, String value) {
    Label text = Ui.paragraph(value);
    body.getChildren().add(new VBox(2, Ui.label(name, "muted", "small"), text));
    return text;
  }

  private void parameters(JsonNode parameters) {
    var lines = new VBox(2, Ui.label(messages.text("origin.parameters"), "muted", "small"));
    for (Map.Entry<String, JsonNode> entry : parameters.properties()) {
      JsonNode value = entry.getValue();
      if (!value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
        lines
            .getChildren()
            .add(Ui.paragraph(entry.getKey() + " " + (value.isTextual() ? value.asText() : value)));
      }
    }
    body.getChildren().add(lines);
  }

  private static String shortened(String hash) {
    return hash.length() <= 16 ? hash : hash.substring(0, 12) + "…";
  }
}
