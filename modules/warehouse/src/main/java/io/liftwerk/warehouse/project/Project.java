package io.liftwerk.warehouse.project;

import io.liftwerk.warehouse.model.ComputedSource;
import io.liftwerk.warehouse.model.ModelDescription;
import io.liftwerk.warehouse.model.ModelFile;
import io.liftwerk.warehouse.model.SourceDescription;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A project of models, read: what can be built, in which order, and what cannot and why. */
public final class Project {

  /** A step of a build. */
  public sealed interface Step {}

  /** A model to build. */
  public record ModelStep(ProjectModel model) implements Step {}

  /** Tables that Liftwerk works out itself. */
  public record ComputedStep(ComputedSource source) implements Step {}

  /**
   * A model that cannot be built.
   *
   * @param file where it stands
   * @param relation the table it would become; null when not even that is known
   * @param reason a sentence that names the file, and the line where it is known
   */
  public record Unusable(ModelFile file, @Nullable TableRef relation, WorkbenchException reason) {}

  private final ProjectFiles files;
  private final Descriptions descriptions;
  private final List<TableRef> tables;
  private final Map<String, ProjectModel> models;
  private final Map<String, Unusable> unusable;
  private final List<Step> steps;

  Project(
      ProjectFiles files,
      Descriptions descriptions,
      Collection<TableRef> tables,
      Map<String, ProjectModel> models,
      Map<String, Unusable> unusable,
      List<Step> steps) {
    this.files = files;
    this.descriptions = descriptions;
    this.tables = List.copyOf(tables);
    this.models = new LinkedHashMap<>(models);
    this.unusable = new LinkedHashMap<>(unusable);
    this.steps = List.copyOf(steps);
  }

  /**
   * Reads a project.
   *
   * @param tables what is there beside the models, bronze above all
   * @param computed what is worked out between the models
   * @throws WorkbenchException when a {@code schema.yml}, {@code dbt_project.yml} or file of macros
   *     cannot be read: code {@code yaml}, {@code jinja}, {@code macro-unknown}
   */
  public static Project read(
      ProjectFiles files, Collection<TableRef> tables, List<ComputedSource> computed) {
    return read(files, tables, computed, () -> {});
  }

  /**
   * As {@link #read(ProjectFiles, Collection, List)}.
   *
   * @param look called before every file; what it throws ends the reading
   */
  public static Project read(
      ProjectFiles files,
      Collection<TableRef> tables,
      List<ComputedSource> computed,
      Runnable look) {
    return new ProjectReader(files, tables, computed, look).read();
  }

  public ProjectFiles files() {
    return files;
  }

  /** The models that can be built as far as their files say, by name. */
  public Map<String, ProjectModel> models() {
    return models;
  }

  /** The models that cannot be built, by name. */
  public Map<String, Unusable> unusable() {
    return unusable;
  }

  /** What is to be done, each after what it needs. */
  public List<Step> steps() {
    return steps;
  }

  /** What the {@code schema.yml} files say of models, in the order of the files. */
  public List<ModelDescription> descriptions() {
    return List.copyOf(descriptions.models().values());
  }

  /** What they say of tables that no model makes. */
  public List<SourceDescription> sources() {
    return descriptions.sources();
  }

  /** Tables that models may refer to as sources: what is imported, and what is worked out. */
  public List<TableRef> tables() {
    return tables;
  }

  /** The table that a model becomes, whether it can be built or not. */
  public Optional<TableRef> relation(String model) {
    ProjectModel found = models.get(model);
    if (found != null) {
      return Optional.of(found.relation());
    }
    return Optional.ofNullable(unusable.get(model)).map(Unusable::relation);
  }

  /** {@code model} and all it stands on. */
  public Set<String> upstream(String model) {
    return Graph.upstream(model, steps);
  }

  /** The names of all models. */
  public List<String> names() {
    var names = new ArrayList<>(models.keySet());
    names.addAll(unusable.keySet());
    return names;
  }
}
