package io.liftwerk.app.window.segments;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Form;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.app.window.segments.SegmentsModel.Source;
import io.liftwerk.scoring.SegmentRequest;
import io.liftwerk.scoring.SegmentRule;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Whom a new segment shall hold. */
final class SegmentControls extends VBox {
  private static final String TOP = "top";
  private static final String SHARE = "share";
  private static final String AT_LEAST = "least";
  private static final String ALL = "all";

  private final Messages messages;
  private final Form form;
  private final SegmentsModel model;
  private final Consumer<Throwable> problems;
  private final ComboBox<String> source;
  private final ComboBox<String> which;
  private final TextField amount = new TextField("100");
  private final TextField rules = new TextField();
  private final TextField value = new TextField();
  private final TextField cost = new TextField();
  private final TextField name = new TextField();
  private final Button save;

  SegmentControls(Messages messages, SegmentsModel model, Consumer<Throwable> problems) {
    super(8);
    this.messages = messages;
    this.model = model;
    this.problems = problems;
    this.form = new Form(messages);
    getStyleClass().add("controls");
    source = form.choice(this::written, chosen -> {});
    which = form.choice(key -> messages.text("segments.which." + key), this::which);
    which.getItems().setAll(TOP, SHARE, AT_LEAST, ALL);
    which.setValue(TOP);
    rules.setPromptText(messages.text("segments.rules.prompt"));
    value.setPromptText(messages.text("segments.unknown"));
    cost.setPromptText("0");
    name.setPromptText(messages.text("segments.name.prompt"));
    save = Ui.primary(messages.text("segments.save"), this::save);
    save.getStyleClass().add("small");
    save.setDefaultButton(true);
    save.disableProperty()
        .bind(
            name.textProperty()
                .map(String::isBlank)
                .orElse(true)
                .flatMap(blank -> model.savingProperty().map(saving -> blank || saving)));
    FlowPane who =
        Form.line(
            form.field(messages.text("segments.source"), source, 260),
            form.field(messages.text("segments.which"), which, 180),
            form.field(messages.text("segments.amount"), amount, 90),
            form.field(messages.text("segments.rules"), rules, 320));
    FlowPane worth =
        Form.line(
            form.field(messages.text("segments.value"), value, 120),
            form.field(messages.text("segments.cost"), cost, 120),
            form.field(messages.text("segments.name"), name, 220),
            save);
    getChildren().addAll(who, worth);
    model.shownProperty().subscribe(this::show);
  }

  private String written(String key) {
    int bar = key.indexOf('|');
    String of = key.substring(0, bar);
    String scored = key.substring(bar + 1);
    String known = messages.textOr("segments.of." + of, of);
    return scored.isEmpty()
        ? known
        : known + " · " + (scored.startsWith("bronze.") ? scored.substring(7) : scored);
  }

  private static String key(Source source) {
    String scored = source.scored();
    return source.of() + "|" + (scored == null ? "" : scored);
  }

  private void which(String key) {
    amount.setDisable(key.equals(ALL));
    switch (key) {
      case TOP -> amount.setText("100");
      case SHARE -> amount.setText("10 %");
      case AT_LEAST -> amount.setText(form.typed(0.5));
      default -> amount.setText("");
    }
  }

  private void show(SegmentsModel.@Nullable Shown shown) {
    if (shown == null) {
      return;
    }
    List<String> keys = shown.sources().stream().map(SegmentControls::key).toList();
    String present = source.getValue();
    form.show(
        () ->
            Form.fill(
                source,
                keys,
                present != null && keys.contains(present)
                    ? present
                    : keys.isEmpty() ? null : keys.getFirst()));
  }

  private void save() {
    String chosen = source.getValue();
    if (chosen == null) {
      return;
    }
    try {
      SegmentRequest request = request(chosen);
      model.save(messages.text("job.title.segment", request.name()), request);
    } catch (WorkbenchException e) {
      problems.accept(e);
    }
  }

  private SegmentRequest request(String chosen) {
    int bar = chosen.indexOf('|');
    String scored = chosen.substring(bar + 1);
    String how = which.getValue();
    String typed = amount.getText() == null ? "" : amount.getText().strip();
    return new SegmentRequest(
        name.getText(),
        chosen.substring(0, bar),
        scored.isEmpty() ? null : scored,
        null,
        TOP.equals(how) ? Long.valueOf(Math.round(number(typed))) : null,
        SHARE.equals(how) ? Double.valueOf(number(typed.replace("%", "").strip()) / 100) : null,
        AT_LEAST.equals(how) ? Double.valueOf(number(typed)) : null,
        rules(),
        text(value).isEmpty() ? null : Double.valueOf(number(text(value))),
        text(cost).isEmpty() ? 0 : number(text(cost)),
        "");
  }

  private List<SegmentRule> rules() {
    var list = new ArrayList<SegmentRule>();
    for (String rule : text(rules).split(";")) {
      if (!rule.isBlank()) {
        list.add(SegmentRule.parse(rule));
      }
    }
    return list;
  }

  private static String text(TextField field) {
    return field.getText() == null ? "" : field.getText().strip();
  }

  private double number(String typed) {
    return form.number(typed)
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "segment-size",
                    messages.text("segments.no.number", typed),
                    messages.text("segments.no.number.hint")));
  }
}
