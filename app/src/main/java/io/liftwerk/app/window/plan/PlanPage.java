package io.liftwerk.app.window.plan;

import io.liftwerk.app.plan.Evidence;
import io.liftwerk.app.plan.Plan;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Origin;
import io.liftwerk.app.window.control.PageView;
import io.liftwerk.app.window.control.ProblemBox;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.workspace.WorkbenchException;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The ten steps of a disciplined start, with what the workspace has to show for each. */
public final class PlanPage extends PageView {
  private final Messages messages;
  private final PlanModel model;
  private final StepList list;
  private final StepPane pane;
  private final ProblemBox problem;

  /**
   * @param open shows what evidence is made of, or where it can be made
   */
  public PlanPage(Desk desk, PlanModel model, Consumer<Evidence> open) {
    this.messages = desk.messages();
    this.model = model;
    list = new StepList(messages, model);
    pane = new StepPane(desk, model, open);
    problem = new ProblemBox(messages);
    scrolling(messages.text("page.plan"), problem, pane);
    model.onProblem(desk.dialogs()::error);
    model.shownProperty().subscribe(plan -> content());
    model.selectedProperty().subscribe(step -> content());
    model
        .behindProperty()
        .subscribe(run -> origin().set(run == null ? null : new Origin(run, List.of())));
    model.problemProperty().subscribe(why -> problem(why));
  }

  @Override
  public void entered() {
    model.refresh(messages.locale());
  }

  private void problem(@Nullable WorkbenchException why) {
    problem.show(why);
    Ui.show(pane, why == null && model.shownProperty().get() != null);
  }

  private void content() {
    Plan plan = model.shownProperty().get();
    Plan.Step step = model.step();
    Ui.show(pane, step != null);
    setLeft(plan == null ? null : (Node) list);
    if (plan == null || step == null) {
      finding().set("");
      return;
    }
    finding().set(messages.sentence(plan.finding()));
    list.show(plan.steps(), model.selectedProperty().get());
    pane.show(plan, step);
  }
}
