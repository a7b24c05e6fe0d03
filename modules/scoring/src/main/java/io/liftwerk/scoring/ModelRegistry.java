package io.liftwerk.scoring;

import io.liftwerk.scoring.registry.VersionFile;
import io.liftwerk.scoring.registry.Versions;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Names;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The trained models of a workspace. Every training run registers its model as a version of a named
 * model; the first becomes the champion, later ones are challengers until {@link ModelChange} says
 * otherwise. Only reads; safe to use from several threads.
 */
public final class ModelRegistry {
  private final Path folder;
  private final Source source;

  private interface Source {
    <T> T with(Reading<T> reading) throws SQLException;
  }

  private interface Reading<T> {
    T of(Connection connection) throws SQLException;
  }

  private ModelRegistry(Path folder, Source source) {
    this.folder = folder;
    this.source = source;
  }

  /** The models as the last committed run left them. */
  public static ModelRegistry of(Workspace workspace) {
    return new ModelRegistry(
        workspace.folder(),
        new Source() {
          @Override
          public <T> T with(Reading<T> reading) throws SQLException {
            try (Connection connection = workspace.connect()) {
              return reading.of(connection);
            }
          }
        });
  }

  /** The models as a running job sees them. */
  static ModelRegistry in(JobContext context) {
    return new ModelRegistry(
        context.workspace().folder(),
        new Source() {
          @Override
          public <T> T with(Reading<T> reading) throws SQLException {
            return reading.of(context.connection());
          }
        });
  }

  /** All versions, by model, oldest first. */
  public List<ModelVersion> list() {
    return read(connection -> new Versions(connection).list());
  }

  /**
   * The versions of a model, oldest first, its name in any case.
   *
   * @throws WorkbenchException code {@code model-unknown}, naming the nearest
   */
  public List<ModelVersion> of(String name) {
    List<ModelVersion> all = list();
    List<String> names = all.stream().map(ModelVersion::name).distinct().toList();
    String known = Names.match(name, names).orElseThrow(() -> unknown(name, names));
    return all.stream().filter(version -> version.name().equals(known)).toList();
  }

  private static WorkbenchException unknown(String name, List<String> names) {
    return new WorkbenchException(
        "model-unknown",
        "There is no model '" + name + "' in this workspace.",
        names.isEmpty() ? "Train one with leads or churn first." : Nearest.hint(name, names));
  }

  /**
   * The version that {@code reference} names; the champion when it names none.
   *
   * @throws WorkbenchException code {@code model-unknown}, {@code version-unknown} or {@code
   *     no-champion}
   */
  public ModelVersion get(ModelReference reference) {
    List<ModelVersion> versions = of(reference.name());
    Integer number = reference.version();
    if (number == null) {
      return versions.stream()
          .filter(version -> version.stage() == ModelStage.CHAMPION)
          .findFirst()
          .orElseThrow(() -> noChampion(versions));
    }
    return versions.stream()
        .filter(version -> version.version() == number)
        .findFirst()
        .orElseThrow(() -> unknown(versions, number));
  }

  private static WorkbenchException noChampion(List<ModelVersion> versions) {
    return new WorkbenchException(
        "no-champion",
        "The model '" + versions.getLast().name() + "' has no champion.",
        "Name a version, such as "
            + versions.getLast().reference()
            + ", or promote one to champion.");
  }

  private static WorkbenchException unknown(List<ModelVersion> versions, int number) {
    ModelVersion nearest =
        versions.stream()
            .min(java.util.Comparator.comparingInt(version -> Math.abs(version.version() - number)))
            .orElseThrow();
    return new WorkbenchException(
        "version-unknown",
        "The model '%s' has no version %d.".formatted(nearest.name(), number),
        "Did you mean '" + nearest.reference() + "'?");
  }

  /**
   * A version, whole.
   *
   * @throws WorkbenchException code {@code model-missing}, {@code model-format} or {@code
   *     model-tampered}
   */
  public VersionFile load(ModelVersion version) {
    return VersionFile.read(folder, version);
  }

  private <T> T read(Reading<T> reading) {
    try {
      return source.with(reading);
    } catch (SQLException e) {
      throw new WorkbenchException(
          "registry-unreadable",
          "The list of models cannot be read: " + e.getMessage() + ".",
          "Open the workspace anew.",
          e);
    }
  }
}
