package io.liftwerk.app.window.bandit;

import io.liftwerk.app.window.bandit.SimulationSettings.Source;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Form;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.workspace.TableInfo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Whose rates are played, how many contacts there are, and by which policies. */
final class SimulationControls extends VBox {
  private static final List<String> POLICIES =
      List.of("", "thompson", "ucb1", "epsilon-greedy", "softmax", "linucb", "lints");
  private static final double COLUMN = 150;

  private final Messages messages;
  private final SimulationModel model;
  private final Form form;
  private final String typed;
  private final String none;
  private final ComboBox<String> table;
  private final TextField rates;
  private final ComboBox<String> arm;
  private final ComboBox<String> outcome;
  private final ComboBox<String> segment;
  private final TextField contacts;
  private final TextField periods;
  private final TextField value;
  private final ComboBox<String> policy;
  private final List<VBox> ofTable;
  private final VBox ofRates;
  private final Button work;

  SimulationControls(Messages messages, SimulationModel model) {
    super(8);
    this.messages = messages;
    this.model = model;
    this.form = new Form(messages);
    typed = messages.text("bandit.rates.typed");
    none = messages.text("leads.exclude.none");
    getStyleClass().add("controls");
    table = form.optional(typed, this::table);
    rates = form.typed(this::rates);
    arm = form.choice(name -> name, name -> source(name, source().outcome(), source().segment()));
    outcome = form.choice(name -> name, name -> source(source().arm(), name, source().segment()));
    segment = form.optional(none, name -> source(source().arm(), source().outcome(), name));
    contacts = form.typed(text -> size());
    periods = form.typed(text -> size());
    value = form.typed(text -> size());
    value.setPromptText(messages.text("options.value.prompt"));
    policy =
        form.choice(
            this::policy,
            name -> model.set(set().withPolicies(name.isEmpty() ? List.of() : List.of(name))));
    work = Ui.primary(messages.text("bandit.play"), this::work);
    work.getStyleClass().add("small");
    work.setDefaultButton(true);
    ofRates = form.field(messages.text("bandit.rates"), rates, 260);
    ofTable =
        List.of(
            form.field(messages.text("bandit.arm"), arm, COLUMN),
            form.field(messages.text("uplift.outcome"), outcome, COLUMN),
            form.field(messages.text("bandit.segment"), segment, COLUMN));
    var line = Form.line(form.field(messages.text("bandit.from"), table, 190), ofRates);
    line.getChildren().addAll(ofTable);
    line.getChildren()
        .addAll(
            form.field(messages.text("bandit.contacts"), contacts, 110),
            form.field(messages.text("bandit.periods"), periods, 80),
            form.field(messages.text("uplift.value"), value, 110),
            form.field(messages.text("bandit.policies"), policy, COLUMN),
            work);
    getChildren().add(line);
    model.settingsProperty().subscribe(this::show);
    model.tables().addListener((ListChangeListener<TableInfo>) change -> show(set()));
  }

  private SimulationSettings set() {
    return model.settings();
  }

  private Source source() {
    return set().source();
  }

  private void source(@Nullable String a, @Nullable String o, @Nullable String s) {
    model.set(set().withSource(new Source(a, o, s)));
  }

  private void table(@Nullable String name) {
    if (name == null) {
      model.set(set().withTable(null));
    } else {
      model.table(name);
    }
  }

  private String policy(String name) {
    return name.isEmpty()
        ? messages.text("bandit.policies.all")
        : Arrays.stream(name.split(", "))
            .map(one -> messages.textOr("bandit.policy." + one, one))
            .collect(Collectors.joining(", "));
  }

  private void rates(String text) {
    Rates.parse(form, text)
        .filter(parsed -> set().table() == null)
        .filter(
            parsed ->
                !parsed.arms().equals(set().arms()) || !parsed.chances().equals(set().rates()))
        .ifPresent(parsed -> model.set(set().withRates(parsed.arms(), parsed.chances())));
    rates.setText(new Rates(set().arms(), set().rates()).typed(form));
  }

  private void size() {
    SimulationSettings present = set();
    String worth = value.getText() == null ? "" : value.getText().strip();
    SimulationSettings next =
        present.withSize(
            whole(contacts, present.contacts()),
            (int) Math.min(Integer.MAX_VALUE, whole(periods, present.periods())),
            worth.isEmpty() ? null : form.number(worth).orElse(present.value()));
    if (!next.equals(present)) {
      model.set(next);
    }
    size(set());
  }

  private long whole(TextField field, long before) {
    String text = field.getText() == null ? "" : field.getText().strip();
    return form.number(text).map(Math::round).filter(number -> number > 0).orElse(before);
  }

  private void size(SimulationSettings settings) {
    contacts.setText(form.typed((double) settings.contacts()));
    periods.setText(form.typed((double) settings.periods()));
    value.setText(form.typed(settings.value()));
  }

  private void work() {
    rates(rates.getText() == null ? "" : rates.getText());
    size();
    model.train(messages.text("job.title.bandit-simulate"));
  }

  private void show(SimulationSettings settings) {
    List<String> names = model.columns().stream().map(TableInfo.Column::name).toList();
    boolean given = settings.table() == null;
    form.show(
        () -> {
          Form.fill(
              table,
              typed,
              model.tables().stream().map(info -> info.ref().toString()).toList(),
              settings.table());
          Form.fill(arm, names, settings.source().arm());
          Form.fill(outcome, names, settings.source().outcome());
          Form.fill(segment, none, names, settings.source().segment());
          Form.fill(policy, POLICIES, String.join(", ", settings.policies()));
          Ui.show(ofRates, given);
          ofTable.forEach(field -> Ui.show(field, !given));
          if (!rates.isFocused()) {
            rates.setText(new Rates(settings.arms(), settings.rates()).typed(form));
          }
          if (!contacts.isFocused() && !periods.isFocused() && !value.isFocused()) {
            size(settings);
          }
          work.setDisable(settings.request() == null);
        });
  }
}
