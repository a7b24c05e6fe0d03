package io.liftwerk.app.window.experiments;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Form;
import io.liftwerk.app.window.control.Parts;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.experiments.AbTestRequest;
import io.liftwerk.experiments.ExperimentPlan;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Writes down what the comparison that is set now is to show, before anybody looks. */
final class PlanForm extends VBox {
  private final Messages messages;
  private final ExperimentModel model;
  private final Form form;
  private final TextField id = new TextField();
  private final TextField hypothesis = new TextField();
  private final TextField minimum = new TextField();
  private final TextField guards = new TextField();
  private final Label of = Ui.paragraph("", "muted");
  private final Button write;

  PlanForm(Messages messages, ExperimentModel model) {
    this.messages = messages;
    this.model = model;
    this.form = new Form(messages);
    hypothesis.setPromptText(messages.text("abtest.plan.hypothesis.prompt"));
    guards.setPromptText(messages.text("abtest.plan.guards.prompt"));
    minimum.setText(form.typed(5.0) + " %");
    write = Ui.button(messages.text("abtest.plan.write"), this::write);
    write.getStyleClass().add("small");
    getChildren()
        .setAll(
            Parts.card(
                Ui.heading(messages.text("abtest.plan.new")),
                of,
                Form.line(
                    form.field(messages.text("abtest.plan.id"), id, 150),
                    form.field(messages.text("abtest.plan.hypothesis"), hypothesis, 420),
                    form.field(messages.text("abtest.plan.minimum"), minimum, 110),
                    form.field(messages.text("abtest.plan.guards"), guards, 210),
                    write)));
    model.settingsProperty().subscribe(settings -> show());
    id.textProperty().subscribe(text -> show());
    hypothesis.textProperty().subscribe(text -> show());
    minimum.textProperty().subscribe(text -> show());
  }

  private void show() {
    AbTestRequest request = model.settings().request();
    of.setText(
        request == null
            ? messages.text("abtest.plan.nothing")
            : messages.text(
                "abtest.plan.about",
                request.table(),
                request.arm(),
                request.control(),
                String.join(", ", request.metrics()),
                messages.textOr("abtest.looks." + request.looks(), request.looks())));
    write.setDisable(plan() == null);
  }

  private @Nullable ExperimentPlan plan() {
    AbTestRequest request = model.settings().request();
    double least = form.number(text(minimum).replace("%", "").strip()).orElse(0.0) / 100;
    if (request == null || text(id).isEmpty() || text(hypothesis).isEmpty() || !(least > 0)) {
      return null;
    }
    return new ExperimentPlan(
        text(id),
        text(hypothesis),
        request.table(),
        request.arm(),
        request.control(),
        request.metrics(),
        guards(),
        least,
        request.looks(),
        request.planned(),
        request.alpha(),
        request.shares(),
        null,
        request.covariate(),
        request.start(),
        request.person(),
        request.date());
  }

  private List<String> guards() {
    return Arrays.stream(text(guards).split(";"))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toList();
  }

  private static String text(TextField field) {
    return field.getText() == null ? "" : field.getText().strip();
  }

  private void write() {
    ExperimentPlan plan = plan();
    if (plan != null) {
      model.plan(plan, messages.text("job.title.abtest-plan", plan.id()));
    }
  }
}
