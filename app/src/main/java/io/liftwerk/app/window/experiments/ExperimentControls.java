package io.liftwerk.app.window.experiments;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Form;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.workspace.TableInfo;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Which arms of which table are compared by what. */
final class ExperimentControls extends VBox {
  private static final double COLUMN = 150;
  private static final String BEFORE = ":before";

  private final Messages messages;
  private final ExperimentModel model;
  private final Form form;
  private final String none;
  private final String found;
  private final ComboBox<String> table;
  private final ComboBox<String> arm;
  private final ComboBox<String> control;
  private final ComboBox<String> covariate;
  private final ComboBox<String> date;
  private final ComboBox<String> person;
  private final ComboBox<String> strata;
  private final ComboBox<String> cluster;
  private final CheckBox before;
  private final MetricRows metrics;
  private final RuleControls rules;
  private final HBox plan = new HBox(6);
  private final Label planName = Ui.label("", "muted");
  private final Button work;

  ExperimentControls(Messages messages, ExperimentModel model) {
    super(8);
    this.messages = messages;
    this.model = model;
    this.form = new Form(messages);
    none = messages.text("leads.exclude.none");
    found = messages.text("abtest.person.found");
    getStyleClass().add("controls");
    table = form.tables(model::table);
    arm = form.choice(name -> name, model::arm);
    control = form.choice(name -> name, model::control);
    covariate = form.optional(none, this::covariate);
    date = form.optional(none, name -> model.options(options().withDate(name)));
    person = form.optional(found, name -> model.options(options().withPerson(name)));
    strata = form.optional(none, name -> model.options(options().withStrata(name)));
    cluster = form.optional(none, name -> model.options(options().withCluster(name)));
    before = Ui.checkBox(messages.text("abtest.before"));
    before.setAccessibleText(messages.text("abtest.before"));
    before.setOnAction(event -> covariate(plain(options().covariate())));
    metrics = new MetricRows(messages, model, form);
    rules = new RuleControls(messages, model, form);
    work = Ui.primary(messages.text("abtest.work"), this::work);
    work.getStyleClass().add("small");
    work.setDefaultButton(true);
    FlowPane columns =
        Form.line(
            form.field(messages.text("abtest.person"), person, COLUMN),
            form.field(messages.text("abtest.strata"), strata, COLUMN),
            form.field(messages.text("abtest.cluster"), cluster, COLUMN),
            before);
    var options = new VBox(8, columns, rules);
    options.getStyleClass().add("options");
    plan.setAlignment(Pos.CENTER_LEFT);
    plan.getChildren()
        .setAll(
            Ui.icon(Feather.BOOKMARK),
            planName,
            Ui.iconButton(Feather.X, messages.text("abtest.plan.leave"), this::leavePlan));
    getChildren()
        .addAll(
            Form.line(
                form.field(messages.text("leads.table"), table, 190),
                form.field(messages.text("abtest.arm"), arm, COLUMN),
                form.field(messages.text("abtest.control"), control, COLUMN),
                form.field(messages.text("abtest.covariate"), covariate, COLUMN),
                form.field(messages.text("abtest.date"), date, COLUMN),
                work,
                form.more(options)),
            metrics,
            plan,
            options);
    model.settingsProperty().subscribe(this::show);
    model.tables().addListener((ListChangeListener<TableInfo>) change -> show(model.settings()));
    model.arms().addListener((ListChangeListener<String>) change -> show(model.settings()));
  }

  private ExperimentOptions options() {
    return model.settings().options();
  }

  private void covariate(@Nullable String name) {
    model.options(
        options().withCovariate(name == null || !before.isSelected() ? name : name + BEFORE));
  }

  private static @Nullable String plain(@Nullable String covariate) {
    return covariate != null && covariate.endsWith(BEFORE)
        ? covariate.substring(0, covariate.length() - BEFORE.length())
        : covariate;
  }

  private void leavePlan() {
    ExperimentSettings now = model.settings();
    model.options(now.options().withoutPlan());
  }

  private void work() {
    rules.take();
    model.train(messages.text("job.title.abtest", String.valueOf(model.settings().table())));
  }

  private void show(ExperimentSettings settings) {
    List<String> names = model.columns().stream().map(TableInfo.Column::name).toList();
    ExperimentOptions options = settings.options();
    form.show(
        () -> {
          Form.fill(
              table,
              model.tables().stream().map(info -> info.ref().toString()).toList(),
              settings.table());
          Form.fill(arm, names, settings.arm());
          Form.fill(control, model.arms(), settings.control());
          Form.fill(covariate, none, names, plain(options.covariate()));
          Form.fill(date, none, names, options.date());
          Form.fill(person, found, names, options.person());
          Form.fill(strata, none, names, options.strata());
          Form.fill(cluster, none, names, options.cluster());
          String known = options.covariate();
          before.setDisable(known == null);
          before.setSelected(known != null && known.endsWith(BEFORE));
          metrics.show(settings.metrics(), names);
          rules.show(options);
          String id = options.plan();
          Ui.show(plan, id != null);
          planName.setText(id == null ? "" : messages.text("abtest.plan.of", id));
          work.setDisable(settings.request() == null);
        });
  }
}
