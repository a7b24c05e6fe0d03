package io.liftwerk.app.window.uplift;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Choices;
import io.liftwerk.app.window.control.Form;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.app.window.uplift.UpliftSettings.Arms;
import io.liftwerk.app.window.uplift.UpliftSettings.Money;
import io.liftwerk.app.window.uplift.UpliftSettings.Rest;
import io.liftwerk.workspace.TableInfo;
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

/** Which table holds the experiment, who was treated, what came of it and what it is worth. */
final class UpliftControls extends VBox {
  private static final List<String> LEARNERS =
      List.of("", "all", "t", "s", "ddr", "x", "dr", "class", "transformed", "forest");
  private static final double COLUMN = 150;
  private static final double SUM = 96;

  private final Messages messages;
  private final UpliftModel model;
  private final Form form;
  private final String none;
  private final String others;
  private final ComboBox<String> table;
  private final ComboBox<String> treatment;
  private final ComboBox<String> control;
  private final ComboBox<String> treated;
  private final ComboBox<String> outcome;
  private final ComboBox<String> learner;
  private final ComboBox<String> split;
  private final ComboBox<String> propensity;
  private final ComboBox<String> id;
  private final TextField value;
  private final TextField cost;
  private final TextField budget;
  private final TextField seed;
  private final Button exclude;
  private final Button work;

  UpliftControls(Messages messages, UpliftModel model) {
    super(8);
    this.messages = messages;
    this.model = model;
    this.form = new Form(messages);
    none = messages.text("leads.exclude.none");
    others = messages.text("uplift.treated.all");
    getStyleClass().add("controls");
    table = form.tables(model::table);
    treatment =
        form.choice(
            name -> name, name -> model.set(set().withArms(new Arms(name, null, List.of()))));
    control = form.choice(name -> name, this::control);
    treated = form.choice(name -> name, this::treated);
    outcome = form.choice(name -> name, name -> model.set(set().withOutcome(name)));
    learner =
        form.choice(
            this::learner,
            name -> model.set(set().withLearners(name.isEmpty() ? List.of() : names(name))));
    split =
        form.optional(messages.text("leads.split.seed"), name -> model.set(set().withSplit(name)));
    propensity = form.optional(none, name -> model.set(set().withRest(rest(id(), name))));
    id =
        form.optional(
            messages.text("leads.automatic"),
            name -> model.set(set().withRest(rest(name, set().rest().propensity()))));
    value = sum("options.value.prompt");
    cost = sum("options.value.prompt");
    budget = sum("uplift.budget.prompt");
    seed = form.typed(text -> seed());
    exclude = Ui.button("", Feather.FILTER, this::chooseColumns);
    exclude.getStyleClass().add("small");
    work = Ui.primary(messages.text("ltv.work"), this::work);
    work.getStyleClass().add("small");
    work.setDefaultButton(true);
    FlowPane options =
        Form.line(
            form.field(messages.text("uplift.learner"), learner, 210),
            form.field(messages.text("leads.split"), split, COLUMN + 40),
            form.field(messages.text("leads.exclude"), exclude, -1),
            form.field(messages.text("uplift.propensity"), propensity, COLUMN),
            form.field(messages.text("options.id"), id, COLUMN),
            form.field(messages.text("leads.seed"), seed, 70));
    options.getStyleClass().add("options");
    var more = form.more(options);
    getChildren()
        .addAll(
            Form.line(
                form.field(messages.text("leads.table"), table, 170),
                form.field(messages.text("uplift.treatment"), treatment, COLUMN),
                form.field(messages.text("uplift.control"), control, COLUMN),
                form.field(messages.text("uplift.treated"), treated, COLUMN),
                form.field(messages.text("uplift.outcome"), outcome, COLUMN),
                form.field(messages.text("uplift.value"), value, SUM),
                form.field(messages.text("options.cost"), cost, SUM),
                form.field(messages.text("uplift.budget"), budget, SUM),
                work,
                more),
            options);
    model.settingsProperty().subscribe(this::show);
    model.tables().addListener((ListChangeListener<TableInfo>) change -> show(set()));
    model.values().addListener((ListChangeListener<String>) change -> show(set()));
  }

  private UpliftSettings set() {
    return model.settings();
  }

  private @Nullable String id() {
    return set().rest().id();
  }

  private Rest rest(@Nullable String person, @Nullable String chance) {
    return new Rest(person, chance, set().rest().keep(), set().rest().seed());
  }

  private static List<String> names(String joined) {
    return List.of(joined.split(", "));
  }

  private String learner(String name) {
    return name.isEmpty()
        ? messages.text("uplift.learner.usual")
        : messages.textOr("uplift.learner." + name, name);
  }

  private void control(String name) {
    Arms arms = set().arms();
    List<String> left = arms.treated().stream().filter(one -> !one.equals(name)).toList();
    model.set(set().withArms(new Arms(arms.treatment(), name, left)));
  }

  private void treated(String name) {
    Arms arms = set().arms();
    List<String> values = name.equals(others) ? List.of() : List.of(name);
    model.set(set().withArms(new Arms(arms.treatment(), arms.control(), values)));
  }

  private TextField sum(String prompt) {
    TextField field = form.typed(text -> money());
    field.setPromptText(messages.text(prompt));
    return field;
  }

  private void money() {
    Money present = set().money();
    Money next =
        new Money(
            typed(value, present.value()),
            typed(cost, present.cost()),
            typed(budget, present.budget()));
    if (!next.equals(present)) {
      model.set(set().withMoney(next));
    }
    money(set().money());
  }

  private @Nullable Double typed(TextField field, @Nullable Double before) {
    String text = field.getText() == null ? "" : field.getText().strip();
    return text.isEmpty() ? null : form.number(text).orElse(before);
  }

  private void money(Money money) {
    value.setText(form.typed(money.value()));
    cost.setText(form.typed(money.cost()));
    budget.setText(form.typed(money.budget()));
  }

  private void seed() {
    Rest rest = set().rest();
    String text = seed.getText() == null ? "" : seed.getText().strip();
    long next = text.matches("\\d{1,18}") ? Long.parseLong(text) : rest.seed();
    if (next != rest.seed()) {
      model.set(set().withRest(new Rest(rest.id(), rest.propensity(), rest.keep(), next)));
    }
    seed.setText(Long.toString(set().rest().seed()));
  }

  private void work() {
    money();
    seed();
    model.train(messages.text("job.title.uplift", String.valueOf(set().table())));
  }

  private void show(UpliftSettings settings) {
    List<String> names = model.columns().stream().map(TableInfo.Column::name).toList();
    Arms arms = settings.arms();
    List<String> values = List.copyOf(model.values());
    form.show(
        () -> {
          Form.fill(
              table,
              model.tables().stream().map(info -> info.ref().toString()).toList(),
              settings.table());
          Form.fill(treatment, names, arms.treatment());
          Form.fill(control, values, arms.control());
          Form.fill(
              treated,
              others,
              values.stream().filter(one -> !one.equals(arms.control())).toList(),
              arms.treated().isEmpty() ? null : String.join(", ", arms.treated()));
          Form.fill(outcome, names, settings.outcome());
          Form.fill(learner, LEARNERS, String.join(", ", settings.learners()));
          Form.fill(split, messages.text("leads.split.seed"), names, settings.split());
          Form.fill(propensity, none, names, settings.rest().propensity());
          Form.fill(id, messages.text("leads.automatic"), names, settings.rest().id());
          if (!value.isFocused() && !cost.isFocused() && !budget.isFocused()) {
            money(settings.money());
          }
          if (!seed.isFocused()) {
            seed.setText(Long.toString(settings.rest().seed()));
          }
          exclude.setText(excluded(settings));
          work.setDisable(settings.request() == null);
        });
  }

  private String excluded(UpliftSettings settings) {
    return switch (settings.exclude().size()) {
      case 0 -> none;
      case 1, 2 -> String.join(", ", new TreeSet<>(settings.exclude()));
      default -> messages.text("leads.exclude.many", settings.exclude().size());
    };
  }

  private void chooseColumns() {
    UpliftSettings settings = set();
    List<String> names =
        model.columns().stream()
            .map(TableInfo.Column::name)
            .filter(name -> !name.equals(settings.arms().treatment()))
            .filter(name -> !name.equals(settings.outcome()))
            .toList();
    new Choices(messages.text("leads.exclude"), messages.text("grid.columns.find"))
        .show(exclude, names, settings.exclude(), ticked -> model.set(set().withExclude(ticked)));
  }
}
