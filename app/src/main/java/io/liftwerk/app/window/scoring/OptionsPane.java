package io.liftwerk.app.window.scoring;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Form;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.scoring.ScoringOptions;
import io.liftwerk.workspace.TableInfo;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What most users leave as it is: what a win is worth, how to divide, whom to compare. */
final class OptionsPane extends VBox {
  private static final double COLUMN = 168;
  private static final double NUMBER = 118;

  private final ScoringModel model;
  private final Form form;
  private final String automatic;
  private final String bySeed;
  private final String none;
  private final TextField value;
  private final TextField cost;
  private final TextField capacity;
  private final TextField seed;
  private final ComboBox<String> id;
  private final ComboBox<String> split;
  private final ComboBox<String> time;
  private final ComboBox<String> compare;
  private final CheckBox balance;

  OptionsPane(Messages messages, ScoringModel model, ScoringWords words) {
    super(8);
    this.model = model;
    this.form = new Form(messages);
    automatic = messages.text("leads.automatic");
    bySeed = messages.text("leads.split.seed");
    none = messages.text("leads.exclude.none");
    value = form.typed(text -> money());
    cost = form.typed(text -> money());
    capacity = form.typed(text -> money());
    seed = form.typed(this::seed);
    id = form.optional(automatic, column -> model.set(model.settings().withId(column)));
    split = form.optional(bySeed, model::split);
    time = form.optional(none, column -> model.set(model.settings().withTime(column)));
    compare = form.optional(none, column -> model.set(model.settings().withFairness(column)));
    balance = Ui.checkBox(messages.text("options.balance"));
    balance.setOnAction(event -> model.set(model.settings().withBalanced(balance.isSelected())));
    value.setPromptText(messages.text("options.value.prompt"));
    cost.setPromptText(form.typed(0.0));
    capacity.setPromptText(messages.text("options.capacity.prompt"));
    getStyleClass().add("options");
    getChildren()
        .addAll(
            Form.line(
                form.field(words.say("value.win"), value, NUMBER),
                form.field(messages.text("options.cost"), cost, NUMBER),
                form.field(messages.text("options.capacity"), capacity, NUMBER),
                form.field(messages.text("options.compare"), compare, COLUMN),
                form.field(messages.text("options.id"), id, COLUMN)),
            Form.line(
                form.field(messages.text("leads.split"), split, COLUMN),
                form.field(messages.text("options.time"), time, COLUMN),
                form.field(messages.text("leads.seed"), seed, 86),
                balance));
  }

  void focusMoney() {
    value.requestFocus();
  }

  /** Takes what was typed and not yet left. */
  void take() {
    money();
    seed(seed.getText());
  }

  private void seed(String text) {
    String digits = text.replaceAll("[^0-9]", "");
    if (!digits.isEmpty() && digits.length() < 18) {
      model.seed(Long.parseLong(digits));
    }
    seed.setText(String.valueOf(model.settings().seed()));
  }

  /** Takes the numbers; a text that is none is put back. */
  private void money() {
    ScoringOptions present = model.settings().options();
    Double win = number(value, present.value());
    Double contact = number(cost, present.cost());
    Double most =
        number(capacity, present.capacity() == null ? null : Double.valueOf(present.capacity()));
    ScoringSettings next =
        model
            .settings()
            .withMoney(win, contact, most == null ? null : Long.valueOf(Math.round(most)));
    if (!next.equals(model.settings())) {
      model.set(next);
    }
  }

  private @Nullable Double number(TextField field, @Nullable Double before) {
    String text = field.getText() == null ? "" : field.getText().strip();
    if (text.isEmpty()) {
      return null;
    }
    Optional<Double> number = form.number(text);
    if (number.isEmpty()) {
      field.setText(form.typed(before));
    }
    return number.orElse(before);
  }

  void show(ScoringSettings settings) {
    List<String> columns = model.columns().stream().map(TableInfo.Column::name).toList();
    List<String> dates =
        model.columns().stream()
            .filter(column -> column.type().startsWith("DATE") || column.type().startsWith("TIME"))
            .map(TableInfo.Column::name)
            .toList();
    List<String> others = columns.stream().filter(name -> !name.equals(settings.target())).toList();
    ScoringOptions options = settings.options();
    form.show(
        () -> {
          Form.fill(id, automatic, others, settings.id());
          Form.fill(split, bySeed, others, settings.split());
          Form.fill(time, none, dates, options.time());
          Form.fill(compare, none, others, options.fairness());
          balance.setSelected(options.balanced());
          shown(value, form.typed(options.value()));
          shown(cost, form.typed(options.cost()));
          Long most = options.capacity();
          shown(capacity, most == null ? "" : String.valueOf(most));
          shown(seed, String.valueOf(settings.seed()));
        });
  }

  /** What is being typed is left alone. */
  private static void shown(TextField field, String text) {
    if (!field.isFocused() && !text.equals(field.getText())) {
      field.setText(text);
    }
  }
}
