package io.liftwerk.app.window.report;

import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.SegmentBar;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.report.ClientReport;
import io.liftwerk.report.ReportRequest;
import io.liftwerk.report.ReportResult;
import io.liftwerk.report.ReportSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Asks for whom a report is and in which form, has it made, and then where a copy of it shall lie.
 * Everything has an answer already, so one click makes it (ux-09).
 */
public final class ReportDialog {
  private final Desk desk;
  private final Messages messages;
  private final ReportModel model;
  private final String workspace;
  private final List<String> runs;
  private final TextField client = new TextField();
  private final TextField title = new TextField();
  private final Label logo = Ui.label("", "muted");
  private final Button noLogo;
  private String format = ClientReport.FORMATS.getFirst();
  private Language language;

  /**
   * @param workspace its name
   * @param runs to report on; empty for the newest result of each kind
   */
  public ReportDialog(Desk desk, ReportModel model, String workspace, List<String> runs) {
    this.desk = desk;
    this.messages = desk.messages();
    this.model = model;
    this.workspace = workspace;
    this.runs = List.copyOf(runs);
    this.language =
        messages.locale().getLanguage().equals("de") ? Language.GERMAN : Language.ENGLISH;
    this.noLogo =
        Ui.iconButton(
            Feather.X, messages.text("reporting.logo.none"), () -> model.logo(null, this::show));
    model.onProblem(desk.dialogs()::error);
  }

  /** Puts the question up. */
  public void open() {
    client.setText(workspace);
    title.setPromptText(messages.results().text("report.title"));
    var choose = Ui.button(messages.text("reporting.logo.choose"), Feather.IMAGE, this::chooseLogo);
    choose.getStyleClass().add("small");
    Ui.show(noLogo, false);
    var line = new HBox(8, choose, logo, noLogo);
    line.setAlignment(Pos.CENTER_LEFT);
    var body =
        new VBox(
            12,
            Ui.paragraph(
                runs.isEmpty()
                    ? messages.text("reporting.newest")
                    : messages.text("reporting.runs", runs.size(), String.join(", ", runs)),
                "muted"),
            field("reporting.client", client),
            field("reporting.title", title),
            field("reporting.logo", line),
            field("reporting.format", formats()),
            field("reporting.language", languages()));
    Button cancel = Ui.button(messages.text("cancel"), desk.dialogs()::hide);
    Button make = Ui.primary(messages.text("reporting.make"), this::make);
    make.setDefaultButton(true);
    desk.dialogs()
        .show(messages.text("reporting"), Feather.FILE_TEXT, "accent", body, cancel, make);
    model.settings(this::show);
  }

  private VBox field(String key, Node control) {
    if (control instanceof TextField field) {
      field.setAccessibleText(messages.text(key));
      field.setPrefColumnCount(32);
    }
    return new VBox(4, Ui.label(messages.text(key), "field-label"), control);
  }

  private SegmentBar formats() {
    var bar =
        new SegmentBar(
            List.of(messages.text("reporting.format.html"), messages.text("reporting.format.pdf")),
            place -> format = ClientReport.FORMATS.get(place));
    bar.select(0);
    return bar;
  }

  private SegmentBar languages() {
    List<Language> all = List.of(Language.values());
    var bar =
        new SegmentBar(
            all.stream().map(one -> one.locale().getDisplayLanguage(one.locale())).toList(),
            place -> language = all.get(place));
    bar.select(all.indexOf(language));
    return bar;
  }

  private void show(ReportSettings settings) {
    if (!settings.client().isBlank() && client.getText().equals(workspace)) {
      client.setText(settings.client());
    }
    logo.setText(
        messages.text(settings.logo().isEmpty() ? "reporting.logo.absent" : "reporting.logo.kept"));
    Ui.show(noLogo, !settings.logo().isEmpty());
  }

  private void chooseLogo() {
    List<Path> chosen = desk.dialogs().files().files(messages.text("reporting.logo.choose"));
    if (!chosen.isEmpty()) {
      model.logo(chosen.getFirst(), this::show);
    }
  }

  private void make() {
    String whom = client.getText() == null ? "" : client.getText().strip();
    var request =
        new ReportRequest(
            format,
            runs,
            List.of(),
            title.getText() == null ? "" : title.getText().strip(),
            whom,
            language.locale().getLanguage());
    desk.dialogs().hide();
    model.make(messages.text("job.title.report"), request, this::made);
  }

  /** It lies in the workspace already; a copy goes where the user wants it. */
  private void made(ReportResult report) {
    String suggestion =
        report.client().replaceAll("[^\\p{L}\\p{N}._-]+", "-").toLowerCase(Locale.ROOT)
            + "."
            + report.format();
    Path target = desk.dialogs().files().save(messages.text("reporting.save"), suggestion);
    if (target == null) {
      desk.dialogs().note(messages.text("reporting.made", report.parts().size(), report.file()));
    } else {
      model.save(report, target, () -> desk.dialogs().note(messages.text("saved", target)));
    }
  }
}
