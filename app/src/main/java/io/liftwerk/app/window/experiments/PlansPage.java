package io.liftwerk.app.window.experiments;

import static io.liftwerk.app.window.control.Columns.number;
import static io.liftwerk.app.window.control.Columns.words;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Columns;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.PageView;
import io.liftwerk.app.window.control.Parts;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.experiments.ExperimentPlan;
import io.liftwerk.experiments.ExperimentRegistered;
import io.liftwerk.experiments.ExperimentRegistered.Look;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Every plan with the looks there were at its results. */
final class PlansPage extends PageView {
  private static final int MOST = 12;

  private final Messages messages;
  private final Formats formats;
  private final ExperimentModel model;
  private final VBox list = new VBox(14);
  private final VBox details = new VBox(14);
  private @Nullable String chosen;

  PlansPage(Desk desk, ExperimentModel model) {
    this.messages = desk.messages();
    this.formats = messages.formats();
    this.model = model;
    scrolling(messages.text("abtest.tab.plans"), list, details, new PlanForm(messages, model));
    model.plans().addListener((ListChangeListener<ExperimentRegistered>) change -> show());
    show();
  }

  @Override
  public void entered() {
    model.refresh();
  }

  private void show() {
    List<ExperimentRegistered> plans = List.copyOf(model.plans());
    details.getChildren().clear();
    if (plans.isEmpty()) {
      finding().set(messages.text("abtest.plans.none"));
      list.getChildren()
          .setAll(
              Parts.card(
                  Ui.heading(messages.text("abtest.plans.none")),
                  Ui.paragraph(messages.text("abtest.plans.none.hint"), "muted")));
      return;
    }
    int looks = plans.stream().mapToInt(one -> one.looks().size()).sum();
    finding().set(messages.text("abtest.plans.finding", plans.size(), looks));
    TableView<ExperimentRegistered> table =
        Columns.table(
            messages.text("abtest.tab.plans"),
            plans,
            MOST,
            words(messages.text("abtest.plan.id"), 150, one -> one.plan().id()),
            words(messages.text("abtest.plan.hypothesis"), 330, one -> one.plan().hypothesis()),
            words(
                messages.text("abtest.plan.metrics"),
                190,
                one -> String.join(", ", one.plan().metrics())),
            number(
                messages.text("abtest.plan.minimum"),
                110,
                one -> formats.percent(one.plan().minimum(), 1)),
            words(messages.text("abtest.looks"), 170, this::looks),
            number(
                messages.text("abtest.plan.looks"), 100, one -> formats.count(one.looks().size())),
            words(messages.text("abtest.plan.at"), 140, one -> formats.instant(one.at())));
    table.getSelectionModel().selectedItemProperty().subscribe(one -> details(one));
    list.getChildren().setAll(table);
    String id = chosen;
    ExperimentRegistered again =
        plans.stream().filter(one -> one.plan().id().equals(id)).findFirst().orElse(null);
    table.getSelectionModel().select(again == null ? plans.getFirst() : again);
  }

  private String looks(ExperimentRegistered one) {
    return messages.textOr("abtest.looks." + one.plan().looks(), one.plan().looks());
  }

  private void details(@Nullable ExperimentRegistered one) {
    if (one == null) {
      return;
    }
    chosen = one.plan().id();
    details.getChildren().setAll(detail(one));
  }

  private VBox detail(ExperimentRegistered one) {
    ExperimentPlan plan = one.plan();
    Button look =
        Ui.primary(
            messages.text("abtest.plan.look", one.looks().size() + 1),
            () -> model.look(one, messages.text("job.title.abtest", plan.table())));
    look.getStyleClass().add("small");
    var bar = new HBox(8, look);
    bar.setAlignment(Pos.CENTER_LEFT);
    if (!one.looks().isEmpty()) {
      Button last =
          Ui.button(messages.text("abtest.plan.last"), Feather.CLOCK, () -> openLast(one));
      last.getStyleClass().add("small");
      bar.getChildren().add(last);
    }
    bar.getChildren().add(Ui.label(messages.text("abtest.plan.counts"), "muted"));
    VBox card =
        Parts.card(
            Ui.heading(plan.id()),
            Ui.paragraph(plan.hypothesis()),
            Ui.paragraph(
                messages.text(
                    "abtest.plan.facts",
                    plan.table(),
                    plan.arm(),
                    plan.control(),
                    plan.guards().isEmpty()
                        ? messages.text("leads.exclude.none")
                        : String.join(", ", plan.guards()),
                    one.version(),
                    one.run(),
                    one.hash()),
                "muted"));
    String late = one.late();
    if (late != null) {
      card.getChildren().add(Ui.paragraph(messages.text("abtest.plan.late", late)));
    }
    card.getChildren().add(bar);
    if (!one.looks().isEmpty()) {
      card.getChildren().add(looksOf(one));
    }
    return card;
  }

  private Node looksOf(ExperimentRegistered one) {
    return Columns.table(
        messages.text("abtest.plan.looks"),
        one.looks().reversed(),
        MOST,
        number(messages.text("abtest.look"), 100, look -> formats.count(look.number())),
        number(messages.text("abtest.persons"), 120, look -> formats.count(look.persons())),
        words(messages.text("abtest.plan.when"), 170, look -> formats.instant(look.at())),
        words(messages.text("abtest.plan.run"), 120, Look::run));
  }

  /** What was seen last; to see it again is no further look. */
  private void openLast(ExperimentRegistered one) {
    model.tab().set(0);
    model.open(one.looks().getLast().run());
  }
}
