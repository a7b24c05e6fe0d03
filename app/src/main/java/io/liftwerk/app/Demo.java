package io.liftwerk.app;

import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.ingest.ImportResult;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.ScoringOptions;
import io.liftwerk.warehouse.BuildRequest;
import io.liftwerk.warehouse.BuildResult;
import io.liftwerk.warehouse.CheckRequest;
import io.liftwerk.warehouse.CheckResult;
import io.liftwerk.warehouse.ConsentReport;
import io.liftwerk.warehouse.ConsentResult;
import io.liftwerk.warehouse.ConsentSettings;
import io.liftwerk.warehouse.ConsentSettingsRequest;
import io.liftwerk.warehouse.ModelBuild;
import io.liftwerk.warehouse.QualityCheck;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobHandle;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The sample client: a fresh workspace from the sample data, everything imported, on what its
 * persons' data rests stated, the models built and tested, leads scored; then the other steps of
 * the plan, see {@link DemoSteps}.
 *
 * @param workspace the folder that was made
 * @param imported the import's run
 * @param built the build's run
 * @param checked that of the models' tests
 * @param consent the count of who was held back
 * @param leads the scoring's run
 */
public record Demo(
    Path workspace,
    Run<ImportResult> imported,
    Run<BuildResult> built,
    Run<CheckResult> checked,
    Run<ConsentResult> consent,
    Run<LeadScoringResult> leads) {
  private static final String NAME = "Nordwand";
  private static final String LEADS = "crm_leads";

  /** Margin of an enquiry that is won, and an hour of sales, in euros. */
  private static final double WORTH_OF_A_WIN = 180;

  private static final double COST_OF_A_CALL = 25;

  /** Sources in which everybody was asked. */
  private static final List<String> ASKED =
      List.of(
          "contacts",
          "crm_leads",
          "events_20260927",
          "events_20260928",
          "events_20260929",
          "leads_q3",
          "t_2026_09_28");

  /** Sources of those who bought, or asked for an offer. */
  private static final List<String> CONTRACTS = List.of("deals", "orders", "orders_export");

  private static final String CONTRACT = "contract, Art. 6 (1) b GDPR";

  /**
   * Builds the sample client's workspace.
   *
   * @param folder where to make it; a free name is chosen when one is there already
   * @param progress told where each job stands
   * @throws WorkbenchException when the sample data is missing or the folder cannot be written
   */
  public static Demo build(Path folder, Consumer<JobHandle<?>> progress) {
    List<String> files = sampleFiles();
    makeFolder(folder);
    try (Workspace workspace = Workspace.create(freeName(folder))) {
      Run<ImportResult> imported =
          run(workspace, new FileImport(ImportRequest.of(files)), progress);
      for (String source : ASKED) {
        state(workspace, ConsentSettingsRequest.basis(source, "consent", ""), progress);
      }
      for (String source : CONTRACTS) {
        state(workspace, ConsentSettingsRequest.basis(source, "other", CONTRACT), progress);
      }
      Run<BuildResult> built = run(workspace, new ModelBuild(BuildRequest.everything()), progress);
      Run<CheckResult> checked =
          run(workspace, new QualityCheck(CheckRequest.now(List.of())), progress);
      Run<ConsentResult> consent = run(workspace, new ConsentReport(), progress);
      Run<LeadScoringResult> leads = run(workspace, new LeadScoring(request()), progress);
      String model = Objects.requireNonNull(leads.result().registered()).name();
      new DemoSteps(workspace, progress).take(sampleData(), model, consent.id());
      return new Demo(workspace.folder(), imported, built, checked, consent, leads);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static void state(
      Workspace workspace, ConsentSettingsRequest request, Consumer<JobHandle<?>> progress) {
    run(workspace, new ConsentSettings(request), progress);
  }

  private static LeadScoringRequest request() {
    var worth =
        new ScoringOptions(
            ScoringOptions.Purpose.LEADS, false, null, WORTH_OF_A_WIN, COST_OF_A_CALL, null, null);
    return new LeadScoringRequest(
        LEADS, "Abgeschlossen", "Ja", "Lead-ID", List.of(), null, 7, worth);
  }

  private static <R> Run<R> run(Workspace workspace, Job<R> job, Consumer<JobHandle<?>> progress) {
    return new JobRunner(workspace, Runnable::run).run(job, null, progress::accept);
  }

  /** Everything but the generator and what explains the files. */
  private static List<String> sampleFiles() {
    Path folder = sampleData();
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !Set.of("generator", "README.md").contains(name(file)))
          .filter(file -> !name(file).startsWith("."))
          .sorted()
          .map(file -> file.toAbsolutePath().toString())
          .toList();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static WorkbenchException unreadable(IOException e) {
    return new WorkbenchException(
        "sample-data-missing",
        "The sample data cannot be read from " + sampleData() + ".",
        "Install Liftwerk again, or set LIFTWERK_SAMPLE_DATA to the folder.",
        e);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** The sample data of this installation; in a checkout, the folder of the same name. */
  public static Path sampleData() {
    String named = System.getenv("LIFTWERK_SAMPLE_DATA");
    if (named != null) {
      return Path.of(named);
    }
    String installed = System.getProperty("liftwerk.dist");
    return installed == null
        ? Path.of(System.getProperty("liftwerk.root", "."), "sample-data")
        : Path.of(installed, "sample-data");
  }

  private static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new WorkbenchException(
          "folder-unwritable",
          "The folder " + folder + " cannot be made: " + e.getMessage() + ".",
          "Choose a place you may write to.",
          e);
    }
  }

  private static Path freeName(Path folder) {
    Path place = folder.resolve(NAME + ".liftwerk");
    for (int i = 2; Files.exists(place); i++) {
      place = folder.resolve(NAME + "-" + i + ".liftwerk");
    }
    return place;
  }
}
