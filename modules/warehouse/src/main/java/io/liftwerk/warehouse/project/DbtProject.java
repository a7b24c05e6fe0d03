package io.liftwerk.warehouse.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.liftwerk.warehouse.model.ModelFile;
import io.liftwerk.warehouse.model.SourceDescription;
import io.liftwerk.workspace.TableRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A project as dbt wants it: one settings file, no model described twice, every source declared.
 *
 * @param files all of it
 * @param models how many models there are
 * @param sources how many sources
 */
public record DbtProject(List<ModelFile> files, int models, int sources) {
  /** The file that names the database. */
  public static final String PROFILE = "profiles.yml";

  private static final String RESOURCES = "/io/liftwerk/warehouse/dbt/";
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();

  /**
   * @param warehouse path of the database, unless a variable names another
   */
  public static DbtProject of(Project project, String warehouse) {
    var files = new LinkedHashMap<String, ModelFile>();
    var own = project.files().own();
    Set<String> describedByOwn = described(own);
    int models = 0;
    var settings = new ArrayList<ModelFile>();
    for (ModelFile file : project.files().files()) {
      if (ProjectFiles.isSettings(file)) {
        settings.add(file);
        continue;
      }
      ModelFile written = file;
      if (ProjectFiles.isDescriptions(file) && !own.contains(file)) {
        written = without(file, describedByOwn);
      }
      models += ProjectFiles.isModel(file) ? 1 : 0;
      put(files, written);
    }
    put(files, settings(settings));
    put(files, new ModelFile(PROFILE, profile(warehouse)));
    put(files, resource("macros/generate_schema_name.sql"));
    put(files, resource("README.md"));
    ArrayNode sources = sources(project);
    int tables = 0;
    for (JsonNode source : sources) {
      tables += source.path("tables").size();
    }
    put(
        files,
        new ModelFile(
            "models/liftwerk_sources.yml",
            write(YAML.createObjectNode().put("version", 2).set("sources", sources))));
    return new DbtProject(List.copyOf(files.values()), models, tables + project.sources().size());
  }

  /** Two descriptions may have one place; the user's own keeps its name. */
  private static void put(Map<String, ModelFile> files, ModelFile file) {
    ModelFile before = files.put(file.path(), file);
    if (before != null && ProjectFiles.isDescriptions(file)) {
      String path = file.path().replaceFirst("(\\.ya?ml)$", "_shipped$1");
      files.put(path, new ModelFile(path, before.text()));
    }
  }

  private static Set<String> described(Set<ModelFile> own) {
    var names = new HashSet<String>();
    for (ModelFile file : own) {
      if (ProjectFiles.isDescriptions(file)) {
        Yaml.list(file, Yaml.read(file), "models")
            .forEach(model -> names.add(model.path("name").asText()));
      }
    }
    return names;
  }

  /** The file as it is, unless it describes a model that the user describes too. */
  private static ModelFile without(ModelFile file, Set<String> names) {
    JsonNode tree = Yaml.read(file);
    var kept = YAML.createArrayNode();
    JsonNode models = Yaml.list(file, tree, "models");
    models.forEach(
        model -> {
          if (!names.contains(model.path("name").asText())) {
            kept.add(model);
          }
        });
    if (kept.size() == models.size()) {
      return file;
    }
    ObjectNode less = tree.deepCopy();
    less.set("models", kept);
    return new ModelFile(file.path(), write(less));
  }

  /** One file is kept as it is, with its comments. */
  private static ModelFile settings(List<ModelFile> files) {
    if (files.size() == 1) {
      return files.getFirst();
    }
    JsonNode all = YAML.createObjectNode().put("name", "liftwerk").put("profile", "liftwerk");
    for (ModelFile file : files) {
      all = merged(all, Yaml.read(file));
    }
    return new ModelFile("dbt_project.yml", write(all));
  }

  /** {@code later} goes before, field by field. */
  private static JsonNode merged(JsonNode earlier, JsonNode later) {
    if (!(earlier instanceof ObjectNode) || !(later instanceof ObjectNode)) {
      return later;
    }
    ObjectNode both = earlier.deepCopy();
    later
        .properties()
        .forEach(
            entry -> {
              JsonNode there = both.get(entry.getKey());
              both.set(
                  entry.getKey(),
                  there == null ? entry.getValue() : merged(there, entry.getValue()));
            });
    return both;
  }

  private static String profile(String warehouse) {
    String path = "{{ env_var('LIFTWERK_WAREHOUSE', '" + warehouse.replace("'", "\\'") + "') }}";
    ObjectNode root = YAML.createObjectNode();
    ObjectNode duckdb =
        root.putObject("liftwerk").put("target", "duckdb").putObject("outputs").putObject("duckdb");
    duckdb.put("type", "duckdb").put("path", path).put("schema", "gold").put("threads", 1);
    return write(root);
  }

  /** The tables that no model makes, but for those that are described already. */
  private static ArrayNode sources(Project project) {
    var described = new HashSet<List<String>>();
    for (SourceDescription source : project.sources()) {
      described.add(List.of(source.source(), source.table()));
    }
    var bySchema = new TreeMap<String, Set<String>>();
    for (TableRef table : project.tables()) {
      if (!described.contains(List.of(table.schema(), table.name()))) {
        bySchema.computeIfAbsent(table.schema(), schema -> new TreeSet<>()).add(table.name());
      }
    }
    ArrayNode sources = YAML.createArrayNode();
    bySchema.forEach(
        (schema, names) -> {
          ArrayNode tables =
              sources.addObject().put("name", schema).put("schema", schema).putArray("tables");
          names.forEach(name -> tables.addObject().put("name", name));
        });
    return sources;
  }

  private static String write(JsonNode node) {
    try {
      return YAML.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always YAML", e);
    }
  }

  private static ModelFile resource(String name) {
    try (InputStream in = DbtProject.class.getResourceAsStream(RESOURCES + name)) {
      if (in == null) {
        throw new IllegalStateException("not shipped: " + name);
      }
      return new ModelFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
