package io.liftwerk.app.window.lifetime;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Choices;
import io.liftwerk.app.window.control.Form;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.scoring.ContractColumns;
import io.liftwerk.workspace.TableInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Which table holds the contracts, how long each ran, and what is compared. */
final class ContractControls extends VBox {
  private static final List<String> HORIZONS = List.of("3", "6", "12", "24", "36", "60");
  private static final double COLUMN = 150;

  private final Messages messages;
  private final ContractsModel model;
  private final Form form;
  private final String none;
  private final ComboBox<String> table;
  private final ComboBox<String> duration;
  private final ComboBox<String> churned;
  private final ComboBox<String> start;
  private final ComboBox<String> end;
  private final ComboBox<String> group;
  private final ComboBox<String> value;
  private final ComboBox<String> months;
  private final TextField discount;
  private final TextField until;
  private final Button columns;
  private final Button work;

  ContractControls(Messages messages, ContractsModel model) {
    super(8);
    this.messages = messages;
    this.model = model;
    this.form = new Form(messages);
    none = messages.text("leads.exclude.none");
    getStyleClass().add("controls");
    table = form.tables(model::table);
    duration = form.optional(none, this::duration);
    churned =
        form.optional(
            none,
            name ->
                time(new ContractColumns(time().start(), time().end(), time().duration(), name)));
    start =
        form.optional(
            none, name -> time(new ContractColumns(name, time().end(), null, time().churned())));
    end =
        form.optional(
            none, name -> time(new ContractColumns(time().start(), name, null, time().churned())));
    group = form.optional(none, name -> model.set(model.settings().withGroup(name)));
    value = form.optional(none, name -> model.set(model.settings().withValue(name)));
    months = form.choice(name -> name, name -> horizon());
    discount = form.typed(text -> horizon());
    until = form.typed(text -> horizon());
    until.setPromptText(messages.text("contracts.until.prompt"));
    columns = Ui.button("", Feather.FILTER, this::chooseColumns);
    columns.getStyleClass().add("small");
    work = Ui.primary(messages.text("ltv.work"), this::work);
    work.getStyleClass().add("small");
    work.setDefaultButton(true);
    FlowPane options =
        Form.line(
            form.field(messages.text("contracts.start"), start, COLUMN),
            form.field(messages.text("contracts.end"), end, COLUMN),
            form.field(messages.text("contracts.value"), value, COLUMN),
            form.field(messages.text("contracts.horizon"), months, 110),
            form.field(messages.text("ltv.discount"), discount, 110),
            form.field(messages.text("ltv.until"), until, 140));
    options.getStyleClass().add("options");
    var more = form.more(options);
    getChildren()
        .addAll(
            Form.line(
                form.field(messages.text("leads.table"), table, 190),
                form.field(messages.text("contracts.duration"), duration, COLUMN),
                form.field(messages.text("contracts.churned"), churned, COLUMN),
                form.field(messages.text("contracts.group"), group, COLUMN),
                form.field(messages.text("contracts.columns"), columns, -1),
                work,
                more),
            options);
    model.settingsProperty().subscribe(this::show);
    model.tables().addListener((ListChangeListener<TableInfo>) change -> show(model.settings()));
  }

  private ContractColumns time() {
    return model.settings().time();
  }

  /** A duration takes the place of days of start and end, which it excludes. */
  private void duration(@Nullable String name) {
    time(
        name == null
            ? new ContractColumns(time().start(), time().end(), null, time().churned())
            : new ContractColumns(null, null, name, time().churned()));
  }

  private void time(ContractColumns next) {
    model.set(model.settings().withTime(next));
  }

  private void horizon() {
    ContractSettings settings = model.settings();
    String typed = discount.getText() == null ? "" : discount.getText().replace("%", "").strip();
    double rate = form.number(typed).map(percent -> percent / 100).orElse(settings.discount());
    int next = months.getValue() == null ? settings.months() : Integer.parseInt(months.getValue());
    String last = until.getText() == null ? "" : until.getText().strip();
    LocalDate day = last.isEmpty() ? null : form.day(last).orElse(settings.until());
    ContractSettings changed = settings.withHorizon(next, rate, day);
    if (!changed.equals(settings)) {
      model.set(changed);
    }
    discount.setText(percent(model.settings()));
    until.setText(day == null ? "" : day.toString());
  }

  private String percent(ContractSettings settings) {
    return form.typed(settings.discount() * 100) + " %";
  }

  private void work() {
    horizon();
    model.train(messages.text("job.title.churn-time", String.valueOf(model.settings().table())));
  }

  private void show(ContractSettings settings) {
    List<String> names = model.columns().stream().map(TableInfo.Column::name).toList();
    form.show(
        () -> {
          Form.fill(
              table,
              model.tables().stream().map(info -> info.ref().toString()).toList(),
              settings.table());
          Form.fill(duration, none, names, settings.time().duration());
          Form.fill(churned, none, names, settings.time().churned());
          Form.fill(start, none, names, settings.time().start());
          Form.fill(end, none, names, settings.time().end());
          Form.fill(group, none, names, settings.group());
          Form.fill(value, none, names, settings.value());
          Form.fill(months, HORIZONS, String.valueOf(settings.months()));
          if (!discount.isFocused()) {
            discount.setText(percent(settings));
          }
          LocalDate last = settings.until();
          if (!until.isFocused()) {
            until.setText(last == null ? "" : last.toString());
          }
          columns.setText(chosen(settings));
          work.setDisable(settings.request() == null);
        });
  }

  private String chosen(ContractSettings settings) {
    return switch (settings.columns().size()) {
      case 0 -> none;
      case 1, 2 -> String.join(", ", new TreeSet<>(settings.columns()));
      default -> messages.text("leads.exclude.many", settings.columns().size());
    };
  }

  private void chooseColumns() {
    ContractSettings settings = model.settings();
    List<String> names =
        model.columns().stream()
            .map(TableInfo.Column::name)
            .filter(name -> !name.equals(settings.time().duration()))
            .filter(name -> !name.equals(settings.time().churned()))
            .toList();
    new Choices(messages.text("contracts.columns"), messages.text("grid.columns.find"))
        .show(
            columns,
            names,
            settings.columns(),
            ticked -> model.set(model.settings().withColumns(ticked)));
  }
}
