package io.liftwerk.app.window.briefs;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Parts;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.briefs.Brief;
import io.liftwerk.briefs.BriefDocument;
import io.liftwerk.briefs.InternalLink;
import io.liftwerk.briefs.OutlineSection;
import io.liftwerk.briefs.Snippet;
import javafx.scene.layout.VBox;

/** What is to be written: for whom, with what angle, section by section. */
final class OutlinePane extends VBox {
  private final Messages messages;

  OutlinePane(Messages messages, BriefDocument document) {
    super(12);
    this.messages = messages;
    Brief brief = document.brief();
    getChildren()
        .add(
            Parts.card(
                fact("briefs.audience", messages.sentence(brief.audience())),
                fact("briefs.angle", messages.sentence(brief.angle())),
                snippet("briefs.title", brief.title()),
                snippet("briefs.description", brief.description())));
    for (OutlineSection section : brief.outline()) {
      getChildren().add(section(section));
    }
    if (!brief.internalLinks().isEmpty()) {
      var box = Parts.card(Ui.heading(messages.text("briefs.links")));
      for (InternalLink link : brief.internalLinks()) {
        box.getChildren()
            .add(
                new VBox(
                    1,
                    Ui.paragraph(link.anchor(), "strong"),
                    Ui.paragraph(link.url(), "small"),
                    Ui.paragraph(messages.sentence(link.why()), "muted")));
      }
      getChildren().add(box);
    }
  }

  private VBox fact(String key, String text) {
    return new VBox(1, Ui.label(messages.text(key), "fact-name"), Ui.paragraph(text));
  }

  private VBox snippet(String key, Snippet snippet) {
    return new VBox(
        1,
        Ui.label(messages.text(key), "fact-name"),
        Ui.paragraph(snippet.text()),
        Ui.label(
            messages.text("briefs.width", snippet.pixels(), snippet.limit(), snippet.characters()),
            snippet.pixels() > snippet.limit() ? "warn" : "muted"));
  }

  private VBox section(OutlineSection section) {
    VBox box =
        Parts.card(
            Ui.heading(section.heading()),
            Ui.paragraph(messages.sentence(section.purpose()), "muted"));
    if (!section.terms().isEmpty()) {
      box.getChildren()
          .add(
              Ui.paragraph(
                  messages.text("briefs.section.terms", String.join(" · ", section.terms()))));
    }
    section
        .questions()
        .forEach(question -> box.getChildren().add(Ui.paragraph("– " + question, "small")));
    return box;
  }
}
