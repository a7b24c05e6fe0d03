package io.liftwerk.app.window.scoring;

import static io.liftwerk.app.window.control.Columns.number;
import static io.liftwerk.app.window.control.Columns.words;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Columns;
import io.liftwerk.app.window.control.Parts;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.report.ScoringSentences;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.ModelEvaluation;
import io.liftwerk.scoring.ScoringDetails;
import io.liftwerk.scoring.ScoringDetails.ColumnCheck;
import io.liftwerk.scoring.ScoringDetails.Fairness;
import io.liftwerk.scoring.ScoringDetails.Group;
import io.liftwerk.scoring.ScoringDetails.Validation;
import io.liftwerk.scoring.ScoringWarning;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The models side by side, the rules in words, the groups compared, and each column alone. */
final class ScoringTables {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final int MOST = 12;

  /** Columns of the models that keep their room where the window is small. */
  private static final List<Integer> KEPT = List.of(0, 1, 2, 8);

  private final Messages messages;
  private final Formats formats;
  private final LeadScoringResult result;
  private final ScoringSentences text;

  ScoringTables(Messages messages, LeadScoringResult result, ScoringSentences text) {
    this.messages = messages;
    this.formats = messages.formats();
    this.result = result;
    this.text = text;
  }

  VBox models() {
    TableView<ModelEvaluation> table =
        Columns.table(
            messages.text("leads.models"),
            result.models(),
            MOST,
            words(messages.text("leads.model"), 130, model -> text.model(model.name())),
            number(
                messages.text("leads.auc"),
                150,
                model -> interval(model.auc(), model.aucLow(), model.aucHigh())),
            number(messages.text("leads.validated"), 150, model -> validated(model.name())),
            number(
                messages.text("leads.ap"),
                84,
                model -> formats.decimal(model.averagePrecision(), 3)),
            number(messages.text("leads.lift10"), 68, model -> formats.decimal(model.lift10(), 2)),
            number(
                messages.text("leads.logloss"), 68, model -> formats.decimal(model.logLoss(), 3)),
            number(messages.text("leads.brier"), 58, model -> formats.decimal(model.brier(), 3)),
            number(messages.text("leads.ks"), 48, model -> formats.decimal(model.ks(), 2)),
            words(
                messages.text("leads.compared"), 120, model -> text.against(result, model.name())));
    for (int place : KEPT) {
      TableColumn<ModelEvaluation, ?> column = table.getColumns().get(place);
      column.setMinWidth(column.getPrefWidth());
    }
    table.setRowFactory(
        view ->
            new TableRow<>() {
              @Override
              protected void updateItem(@Nullable ModelEvaluation model, boolean empty) {
                super.updateItem(model, empty);
                pseudoClassStateChanged(
                    CHOSEN, !empty && model != null && model.name().equals(result.chosen()));
              }
            });
    return Parts.card(
        Ui.heading(messages.text("leads.models")),
        Ui.paragraph(text.choice(result), "muted"),
        table);
  }

  private String interval(double value, double low, double high) {
    return "%s  (%s–%s)"
        .formatted(formats.decimal(value, 3), formats.decimal(low, 3), formats.decimal(high, 3));
  }

  private String validated(String model) {
    ScoringDetails details = result.details();
    return details == null
        ? "–"
        : details.validation().stream()
            .filter(one -> one.model().equals(model))
            .map((Validation one) -> interval(one.auc(), one.aucLow(), one.aucHigh()))
            .findFirst()
            .orElse("–");
  }

  VBox rules() {
    VBox rules = Parts.card(Ui.heading(messages.text("leads.rules")));
    if (result.rules().isEmpty()) {
      rules.getChildren().add(Ui.paragraph(messages.text("leads.rules.none"), "muted"));
    }
    int number = 1;
    for (String rule : result.rules()) {
      var sentence = Ui.paragraph(messages.sentence(rule));
      HBox.setHgrow(sentence, Priority.ALWAYS);
      rules.getChildren().add(new HBox(8, Ui.label(number++ + ".", "muted"), sentence));
    }
    return rules;
  }

  VBox fairness(Fairness fairness) {
    TableView<Group> table =
        Columns.table(
            messages.text("leads.groups", fairness.column()),
            fairness.groups(),
            MOST,
            words(fairness.column(), 180, Group::value),
            number(messages.text("leads.group.rows"), 90, group -> formats.count(group.rows())),
            number(
                messages.text("leads.group.observed"),
                120,
                group -> formats.percent(group.observed(), 1)),
            number(
                messages.text("leads.group.predicted"),
                120,
                group -> formats.percent(group.predicted(), 1)),
            number(
                messages.text("leads.group.contacted"),
                120,
                group -> formats.percent(group.contacted(), 1)),
            number(
                messages.text("leads.group.reached"),
                120,
                group -> group.reached() == null ? "–" : formats.percent(group.reached(), 1)),
            number(
                messages.text("leads.tile.auc"),
                90,
                group -> group.auc() == null ? "–" : formats.decimal(group.auc(), 3)));
    return Parts.card(
        Ui.heading(messages.text("leads.groups", fairness.column())),
        Ui.paragraph(messages.sentence(fairness.finding()), "muted"),
        table);
  }

  /** Which column knows how much alone, and where it is filled: what knows too much stands out. */
  VBox columns(ScoringDetails details) {
    TableView<ColumnCheck> table =
        Columns.table(
            messages.text("leads.columns.checked"),
            details.columns(),
            MOST,
            words(messages.text("leads.column"), 220, ColumnCheck::column),
            number(
                messages.text("leads.column.auc"), 110, check -> formats.decimal(check.auc(), 3)),
            number(
                messages.text("leads.column.filled"),
                110,
                check -> formats.percent(check.filled())),
            number(
                messages.text("leads.column.filled.yes"),
                130,
                check -> formats.percent(check.filledYes())),
            number(
                messages.text("leads.column.filled.open"),
                130,
                check -> check.filledOpen() == null ? "–" : formats.percent(check.filledOpen())),
            words(messages.text("leads.column.suspicion"), 320, this::suspicion));
    return Parts.card(
        Ui.heading(messages.text("leads.columns.checked")),
        Ui.paragraph(messages.text("leads.columns.checked.about"), "muted"),
        table);
  }

  private String suspicion(ColumnCheck check) {
    return result.warnings().stream()
        .filter(warning -> check.column().equals(warning.column()))
        .map(ScoringWarning::message)
        .map(messages::sentence)
        .findFirst()
        .orElse("");
  }
}
