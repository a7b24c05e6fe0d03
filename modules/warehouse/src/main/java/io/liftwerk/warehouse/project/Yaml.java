package io.liftwerk.warehouse.project;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.liftwerk.warehouse.model.ModelFile;
import io.liftwerk.workspace.WorkbenchException;

/** Reads YAML, and says where it is none. */
final class Yaml {
  private static final ObjectMapper MAPPER =
      new YAMLMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private Yaml() {}

  /**
   * @return an object; an empty one for an empty file
   * @throws WorkbenchException code {@code yaml}, naming file and line
   */
  static JsonNode read(ModelFile file) {
    try {
      JsonNode tree = MAPPER.readTree(file.text());
      if (tree.isMissingNode() || tree.isNull()) {
        return MAPPER.createObjectNode();
      }
      if (!tree.isObject()) {
        throw misshapen(file, "It holds no names with values.");
      }
      return tree;
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw Broken.at(
          "yaml",
          file.path(),
          line,
          "This is no YAML: " + Broken.firstLine(e.getOriginalMessage()) + ".",
          "Correct the file; columns of blanks matter in YAML.",
          e);
    }
  }

  /**
   * @throws WorkbenchException code {@code yaml}
   */
  static JsonNode list(ModelFile file, JsonNode parent, String field) {
    JsonNode list = parent.path(field);
    if (list.isMissingNode() || list.isNull()) {
      return MAPPER.createArrayNode();
    }
    if (!list.isArray()) {
      throw misshapen(file, "What stands under '" + field + "' is no list.");
    }
    return list;
  }

  /**
   * @throws WorkbenchException code {@code yaml}
   */
  static String name(ModelFile file, JsonNode entry, String list) {
    String name = entry.path("name").asText("");
    if (name.isBlank()) {
      throw misshapen(file, "An entry under '" + list + "' has no name.");
    }
    return name;
  }

  static WorkbenchException misshapen(ModelFile file, String what) {
    return Broken.at("yaml", file.path(), 0, what, "See how the shipped schema.yml does it.");
  }
}
