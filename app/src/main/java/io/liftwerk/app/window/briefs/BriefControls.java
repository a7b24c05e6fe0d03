package io.liftwerk.app.window.briefs;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Form;
import io.liftwerk.app.window.control.Ui;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** On what, of which searches, in which language, for whom. */
final class BriefControls extends VBox {
  private final Messages messages;
  private final BriefsModel model;
  private final Form form;
  private final TextField topic;
  private final TextField audience;
  private final ComboBox<String> cluster;
  private final ComboBox<String> language;
  private final String none;
  private final String any;

  BriefControls(Messages messages, BriefsModel model) {
    super(8);
    this.messages = messages;
    this.model = model;
    this.form = new Form(messages);
    none = messages.text("briefs.cluster.none");
    any = messages.text("briefs.language.any");
    getStyleClass().add("controls");
    topic = form.typed(text -> model.set(model.settings().withTopic(text)));
    topic.setPromptText(messages.text("briefs.topic.prompt"));
    audience = form.typed(text -> model.set(model.settings().withAudience(text)));
    audience.setPromptText(messages.text("briefs.audience.prompt"));
    cluster = form.optional(none, chosen -> model.set(model.settings().withCluster(chosen)));
    language =
        form.choice(
            name -> name.equals(any) ? any : messages.text("briefs.language." + name),
            name -> model.set(model.settings().withLanguage(name.equals(any) ? null : name)));
    Button work = Ui.primary(messages.text("briefs.run"), this::work);
    work.getStyleClass().add("small");
    work.setDefaultButton(true);
    getChildren()
        .add(
            Form.line(
                form.field(messages.text("briefs.topic"), topic, 260),
                form.field(messages.text("briefs.cluster"), cluster, 190),
                form.field(messages.text("briefs.language"), language, 150),
                form.field(messages.text("briefs.audience"), audience, 190),
                work));
    model.settingsProperty().subscribe(settings -> show());
    model.clusters().addListener((ListChangeListener<String>) change -> show());
  }

  private void work() {
    model.set(model.settings().withTopic(typed(topic)).withAudience(typed(audience)));
    model.train(messages.text("job.title.brief"));
  }

  private static String typed(TextField field) {
    return field.getText() == null ? "" : field.getText().strip();
  }

  private void show() {
    BriefSettings settings = model.settings();
    form.show(
        () -> {
          topic.setText(settings.topic());
          audience.setText(settings.audience());
          Form.fill(cluster, none, List.copyOf(model.clusters()), settings.cluster());
          Form.fill(
              language,
              List.of(any, "de", "en"),
              settings.language() == null ? any : settings.language());
        });
  }
}
