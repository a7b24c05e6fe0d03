package io.liftwerk.app.window.lifetime;

import static io.liftwerk.app.window.control.Columns.number;
import static io.liftwerk.app.window.control.Columns.words;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Columns;
import io.liftwerk.app.window.control.Parts;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.report.LifetimeWords;
import io.liftwerk.scoring.LifetimeValueResult.FittedModel;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Fitted models with their likelihoods and parameters; one that cannot be relied on says why. */
final class FitTable {
  private static final int MOST = 8;

  private FitTable() {}

  static VBox of(Messages messages, List<FittedModel> fits, LifetimeWords text) {
    TableView<FittedModel> table =
        Columns.table(
            messages.text("fit.models"),
            fits,
            MOST,
            words(messages.text("leads.model"), 120, fit -> text.model(fit.name())),
            Columns.marks(
                messages.text("fit.state"),
                200,
                fit ->
                    fit.degenerate().isEmpty()
                        ? new Columns.Mark(Feather.CHECK, "icon-met", text.state(fit))
                        : new Columns.Mark(Feather.ALERT_TRIANGLE, "icon-open", text.state(fit))),
            number(
                messages.text("fit.likelihood"),
                100,
                fit -> messages.formats().decimal(fit.logLikelihood(), 2)),
            number(
                messages.text("fit.customers"),
                76,
                fit -> messages.formats().count(fit.customers())),
            number(messages.text("fit.starts"), 60, fit -> messages.formats().count(fit.starts())),
            words(messages.text("fit.parameters"), 620, text::parameters));
    return Parts.card(
        Ui.heading(messages.text("fit.models")),
        Ui.paragraph(messages.text("fit.models.about"), "muted"),
        table);
  }
}
