package io.liftwerk.warehouse;

import io.liftwerk.warehouse.model.ModelFile;
import io.liftwerk.warehouse.project.DbtProject;
import io.liftwerk.warehouse.project.Project;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the workspace's models as a project that dbt runs: the files as they are, the generated
 * staging models among them, a profile for DuckDB, and all tables that no model makes as sources.
 *
 * <p>The folder appears whole or not at all.
 */
public final class DbtExport implements Job<DbtExportResult> {
  /** Name of the job. */
  public static final String NAME = "export-dbt";

  private final DbtExportRequest request;
  private final BuildParts parts;

  public DbtExport(DbtExportRequest request) {
    this(request, BuildParts.standard());
  }

  DbtExport(DbtExportRequest request, BuildParts parts) {
    this.request = request;
    this.parts = parts;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public DbtExportRequest parameters() {
    return request;
  }

  @Override
  public Object fingerprint(DbtExportResult result) {
    return Json.without(result, "folder");
  }

  /**
   * @throws WorkbenchException code {@code export-target} when the folder cannot be made, and as
   *     {@link Project#read} when a file of the project cannot be read
   */
  @Override
  public DbtExportResult run(JobContext context) throws Exception {
    Path target = Path.of(request.folder()).toAbsolutePath().normalize();
    checkFree(target);
    context.progress(0, "reading the models");
    Project project =
        Project.read(
            parts.files().of(context.workspace()),
            ModelBuild.tables(context.connection(), BuiltModels.read(context.connection())),
            parts.computed(),
            context::checkCancelled);
    String warehouse = context.workspace().folder().resolve("warehouse.duckdb").toString();
    DbtProject exported = DbtProject.of(project, warehouse);
    Path part = target.resolveSibling("." + target.getFileName() + ".liftwerk-part");
    try {
      delete(part);
      for (ModelFile file : exported.files()) {
        context.checkCancelled();
        write(part, file);
      }
      Files.deleteIfExists(target);
      Files.move(part, target);
    } catch (IOException e) {
      throw refused(target, "it could not be written there", e);
    } finally {
      delete(part);
    }
    context.artefact(target);
    return new DbtExportResult(
        target.toString(),
        exported.files().size(),
        exported.models(),
        exported.sources(),
        hash(exported.files()));
  }

  private static void checkFree(Path target) throws IOException {
    Path parent = target.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw refused(target, "the folder above it does not exist", null);
    }
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      throw refused(target, "there is a file of that name", null);
    }
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(target)) {
      if (inside.iterator().hasNext()) {
        throw refused(target, "the folder is not empty", null);
      }
    }
  }

  private static WorkbenchException refused(Path target, String why, @Nullable IOException e) {
    return new WorkbenchException(
        "export-target",
        "The dbt project cannot be written to " + target + ": " + why + ".",
        "Name a folder that is not there yet.",
        e);
  }

  private static void write(Path folder, ModelFile file) throws IOException {
    Path path = folder.resolve(file.path());
    Files.createDirectories(path.getParent());
    Files.writeString(path, file.text());
  }

  private static String hash(List<ModelFile> files) {
    var all = new StringBuilder();
    files.stream()
        .filter(file -> !file.path().equals(DbtProject.PROFILE))
        .sorted(Comparator.comparing(ModelFile::path))
        .forEach(file -> all.append(file.path()).append('\n').append(Hashes.sha256(file.text())));
    return Hashes.sha256(all.toString());
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
