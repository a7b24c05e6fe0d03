package io.liftwerk.ingest.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The recipes that are shipped. They are written as YAML; the build makes one JSON file of them
 * all, which is read in a tenth of the time, whenever a file is imported.
 */
final class ShippedRecipes {
  private static final String FOLDER = "/io/liftwerk/ingest/recipes/";
  private static final String TOGETHER = "shipped.json";

  private ShippedRecipes() {}

  /**
   * Writes the JSON file into the classes of the module, whose folder is the argument; not if it
   * stands there as it is, since a newer file would have every module after this one compiled anew.
   */
  static void main(String... arguments) throws IOException {
    Path file = Path.of(arguments[0] + FOLDER + TOGETHER);
    String text = together(new YAMLMapper()).toString() + "\n";
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.writeString(file, text);
    }
  }

  private static ArrayNode together(YAMLMapper yaml) throws IOException {
    ArrayNode all = new JsonMapper().createArrayNode();
    for (String name : names()) {
      all.add(yaml.readTree(text(name)));
    }
    return all;
  }

  /** All of them, in the order of their list. */
  static List<Recipe> all() {
    try (InputStream in = ShippedRecipes.class.getResourceAsStream(FOLDER + TOGETHER)) {
      return in == null ? one() : together(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Recipe> together(InputStream in) throws IOException {
    ObjectMapper json = RecipeBook.prepared(new JsonMapper());
    var recipes = new ArrayList<Recipe>();
    for (JsonNode node : json.readTree(in)) {
      recipes.add(RecipeBook.checked(json.treeToValue(node, Recipe.class)));
    }
    return recipes;
  }

  /** One by one, as they are written. */
  static List<Recipe> one() throws IOException {
    var recipes = new ArrayList<Recipe>();
    for (String name : names()) {
      recipes.add(RecipeBook.read(text(name)));
    }
    return recipes;
  }

  private static List<String> names() throws IOException {
    return text("index.txt").lines().filter(line -> !line.isBlank()).toList();
  }

  private static String text(String name) throws IOException {
    try (InputStream in = ShippedRecipes.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("no recipe " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
