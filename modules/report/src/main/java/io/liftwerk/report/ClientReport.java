package io.liftwerk.report;

import io.liftwerk.report.chapter.Chapter;
import io.liftwerk.report.chapter.Chapters;
import io.liftwerk.report.page.HtmlReport;
import io.liftwerk.report.page.Logo;
import io.liftwerk.report.page.PdfReport;
import io.liftwerk.report.page.ReportDocument;
import io.liftwerk.warehouse.HeldBackCount;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.ResultFile;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From results that the ledger holds to one file for a client: HTML that asks for nothing from
 * outside, or PDF. The figures are those of the results, worded as the window words them; nothing
 * is worked out anew. Which moment it is plays no part, so the same results give the same bytes.
 */
public final class ClientReport implements Job<ReportResult> {
  public static final String NAME = "report";

  /** The forms a report has, also the endings of its file. */
  public static final List<String> FORMATS = List.of("html", "pdf");

  private static final List<String> LANGUAGES = List.of("de", "en");

  private final ReportRequest request;

  /**
   * @throws WorkbenchException codes {@code report-format}, {@code report-language}
   */
  public ClientReport(ReportRequest request) {
    if (!FORMATS.contains(request.format())) {
      throw new WorkbenchException(
          "report-format",
          "A report is no '" + request.format() + "' file.",
          "Let its name end in .html or .pdf.");
    }
    if (!LANGUAGES.contains(request.language())) {
      throw new WorkbenchException(
          "report-language",
          "There are no reports in the language '" + request.language() + "'.",
          "Choose de or en.");
    }
    this.request = request;
  }

  /**
   * The form that a file of this name has.
   *
   * @throws WorkbenchException code {@code report-format}
   */
  public static String format(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return FORMATS.stream()
        .filter(format -> name.endsWith("." + format))
        .findFirst()
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "report-format",
                    "The name " + file.getFileName() + " does not tell what the report shall be.",
                    "Let its name end in .html or .pdf."));
  }

  /** Names of the kinds of results that reports show, in their order. */
  public static List<String> kinds() {
    return Chapters.KINDS;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Record parameters() {
    return request;
  }

  @Override
  public Map<String, Double> metrics(ReportResult result) {
    return Map.of("results", (double) result.parts().size(), "bytes", (double) result.bytes());
  }

  @Override
  public Object fingerprint(ReportResult result) {
    return Json.without(result, "file");
  }

  @Override
  public ReportResult run(JobContext context) throws Exception {
    Workspace workspace = context.workspace();
    var texts = new ResultTexts(Locale.of(request.language()));
    context.progress(0, "reading the results");
    var held = HeldBackCount.of(workspace);
    var chapters = new Chapters(texts, held::behind);
    List<RunRecord> runs = new ReportSelection(workspace, Chapters.KINDS).of(request);
    var written = new ArrayList<Chapter>();
    for (RunRecord run : runs) {
      context.progress(0.3 * written.size() / runs.size(), "reading the results");
      written.add(chapters.of(run));
      context.input("run " + run.id(), String.valueOf(run.resultHash()), 0);
    }
    ReportDocument document = document(context, texts, runs, written);
    context.progress(0.3, "drawing the report");
    byte[] bytes =
        Apart.call(
            context,
            () ->
                request.format().equals("pdf")
                    ? PdfReport.bytes(document)
                    : HtmlReport.bytes(document));
    context.progress(0.95, "drawing the report");
    ResultFile file = context.resultFile("report", request.format());
    Files.write(file.draft(), bytes);
    return new ReportResult(
        request.format(),
        document.title(),
        document.client(),
        request.language(),
        written.stream()
            .map(
                one ->
                    new ReportResult.Part(
                        one.origin().run(),
                        one.origin().job(),
                        one.finding(),
                        one.origin().resultHash()))
            .toList(),
        ReportSelection.sha256(bytes),
        bytes.length,
        workspace.relative(file.place()));
  }

  private ReportDocument document(
      JobContext context, ResultTexts texts, List<RunRecord> runs, List<Chapter> chapters)
      throws IOException {
    Workspace workspace = context.workspace();
    ReportSettings settings = ReportSettings.of(workspace);
    Path file = settings.logoFile(workspace).orElse(null);
    Logo logo = null;
    if (file != null) {
      logo = Logo.read(file);
      context.input(
          settings.logo(), ReportSelection.sha256(Files.readAllBytes(file)), Files.size(file));
    }
    return new ReportDocument(
        request.title().isBlank() ? texts.text("report.title") : request.title().strip(),
        request.client().isBlank()
            ? settings.client().isBlank() ? workspace.name() : settings.client()
            : request.client().strip(),
        period(texts, runs),
        logo,
        Workspace.SOFTWARE,
        chapters,
        texts);
  }

  /** The days of the key figures, where the report has some. */
  private static String period(ResultTexts texts, List<RunRecord> runs) {
    return runs.stream()
        .filter(run -> run.job().equals(Chapters.KPIS))
        .findFirst()
        .map(
            run -> {
              LocalDate from = day(run, "from");
              LocalDate to = day(run, "to");
              return from == null || to == null ? "" : texts.formats().period(from, to);
            })
        .orElse("");
  }

  private static @Nullable LocalDate day(RunRecord run, String field) {
    var result = run.result();
    return result == null || !result.hasNonNull(field)
        ? null
        : LocalDate.parse(result.path(field).asText());
  }
}
