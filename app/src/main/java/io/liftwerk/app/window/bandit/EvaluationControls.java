package io.liftwerk.app.window.bandit;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Form;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.workspace.TableInfo;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/** Which table is the log, and which policy is to be valued by it. */
final class EvaluationControls extends VBox {
  private static final double COLUMN = 150;

  private final Messages messages;
  private final EvaluationModel model;
  private final Form form;
  private final String none;
  private final ComboBox<String> table;
  private final ComboBox<String> action;
  private final ComboBox<String> reward;
  private final ComboBox<String> propensity;
  private final ComboBox<String> context;
  private final ComboBox<String> target;
  private final Button work;

  EvaluationControls(Messages messages, EvaluationModel model) {
    super(8);
    this.messages = messages;
    this.model = model;
    this.form = new Form(messages);
    none = messages.text("leads.exclude.none");
    getStyleClass().add("controls");
    table = form.tables(model::table);
    action = form.choice(name -> name, name -> model.set(model.settings().withAction(name)));
    reward = form.choice(name -> name, name -> model.set(model.settings().withReward(name)));
    propensity =
        form.choice(name -> name, name -> model.set(model.settings().withPropensity(name)));
    context = form.optional(none, name -> model.set(model.settings().withContext(name)));
    target = form.choice(this::target, name -> model.set(model.settings().withTarget(name)));
    work =
        Ui.primary(
            messages.text("ltv.work"),
            () ->
                model.train(
                    messages.text(
                        "job.title.bandit-evaluate", String.valueOf(model.settings().table()))));
    work.getStyleClass().add("small");
    work.setDefaultButton(true);
    getChildren()
        .add(
            Form.line(
                form.field(messages.text("leads.table"), table, 190),
                form.field(messages.text("bandit.action"), action, COLUMN),
                form.field(messages.text("bandit.reward"), reward, COLUMN),
                form.field(messages.text("bandit.propensity"), propensity, COLUMN),
                form.field(messages.text("bandit.context"), context, COLUMN),
                form.field(messages.text("bandit.target"), target, 190),
                work));
    model.settingsProperty().subscribe(this::show);
    model.tables().addListener((ListChangeListener<TableInfo>) change -> show(model.settings()));
    model.actions().addListener((ListChangeListener<String>) change -> show(model.settings()));
  }

  private String target(String name) {
    return switch (name) {
      case "even" -> messages.text("bandit.target.even");
      case "best" -> messages.text("bandit.target.best");
      default -> messages.text("bandit.target.always", name);
    };
  }

  private void show(EvaluationSettings settings) {
    List<String> names = model.columns().stream().map(TableInfo.Column::name).toList();
    var targets = new ArrayList<>(List.of("even", "best"));
    targets.addAll(model.actions());
    form.show(
        () -> {
          Form.fill(
              table,
              model.tables().stream().map(info -> info.ref().toString()).toList(),
              settings.table());
          Form.fill(action, names, settings.action());
          Form.fill(reward, names, settings.reward());
          Form.fill(propensity, names, settings.propensity());
          Form.fill(context, none, names, settings.context());
          Form.fill(target, targets, settings.target());
          work.setDisable(settings.request() == null);
        });
  }
}
