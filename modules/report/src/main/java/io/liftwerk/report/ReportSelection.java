package io.liftwerk.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.report.chapter.Chapters;
import io.liftwerk.warehouse.KpiRequest;
import io.liftwerk.warehouse.KpiResult;
import io.liftwerk.warehouse.Kpis;
import io.liftwerk.warehouse.ModelBuild;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The runs that a report tells of. Key figures are read from what the newest build made, so they go
 * by its number, with a hash of their own.
 */
final class ReportSelection {
  private final Workspace workspace;
  private final List<String> kinds;

  /**
   * @param kinds all there are chapters on, in the order of a report
   */
  ReportSelection(Workspace workspace, List<String> kinds) {
    this.workspace = workspace;
    this.kinds = kinds;
  }

  /**
   * The runs asked for, with their results.
   *
   * @throws WorkbenchException codes {@code run-unknown}, {@code report-run}, {@code report-kind},
   *     {@code report-empty}
   */
  List<RunRecord> of(ReportRequest request) {
    List<RunRecord> runs =
        request.runs().isEmpty() ? newest(request.kinds()) : named(request.runs());
    if (runs.isEmpty()) {
      throw new WorkbenchException(
          "report-empty",
          "There is no result to report on yet.",
          "Build the models or run an analysis first, such as leads.");
    }
    return runs;
  }

  private List<RunRecord> named(List<String> numbers) {
    var runs = new ArrayList<RunRecord>();
    for (String number : new LinkedHashSet<>(numbers)) {
      RunRecord run = workspace.ledger().get(number);
      if (run.status() != RunRecord.Status.DONE || run.result() == null) {
        throw new WorkbenchException(
            "report-run",
            "Run " + run.id() + " has no result: it failed or was cancelled.",
            "Choose a run that is done.");
      }
      if (run.job().equals(ModelBuild.NAME)) {
        kpis(run).ifPresent(runs::add);
      } else if (kinds.contains(run.job())) {
        runs.add(run);
      } else {
        throw new WorkbenchException(
            "report-run",
            "Run " + run.id() + " is of the kind '" + run.job() + "', which no report shows.",
            "Choose runs of these kinds: " + String.join(", ", kinds) + ".");
      }
    }
    return runs;
  }

  private List<RunRecord> newest(List<String> wanted) {
    for (String kind : wanted) {
      if (!kinds.contains(kind)) {
        throw new WorkbenchException(
            "report-kind",
            "There is no kind of result '" + kind + "'.",
            "Choose among these: " + String.join(", ", kinds) + ".");
      }
    }
    List<RunRecord> all =
        workspace.ledger().withoutResults().stream()
            .filter(run -> run.status() == RunRecord.Status.DONE)
            .toList();
    var runs = new ArrayList<RunRecord>();
    for (String kind : kinds) {
      if (wanted.isEmpty() || wanted.contains(kind)) {
        String job = kind.equals(Chapters.KPIS) ? ModelBuild.NAME : kind;
        all.stream()
            .filter(run -> run.job().equals(job))
            .findFirst()
            .flatMap(
                run -> kind.equals(Chapters.KPIS) ? kpis(run) : workspace.ledger().find(run.id()))
            .ifPresent(runs::add);
      }
    }
    return runs;
  }

  /** The key figures that stand, as a result of the build that made what they are read from. */
  private Optional<RunRecord> kpis(RunRecord build) {
    KpiResult result = new Kpis(workspace).view(KpiRequest.ALL);
    if (result.kpis().isEmpty()) {
      return Optional.empty();
    }
    JsonNode json = Json.mapper().valueToTree(result);
    return Optional.of(
        new RunRecord(
            build.id(),
            Chapters.KPIS,
            RunRecord.Status.DONE,
            build.startedAt(),
            build.duration(),
            null,
            build.software(),
            Json.mapper().valueToTree(KpiRequest.ALL),
            build.inputs(),
            json,
            sha256(Json.canonical(json).getBytes(StandardCharsets.UTF_8)),
            Map.of(),
            List.of(),
            null,
            null,
            1));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
