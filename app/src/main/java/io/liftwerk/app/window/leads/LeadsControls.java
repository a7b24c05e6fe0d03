package io.liftwerk.app.window.leads;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Choices;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.scoring.OutcomeValues;
import io.liftwerk.workspace.TableInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What to learn from what: table, outcome, exclusions, split and seed. */
final class LeadsControls extends VBox {
  private static final int MOST_VALUES = 6;

  private final Messages messages;
  private final LeadsModel model;
  private final ComboBox<String> table = new ComboBox<>();
  private final ComboBox<String> target = new ComboBox<>();
  private final ComboBox<String> positive = new ComboBox<>();
  private final ComboBox<String> split = new ComboBox<>();
  private final TextField seed = new TextField();
  private final Button exclude;
  private final Button train;
  private final Label values = Ui.label("", "muted", "small");
  private final String automatic;
  private final String bySeed;
  private boolean showing;

  LeadsControls(Messages messages, LeadsModel model) {
    super(6);
    this.messages = messages;
    this.model = model;
    automatic = messages.text("leads.automatic");
    bySeed = messages.text("leads.split.seed");
    getStyleClass().add("controls");
    exclude = Ui.button("", Feather.FILTER, this::chooseExcluded);
    exclude.getStyleClass().add("small");
    train = Ui.primary(messages.text("leads.train"), this::train);
    train.getStyleClass().add("small");
    train.setDefaultButton(true);
    seed.setPrefColumnCount(6);
    seed.getStyleClass().add("small");
    FlowPane line =
        new FlowPane(
            14,
            8,
            field("leads.table", table, 190),
            field("leads.target", target, 150),
            field("leads.positive", positive, 130),
            field("leads.exclude", exclude, -1),
            field("leads.split", split, 176),
            field("leads.seed", seed, -1),
            train);
    line.setRowValignment(javafx.geometry.VPos.BOTTOM);
    line.setAlignment(Pos.BOTTOM_LEFT);
    getChildren().addAll(line, values);
    table.setOnAction(event -> chosen(() -> model.table(table.getValue())));
    target.setOnAction(event -> chosen(() -> model.target(target.getValue())));
    positive.setOnAction(
        event ->
            chosen(
                () ->
                    model.positive(
                        automatic.equals(positive.getValue()) ? null : positive.getValue())));
    split.setOnAction(
        event ->
            chosen(() -> model.split(bySeed.equals(split.getValue()) ? null : split.getValue())));
    seed.setOnAction(event -> takeSeed());
    seed.focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                takeSeed();
              }
            });
    table.setConverter(shown(name -> name.startsWith("bronze.") ? name.substring(7) : name));
    positive.setConverter(shown(value -> value.equals(automatic) ? value : shown(value)));
    model.settingsProperty().subscribe(settings -> show(settings));
    model
        .tables()
        .addListener(
            (ListChangeListener<TableInfo>) change -> show(model.settingsProperty().get()));
    model
        .targetValues()
        .addListener(
            (ListChangeListener<OutcomeValues.Value>)
                change -> show(model.settingsProperty().get()));
  }

  private static StringConverter<String> shown(UnaryOperator<String> text) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable String name) {
        return name == null ? "" : text.apply(name);
      }

      @Override
      public String fromString(String typed) {
        return typed;
      }
    };
  }

  private VBox field(String key, Node control, double width) {
    String name = messages.text(key);
    var label = Ui.label(name, "field-label");
    label.setLabelFor(control);
    control.setAccessibleText(name);
    if (control instanceof ComboBox<?> box) {
      box.setPrefWidth(width);
      box.getStyleClass().add("small");
    }
    return new VBox(3, label, control);
  }

  private void chosen(Runnable change) {
    if (!showing) {
      change.run();
    }
  }

  private void takeSeed() {
    if (showing) {
      return;
    }
    String digits = seed.getText().replaceAll("[^0-9]", "");
    if (!digits.isEmpty() && digits.length() < 18) {
      model.seed(Long.parseLong(digits));
    }
    seed.setText(String.valueOf(model.settingsProperty().get().seed()));
  }

  private void train() {
    takeSeed();
    String name = String.valueOf(model.settingsProperty().get().table());
    model.train(messages.text("job.title.leads", name));
  }

  private void show(LeadsModel.Settings settings) {
    showing = true;
    try {
      fill(
          table,
          model.tables().stream().map(info -> info.ref().toString()).toList(),
          settings.table());
      List<String> columns = model.columns().stream().map(TableInfo.Column::name).toList();
      fill(target, columns, settings.target());
      var yes = new ArrayList<String>();
      yes.add(automatic);
      model.targetValues().stream()
          .map(OutcomeValues.Value::text)
          .filter(Objects::nonNull)
          .forEach(yes::add);
      String positiveValue = settings.positive();
      if (positiveValue != null && !yes.contains(positiveValue)) {
        yes.add(positiveValue);
      }
      fill(positive, yes, positiveValue == null ? automatic : positiveValue);
      var splits = new ArrayList<String>();
      splits.add(bySeed);
      splits.addAll(columns);
      fill(split, splits, settings.split() == null ? bySeed : settings.split());
      seed.setText(String.valueOf(settings.seed()));
      seed.setDisable(false);
      exclude.setText(excluded(settings));
      train.setDisable(settings.request() == null);
      values.setText(values(settings));
    } finally {
      showing = false;
    }
  }

  private static void fill(ComboBox<String> box, List<String> items, @Nullable String value) {
    if (!box.getItems().equals(items)) {
      // or the box would go on showing the entry at the old place, whatever its value is
      box.getSelectionModel().clearSelection();
      box.setValue(null);
      box.getItems().setAll(items);
    }
    if (!Objects.equals(box.getValue(), value)) {
      box.setValue(value);
    }
  }

  private String excluded(LeadsModel.Settings settings) {
    return switch (settings.exclude().size()) {
      case 0 -> messages.text("leads.exclude.none");
      case 1, 2 -> String.join(", ", new TreeSet<>(settings.exclude()));
      default -> messages.text("leads.exclude.many", settings.exclude().size());
    };
  }

  private String values(LeadsModel.Settings settings) {
    if (settings.target() == null || model.targetValues().isEmpty()) {
      return "";
    }
    List<OutcomeValues.Value> found = model.targetValues();
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
                        && column.name().equals(model.settingsProperty().get().target()));
    return yesNo && (value.equals("true") || value.equals("false"))
        ? messages.formats().yesNo(value.equals("true"))
        : value;
  }

  private void chooseExcluded() {
    LeadsModel.Settings settings = model.settingsProperty().get();
    List<String> columns =
        model.columns().stream()
            .map(TableInfo.Column::name)
            .filter(name -> !name.equals(settings.target()))
            .toList();
    new Choices(messages.text("leads.exclude"), messages.text("grid.columns.find"))
        .show(exclude, columns, settings.exclude(), model::exclude);
  }
}
