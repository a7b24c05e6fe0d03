package io.liftwerk.app.window.lifetime;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Form;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.workspace.TableInfo;
import java.time.LocalDate;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Which table holds the purchases, who bought when for how much, and how far to look ahead. */
final class PurchaseControls extends VBox {
  private static final List<String> UNITS = List.of("day", "week", "month");
  private static final List<String> HORIZONS = List.of("3", "6", "12", "24", "36");

  private final Messages messages;
  private final PurchasesModel model;
  private final Form form;
  private final String none;
  private final ComboBox<String> table;
  private final ComboBox<String> customer;
  private final ComboBox<String> date;
  private final ComboBox<String> value;
  private final ComboBox<String> unit;
  private final ComboBox<String> months;
  private final TextField discount;
  private final TextField currency;
  private final TextField until;
  private final TextField calibration;
  private final Button work;
  private final ToggleButton more;
  private boolean special;

  PurchaseControls(Messages messages, PurchasesModel model) {
    super(8);
    this.messages = messages;
    this.model = model;
    this.form = new Form(messages);
    none = messages.text("ltv.value.none");
    getStyleClass().add("controls");
    table = form.tables(model::table);
    customer = form.choice(name -> name, name -> model.set(model.settings().withCustomer(name)));
    date = form.choice(name -> name, name -> model.set(model.settings().withDate(name)));
    value = form.optional(none, name -> model.set(model.settings().withValue(name)));
    unit = form.choice(name -> messages.text("ltv.unit." + name), name -> horizon());
    months = form.choice(name -> messages.text("ltv.months", name), name -> horizon());
    discount = form.typed(text -> horizon());
    currency = form.typed(text -> scope());
    until = form.typed(text -> scope());
    calibration = form.typed(text -> scope());
    currency.setPromptText(messages.text("leads.automatic"));
    until.setPromptText(messages.text("ltv.until.prompt"));
    calibration.setPromptText(messages.text("leads.automatic"));
    work = Ui.primary(messages.text("ltv.work"), this::work);
    work.getStyleClass().add("small");
    work.setDefaultButton(true);
    FlowPane options =
        Form.line(
            form.field(messages.text("ltv.unit"), unit, 110),
            form.field(messages.text("ltv.discount"), discount, 110),
            form.field(messages.text("ltv.currency"), currency, 100),
            form.field(messages.text("ltv.until"), until, 140),
            form.field(messages.text("ltv.calibration"), calibration, 140));
    options.getStyleClass().add("options");
    more = form.more(options);
    getChildren()
        .addAll(
            Form.line(
                form.field(messages.text("leads.table"), table, 190),
                form.field(messages.text("ltv.customer"), customer, 150),
                form.field(messages.text("ltv.date"), date, 150),
                form.field(messages.text("ltv.value"), value, 150),
                form.field(messages.text("ltv.horizon"), months, 110),
                work,
                more),
            options);
    model.settingsProperty().subscribe(this::show);
    model.tables().addListener((ListChangeListener<TableInfo>) change -> show(model.settings()));
  }

  private void horizon() {
    PurchaseSettings settings = model.settings();
    String typed = discount.getText() == null ? "" : discount.getText().replace("%", "").strip();
    double rate = form.number(typed).map(percent -> percent / 100).orElse(settings.discount());
    String nextUnit = unit.getValue() == null ? settings.unit() : unit.getValue();
    int nextMonths =
        months.getValue() == null ? settings.months() : Integer.parseInt(months.getValue());
    set(settings.withHorizon(nextUnit, nextMonths, rate));
    discount.setText(percent(model.settings()));
  }

  private void scope() {
    PurchaseSettings settings = model.settings();
    String code = text(currency);
    set(
        settings.withScope(
            code.isEmpty() ? null : code.toUpperCase(java.util.Locale.ROOT),
            day(until, settings.until()),
            day(calibration, settings.calibration())));
  }

  private @Nullable LocalDate day(TextField field, @Nullable LocalDate before) {
    String typed = text(field);
    if (typed.isEmpty()) {
      return null;
    }
    LocalDate day = form.day(typed).orElse(before);
    field.setText(day == null ? "" : day.toString());
    return day;
  }

  private static String text(TextField field) {
    return field.getText() == null ? "" : field.getText().strip();
  }

  private void set(PurchaseSettings next) {
    if (!next.equals(model.settings())) {
      model.set(next);
    }
  }

  private String percent(PurchaseSettings settings) {
    return form.typed(settings.discount() * 100) + " %";
  }

  private void work() {
    horizon();
    scope();
    model.train(messages.text("job.title.ltv", String.valueOf(model.settings().table())));
  }

  private void show(PurchaseSettings settings) {
    List<String> columns = model.columns().stream().map(TableInfo.Column::name).toList();
    form.show(
        () -> {
          Form.fill(
              table,
              model.tables().stream().map(info -> info.ref().toString()).toList(),
              settings.table());
          Form.fill(customer, columns, settings.customer());
          Form.fill(date, columns, settings.date());
          Form.fill(value, none, columns, settings.value());
          Form.fill(unit, UNITS, settings.unit());
          Form.fill(months, HORIZONS, String.valueOf(settings.months()));
          shown(discount, percent(settings));
          shown(currency, settings.currency() == null ? "" : settings.currency());
          shown(until, settings.until() == null ? "" : settings.until().toString());
          shown(
              calibration, settings.calibration() == null ? "" : settings.calibration().toString());
          work.setDisable(settings.request() == null);
        });
    if (settings.isSpecial() && !special) {
      more.setSelected(true);
    }
    special = settings.isSpecial();
  }

  /** What is being typed is left alone. */
  private static void shown(TextField field, String text) {
    if (!field.isFocused() && !text.equals(field.getText())) {
      field.setText(text);
    }
  }
}
