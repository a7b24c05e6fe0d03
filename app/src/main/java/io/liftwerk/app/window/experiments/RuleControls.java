package io.liftwerk.app.window.experiments;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Form;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;

/** How often one looks, at how many persons, and how much of a false alarm is accepted. */
final class RuleControls extends FlowPane {
  private static final List<String> LOOKS =
      List.of("once", "any", "obrien-fleming", "pocock", "power");
  private static final List<String> CORRECTIONS =
      List.of("holm", "bonferroni", "sidak", "holm-sidak", "hochberg", "hommel", "bh", "by");

  private final ExperimentModel model;
  private final Form form;
  private final ComboBox<String> looks;
  private final ComboBox<String> correction;
  private final TextField planned;
  private final TextField alpha;
  private final TextField minimum;
  private final TextField shares;
  private final TextField start;

  RuleControls(Messages messages, ExperimentModel model, Form form) {
    super(14, 8);
    this.model = model;
    this.form = form;
    looks = form.choice(name -> messages.textOr("abtest.looks." + name, name), name -> take());
    correction =
        form.choice(name -> messages.textOr("abtest.correction." + name, name), name -> take());
    planned = form.typed(text -> take());
    alpha = form.typed(text -> take());
    minimum = form.typed(text -> take());
    minimum.setPromptText(messages.text("abtest.minimum.prompt"));
    shares = form.typed(text -> take());
    shares.setPromptText(messages.text("abtest.shares.prompt"));
    start = form.typed(text -> take());
    start.setPromptText(messages.text("abtest.unknown"));
    planned.setPromptText(messages.text("abtest.unknown"));
    getChildren()
        .setAll(
            form.field(messages.text("abtest.looks"), looks, 190),
            form.field(messages.text("abtest.planned"), planned, 110),
            form.field(messages.text("abtest.alpha"), alpha, 90),
            form.field(messages.text("abtest.minimum"), minimum, 120),
            form.field(messages.text("abtest.correction"), correction, 160),
            form.field(messages.text("abtest.shares"), shares, 190),
            form.field(messages.text("abtest.start"), start, 120));
  }

  void show(ExperimentOptions options) {
    Form.fill(looks, LOOKS, options.looks());
    Form.fill(correction, CORRECTIONS, options.correction());
    Long many = options.planned();
    text(planned, form.typed(many == null ? null : many.doubleValue()));
    text(alpha, form.typed(options.alpha() * 100) + " %");
    Double least = options.minimum();
    text(minimum, least == null ? "" : form.typed(least * 100) + " %");
    text(shares, String.join("; ", options.shares()));
    LocalDate began = options.start();
    text(start, began == null ? "" : began.toString());
  }

  private static void text(TextField field, String text) {
    if (!field.isFocused()) {
      field.setText(text);
    }
  }

  /** Takes what is typed; what is no number stays as it was. */
  void take() {
    ExperimentOptions now = model.settings().options();
    String many = typed(planned);
    String least = typed(minimum);
    String day = typed(start);
    ExperimentOptions next =
        now.withRule(
                looks.getValue() == null ? now.looks() : looks.getValue(),
                many.isEmpty() ? null : form.number(many).map(Math::round).orElse(now.planned()),
                form.number(typed(alpha)).map(percent -> percent / 100).orElse(now.alpha()),
                least.isEmpty()
                    ? null
                    : form.number(least).map(percent -> percent / 100).orElse(now.minimum()),
                correction.getValue() == null ? now.correction() : correction.getValue())
            .withDesign(
                day.isEmpty() ? null : form.day(day).orElse(now.start()),
                Arrays.stream(typed(shares).split(";"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList());
    if (!next.equals(now)) {
      model.options(next);
    }
  }

  private static String typed(TextField field) {
    return field.getText() == null ? "" : field.getText().replace("%", "").strip();
  }
}
