package io.liftwerk.app.window;

import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Ui;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** What is under way: the job that runs, how far it is, cancel, and how many wait behind it. */
final class JobsBar extends HBox {
  private final Messages messages;
  private final Jobs jobs;

  JobsBar(Messages messages, Jobs jobs) {
    super(10);
    this.messages = messages;
    this.jobs = jobs;
    getStyleClass().add("jobs-bar");
    setAlignment(Pos.CENTER_LEFT);
    jobs.running().addListener((ListChangeListener<Jobs.Entry>) change -> refresh());
    refresh();
  }

  private void refresh() {
    getChildren().clear();
    if (jobs.running().isEmpty()) {
      getChildren().addAll(Ui.spacer(), Ui.label(messages.text("jobs.idle"), "muted"));
      return;
    }
    Jobs.Entry first = jobs.running().getFirst();
    var title = Ui.label(first.title(), "job-title");
    var bar = new ProgressBar();
    bar.setAccessibleText(first.title());
    bar.progressProperty().bind(first.progress());
    bar.setPrefWidth(180);
    Label share = Ui.label("", "job-share");
    share.textProperty().bind(first.progress().map(this::share));
    Label phrase = Ui.label("", "muted");
    phrase.textProperty().bind(first.phrase().map(messages::sentence));
    Button cancel = Ui.button(messages.text("cancel"), Feather.X, first::cancel);
    cancel.getStyleClass().addAll("small", "flat");
    getChildren().addAll(title, bar, share, cancel, phrase, Ui.spacer(), waiting());
  }

  private String share(Number progress) {
    return progress.doubleValue() < 0 ? "" : messages.formats().percent(progress.doubleValue());
  }

  private Node waiting() {
    int others = jobs.running().size() - 1;
    return Ui.label(others == 0 ? "" : messages.text("jobs.waiting", others), "muted");
  }
}
