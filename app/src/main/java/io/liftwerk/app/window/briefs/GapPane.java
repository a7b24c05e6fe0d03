package io.liftwerk.app.window.briefs;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Parts;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.briefs.BriefDocument;
import io.liftwerk.briefs.BriefResult;
import io.liftwerk.briefs.FactToCheck;
import io.liftwerk.briefs.MustCover;
import io.liftwerk.briefs.Question;
import io.liftwerk.briefs.Quote;
import io.liftwerk.briefs.SerpGap;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What competitors share, with quotes of both sides; what is asked; what only one side says. */
final class GapPane extends VBox {
  private final Messages messages;
  private final BriefDocument document;

  GapPane(Messages messages, BriefResult result) {
    super(12);
    this.messages = messages;
    this.document = result.document();
    SerpGap gap = result.gap();
    getChildren().add(Ui.paragraph(messages.sentence(gap.intent().why()), "muted"));
    if (!gap.terms().isEmpty()) {
      getChildren().add(Parts.card(Ui.heading(messages.text("briefs.gap.terms")), terms(gap)));
    }
    if (!document.brief().questions().isEmpty()) {
      var box = Parts.card(Ui.heading(messages.text("briefs.gap.questions")));
      document.brief().questions().forEach(one -> box.getChildren().add(question(one)));
      getChildren().add(box);
    }
    if (!gap.chances().isEmpty()) {
      var box = Parts.card(Ui.heading(messages.text("briefs.gap.chances")));
      gap.chances()
          .forEach(
              one ->
                  box.getChildren()
                      .add(new VBox(1, Ui.label(one.term(), "strong"), quote(one.quote()))));
      getChildren().add(box);
    }
    if (!document.brief().factsToCheck().isEmpty()) {
      var box = Parts.card(Ui.heading(messages.text("briefs.gap.checks")));
      document.brief().factsToCheck().forEach(one -> box.getChildren().add(check(one)));
      getChildren().add(box);
    }
  }

  private GridPane terms(SerpGap gap) {
    var grid = new GridPane(14, 8);
    grid.getColumnConstraints()
        .addAll(column(120, 0), column(96, 0), column(160, 1), column(160, 1));
    grid.addRow(
        0,
        Ui.label(messages.text("briefs.head.term"), "field-label"),
        Ui.label(messages.text("briefs.head.competitors"), "field-label"),
        Ui.label(messages.text("briefs.head.theirs"), "field-label"),
        Ui.label(messages.text("briefs.head.own"), "field-label"));
    int row = 1;
    for (MustCover term : gap.terms()) {
      Label count = Ui.label(messages.text("briefs.of", term.competitors(), term.of()), "figure");
      Node own =
          term.covered()
              ? quotes(term.own())
              : Ui.paragraph(messages.text("briefs.missing"), "warn");
      grid.addRow(row++, Ui.paragraph(term.term(), "strong"), count, quotes(term.evidence()), own);
    }
    grid.getChildren().forEach(node -> GridPane.setValignment(node, VPos.TOP));
    return grid;
  }

  private static ColumnConstraints column(double least, double share) {
    var column = new ColumnConstraints(least);
    if (share > 0) {
      column.setHgrow(Priority.ALWAYS);
      column.setPercentWidth(36);
    }
    return column;
  }

  private Node quotes(List<Quote> quotes) {
    var box = new VBox(3);
    quotes.stream().limit(2).forEach(one -> box.getChildren().add(quote(one)));
    return box;
  }

  private Label quote(Quote quote) {
    return Ui.paragraph(
        messages.text(
            "briefs.quote",
            quote.sentence(),
            document.source(document.evidence(quote.evidence())).title()),
        "small");
  }

  private Node question(Question question) {
    var box =
        new VBox(
            2,
            Ui.paragraph(question.question(), "strong"),
            Ui.paragraph(
                messages.text(question.answered() ? "briefs.answered" : "briefs.open"),
                question.answered() ? "muted" : "warn"));
    question.answers().forEach(one -> box.getChildren().add(quote(one)));
    return box;
  }

  private Node check(FactToCheck check) {
    var box =
        new VBox(
            2,
            Ui.paragraph(check.subject(), "strong"),
            Ui.paragraph(messages.sentence(check.reason()), "muted"));
    check.quotes().forEach(one -> box.getChildren().add(quote(one)));
    return box;
  }
}
