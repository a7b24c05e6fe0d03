package io.liftwerk.app.window.scoring;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Choices;
import io.liftwerk.app.window.control.Form;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.scoring.OutcomeValues;
import io.liftwerk.workspace.TableInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What to learn from what: table, outcome, exclusions; the rest unfolds below. */
final class ScoringControls extends VBox {
  private static final int MOST_VALUES = 6;

  private final Messages messages;
  private final ScoringModel model;
  private final ScoringWords words;
  private final Form form;
  private final ComboBox<String> table;
  private final ComboBox<String> target;
  private final ComboBox<String> positive;
  private final Button exclude;
  private final Button train;
  private final ToggleButton more;
  private final OptionsPane options;
  private final Label values = Ui.label("", "muted", "small");
  private final String automatic;
  private boolean special;

  ScoringControls(Messages messages, ScoringModel model) {
    super(8);
    this.messages = messages;
    this.model = model;
    this.words = new ScoringWords(messages, model.purpose());
    this.form = new Form(messages);
    automatic = messages.text("leads.automatic");
    getStyleClass().add("controls");
    table = form.tables(model::table);
    target = form.choice(name -> name, model::target);
    positive =
        form.choice(
            value -> value.equals(automatic) ? value : shown(value),
            value -> model.positive(value.equals(automatic) ? null : value));
    exclude = Ui.button("", Feather.FILTER, this::chooseExcluded);
    exclude.getStyleClass().add("small");
    train = Ui.primary(messages.text("leads.train"), this::train);
    train.getStyleClass().add("small");
    train.setDefaultButton(true);
    options = new OptionsPane(messages, model, words);
    more = form.more(options);
    getChildren()
        .addAll(
            Form.line(
                form.field(messages.text("leads.table"), table, 190),
                form.field(messages.text("leads.target"), target, 150),
                form.field(words.say("positive"), positive, 130),
                form.field(messages.text("leads.exclude"), exclude, -1),
                train,
                more),
            values,
            options);
    model.settingsProperty().subscribe(this::show);
    model.tables().addListener((ListChangeListener<TableInfo>) change -> show(model.settings()));
    model
        .targetValues()
        .addListener((ListChangeListener<OutcomeValues.Value>) change -> show(model.settings()));
  }

  /** Unfolds the further options and goes to what a win is worth. */
  void askForMoney() {
    more.setSelected(true);
    options.focusMoney();
  }

  private void train() {
    options.take();
    model.train(words.say("job", String.valueOf(model.settings().table())));
  }

  private void show(ScoringSettings settings) {
    form.show(
        () -> {
          Form.fill(
              table,
              model.tables().stream().map(info -> info.ref().toString()).toList(),
              settings.table());
          Form.fill(
              target,
              model.columns().stream().map(TableInfo.Column::name).toList(),
              settings.target());
          Form.fill(
              positive,
              automatic,
              model.targetValues().stream()
                  .map(OutcomeValues.Value::text)
                  .filter(Objects::nonNull)
                  .map(String::valueOf)
                  .toList(),
              settings.positive());
          exclude.setText(excluded(settings));
          train.setDisable(settings.request() == null);
          values.setText(values(settings));
          Ui.show(values, !values.getText().isEmpty());
        });
    if (settings.isSpecial() && !special) {
      // what was asked for in particular is to be seen
      more.setSelected(true);
    }
    special = settings.isSpecial();
    options.show(settings);
  }

  private String excluded(ScoringSettings settings) {
    return switch (settings.exclude().size()) {
      case 0 -> messages.text("leads.exclude.none");
      case 1, 2 -> String.join(", ", new TreeSet<>(settings.exclude()));
      default -> messages.text("leads.exclude.many", settings.exclude().size());
    };
  }

  private String values(ScoringSettings settings) {
    if (settings.target() == null || model.targetValues().isEmpty()) {
      return "";
    }
    List<OutcomeValues.Value> found = new ArrayList<>(model.targetValues());
    String shown =
        found.stream()
            .limit(MOST_VALUES)
            .map(
                value ->
                    messages.text(
                        "leads.value",
                        value.text() == null
                            ? messages.text("leads.value.open")
                            : shown(value.text()),
                        value.rows()))
            .collect(Collectors.joining(" · "));
    return settings.target() + ": " + shown + (found.size() > MOST_VALUES ? " …" : "");
  }

  /** Values of a yes/no column are stored as true and false. */
  private String shown(String value) {
    boolean yesNo =
        model.columns().stream()
            .anyMatch(
                column ->
                    column.type().equals("BOOLEAN")
                        && column.name().equals(model.settings().target()));
    return yesNo && (value.equals("true") || value.equals("false"))
        ? messages.formats().yesNo(value.equals("true"))
        : value;
  }

  private void chooseExcluded() {
    ScoringSettings settings = model.settings();
    List<String> columns =
        model.columns().stream()
            .map(TableInfo.Column::name)
            .filter(name -> !name.equals(settings.target()))
            .toList();
    new Choices(messages.text("leads.exclude"), messages.text("grid.columns.find"))
        .show(exclude, columns, settings.exclude(), model::exclude);
  }
}
