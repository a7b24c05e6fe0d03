package io.liftwerk.warehouse.project;

import io.liftwerk.warehouse.model.ComputedSource;
import io.liftwerk.warehouse.model.ModelDescription;
import io.liftwerk.warehouse.model.ModelFile;
import io.liftwerk.warehouse.model.SourceDescription;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Names;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a project in two rounds: what each model asks for and refers to, and, once it is known
 * which table every model becomes, its SQL.
 */
final class ProjectReader {
  private final ProjectFiles files;
  private final Map<String, TableRef> tables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final List<ComputedSource> computed;
  private final Runnable look;
  private final Descriptions descriptions = new Descriptions();
  private ProjectSettings settings = ProjectSettings.none();
  private final Map<String, First> first = new LinkedHashMap<>();
  private final Map<String, Project.Unusable> unusable = new LinkedHashMap<>();

  /** What the first round finds of a model. */
  private record First(
      ModelFile file, ModelConfig config, Set<String> refs, Set<TableRef> sources) {}

  ProjectReader(
      ProjectFiles files,
      Collection<TableRef> tables,
      List<ComputedSource> computed,
      Runnable look) {
    this.files = files;
    this.computed = computed;
    this.look = look;
    tables.forEach(table -> this.tables.put(table.toString(), table));
    for (ComputedSource source : computed) {
      for (String table : source.tables()) {
        this.tables.put("liftwerk." + table, new TableRef("liftwerk", table));
      }
    }
  }

  Project read() {
    var macros = new ArrayList<ModelFile>();
    for (ModelFile file : files.files()) {
      look.run();
      if (ProjectFiles.isSettings(file)) {
        settings = settings.with(file);
      } else if (ProjectFiles.isDescriptions(file)) {
        descriptions.add(file);
      } else if (ProjectFiles.isMacros(file)) {
        macros.add(file);
      }
    }
    var sandbox = new Sandbox(macros, settings.vars(), look);
    List<ModelFile> models = models();
    for (ModelFile file : models) {
      look.run();
      look(sandbox, file);
    }
    noTableTwice();
    missing();
    List<String> order = order();
    var ready = new LinkedHashMap<String, ProjectModel>();
    for (First model : first.values()) {
      look.run();
      try {
        ready.put(model.file().name(), compiled(sandbox, model));
      } catch (WorkbenchException e) {
        unusable(model.file(), model.config().relation(), e);
      }
    }
    return new Project(files, descriptions, tables.values(), ready, unusable, steps(order, ready));
  }

  /** The files of models, but for those of which there are two of a name. */
  private List<ModelFile> models() {
    var byName = new LinkedHashMap<String, ModelFile>();
    for (ModelFile file : files.files()) {
      if (ProjectFiles.isModel(file)) {
        ModelFile other = byName.putIfAbsent(file.name().toLowerCase(Locale.ROOT), file);
        if (other != null) {
          unusable(
              file,
              null,
              new WorkbenchException(
                  "model-twice",
                  "Two models are called "
                      + file.name()
                      + ": "
                      + other.path()
                      + " and "
                      + file.path()
                      + ".",
                  "Give one of them another name."));
        }
      }
    }
    return byName.values().stream().filter(file -> !unusable.containsKey(file.name())).toList();
  }

  private void unusable(ModelFile file, @Nullable TableRef relation, WorkbenchException reason) {
    unusable.putIfAbsent(file.name(), new Project.Unusable(file, relation, reason));
  }

  // the first round

  private void look(Sandbox sandbox, ModelFile file) {
    var refs = new LinkedHashSet<String>();
    var sources = new LinkedHashSet<TableRef>();
    try {
      Map<String, Object> values = new LinkedHashMap<>(settings.of(file));
      values.putAll(described(file.name()));
      var noted = new Noting(refs, sources, false);
      values.putAll(sandbox.render(file, noted).config());
      ModelConfig config = ModelConfig.of(file, values);
      if (config.materialization() == Materialization.INCREMENTAL) {
        sandbox.render(file, new Noting(refs, sources, true));
      }
      if (config.enabled()) {
        first.put(file.name(), new First(file, config, refs, sources));
      }
    } catch (WorkbenchException e) {
      unusable(file, null, e);
    }
  }

  private Map<String, Object> described(String model) {
    ModelDescription description = descriptions.models().get(model);
    if (description == null || description.config() == null) {
      return Map.of();
    }
    var values = new LinkedHashMap<String, Object>();
    description
        .config()
        .properties()
        .forEach(
            entry -> {
              Object value = Json.mapper().convertValue(entry.getValue(), Object.class);
              if (value != null) {
                values.put(entry.getKey(), value);
              }
            });
    return values;
  }

  /** Writes down what is referred to, and answers with names that nobody reads. */
  private final class Noting implements Scope {
    private final Set<String> refs;
    private final Set<TableRef> sources;
    private final boolean incremental;

    Noting(Set<String> refs, Set<TableRef> sources, boolean incremental) {
      this.refs = refs;
      this.sources = sources;
      this.incremental = incremental;
    }

    @Override
    public String ref(String model) {
      refs.add(model);
      return new TableRef("gold", model).sql();
    }

    @Override
    public String source(String source, String table) {
      TableRef found = find(source, table);
      sources.add(found);
      return found.sql();
    }

    @Override
    public boolean incremental() {
      return incremental;
    }

    @Override
    public String self() {
      return "\"this\"";
    }
  }

  private TableRef find(String source, String table) {
    SourceDescription description = descriptions.source(source, table);
    String wanted =
        description == null
            ? source + "." + table
            : description.schema() + "." + description.identifier();
    TableRef found = tables.get(wanted);
    if (found == null) {
      throw new WorkbenchException(
          "source-unknown",
          "There is no source '"
              + source
              + "."
              + table
              + "'."
              + Names.suggestion(source + "." + table, tables.keySet()),
          "Import the file it comes from, or correct the name.");
    }
    return found;
  }

  // between the rounds

  private void noTableTwice() {
    var taken = new TreeMap<String, First>(String.CASE_INSENSITIVE_ORDER);
    for (First model : List.copyOf(first.values())) {
      String relation = model.config().relation().toString();
      First other = taken.putIfAbsent(relation, model);
      if (other != null) {
        refuse(
            model,
            new WorkbenchException(
                "model-twice",
                "Two models become "
                    + relation
                    + ": "
                    + other.file().path()
                    + " and "
                    + model.file().path()
                    + ".",
                "Give one of them another name or alias."));
      }
    }
  }

  private void missing() {
    for (First model : List.copyOf(first.values())) {
      for (String ref : model.refs()) {
        if (!first.containsKey(ref) && !unusable.containsKey(ref)) {
          refuse(
              model,
              Broken.at(
                  "ref-unknown",
                  model.file().path(),
                  line(model.file(), ref),
                  "There is no model '" + ref + "'." + Names.suggestion(ref, names()),
                  "Correct the name, or add the model."));
          break;
        }
      }
    }
  }

  private Set<String> names() {
    var names = new LinkedHashSet<>(first.keySet());
    names.addAll(unusable.keySet());
    return names;
  }

  /** The line where a name stands in quotes; 0 when it is put together. */
  private static int line(ModelFile file, String name) {
    int line = 0;
    for (String text : file.text().lines().toList()) {
      line++;
      if (text.contains("'" + name + "'") || text.contains('"' + name + '"')) {
        return line;
      }
    }
    return 0;
  }

  private void refuse(First model, WorkbenchException reason) {
    first.remove(model.file().name());
    unusable(model.file(), model.config().relation(), reason);
  }

  private List<String> order() {
    var graph = new Graph();
    for (ComputedSource source : computed) {
      graph.add(Graph.nodeOf(source), source.after());
    }
    for (First model : first.values()) {
      var needs = new ArrayList<>(model.refs());
      model.sources().forEach(table -> needs.addAll(Graph.nodesOf(table, computed)));
      graph.add(model.file().name(), needs);
    }
    graph.sort();
    graph
        .circles()
        .forEach(
            (name, circle) -> {
              First model = first.get(name);
              if (model != null) {
                refuse(
                    model,
                    Broken.at(
                        "model-circle",
                        model.file().path(),
                        line(model.file(), circle.get(circle.indexOf(name) + 1)),
                        "The models refer to each other in a circle: "
                            + String.join(" → ", circle)
                            + ".",
                        "Take one of these references out."));
              }
            });
    return graph.order();
  }

  private List<Project.Step> steps(List<String> order, Map<String, ProjectModel> ready) {
    var byNode = new LinkedHashMap<String, ComputedSource>();
    computed.forEach(source -> byNode.put(Graph.nodeOf(source), source));
    var steps = new ArrayList<Project.Step>();
    for (String node : order) {
      ComputedSource source = byNode.get(node);
      ProjectModel model = ready.get(node);
      if (source != null) {
        steps.add(new Project.ComputedStep(source));
      } else if (model != null) {
        steps.add(new Project.ModelStep(model));
      }
    }
    return steps;
  }

  // the second round

  private ProjectModel compiled(Sandbox sandbox, First model) {
    String whole = sandbox.render(model.file(), new Compiling(model, false)).text();
    String added =
        model.config().materialization() == Materialization.INCREMENTAL
            ? sandbox.render(model.file(), new Compiling(model, true)).text()
            : null;
    return new ProjectModel(
        model.file(),
        model.config(),
        query(whole),
        added == null ? null : query(added),
        model.refs(),
        model.sources(),
        descriptions.models().get(model.file().name()));
  }

  /** A semicolon at the end is a habit, and would be an error inside of CREATE. */
  private static String query(String text) {
    return text.strip().replaceAll("[;\\s]+$", "");
  }

  private final class Compiling implements Scope {
    private final First model;
    private final boolean incremental;

    Compiling(First model, boolean incremental) {
      this.model = model;
      this.incremental = incremental;
    }

    @Override
    public String ref(String name) {
      First other = first.get(name);
      if (other != null) {
        return other.config().relation().sql();
      }
      Project.Unusable broken = unusable.get(name);
      TableRef relation = broken == null ? null : broken.relation();
      return relation == null ? new TableRef("gold", name).sql() : relation.sql();
    }

    @Override
    public String source(String source, String table) {
      return find(source, table).sql();
    }

    @Override
    public boolean incremental() {
      return incremental;
    }

    @Override
    public String self() {
      return model.config().relation().sql();
    }
  }
}
