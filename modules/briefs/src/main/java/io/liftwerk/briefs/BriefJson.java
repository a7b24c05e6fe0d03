package io.liftwerk.briefs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a {@link BriefDocument}, held to its published schema both ways: what is written
 * passes, what does not pass is not read. Beyond the schema every number of a source, a passage or
 * a fact to check must be one that the document has.
 */
public final class BriefJson {
  private static final String FILE = "brief.schema.json";
  private static final Pattern STEP = Pattern.compile("/([^/]+)");

  /** Read when there is a document to look at. */
  private static final class Published {
    static final String TEXT = text();
    static final Schema SCHEMA =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(TEXT);

    private static String text() {
      try (var in = BriefJson.class.getResourceAsStream(FILE)) {
        return new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private BriefJson() {}

  /** The schema, JSON Schema draft 2020-12. */
  public static String schema() {
    return Published.TEXT;
  }

  /**
   * The document as people read it: indented, lines end in a line feed on every system.
   *
   * @throws WorkbenchException code {@code brief-invalid} when it is not as its schema says
   */
  public static String write(BriefDocument document) {
    JsonNode tree = Json.mapper().valueToTree(document);
    check(tree);
    var indenter = new DefaultIndenter("  ", "\n");
    var printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(indenter)
            .withArrayIndenter(indenter);
    try {
      return Json.mapper().writer(printer).writeValueAsString(tree) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that cannot be written", e);
    }
  }

  /**
   * Reads a document back.
   *
   * @throws WorkbenchException code {@code brief-invalid} when it is not as its schema says
   */
  public static BriefDocument read(String json) {
    JsonNode tree;
    try {
      tree = Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new WorkbenchException(
          "brief-invalid",
          "The brief is no JSON: line %d."
              .formatted(e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
          "Take a file that 'brief export --to json' wrote.",
          e);
    }
    check(tree);
    return Json.read(tree.toString(), BriefDocument.class);
  }

  /**
   * @throws WorkbenchException code {@code brief-invalid}: the sentence names the first field that
   *     is missing, unknown or not as it should be
   */
  public static void check(JsonNode document) {
    List<Error> errors = Published.SCHEMA.validate(document);
    if (!errors.isEmpty()) {
      throw refused(sentence(errors.getFirst()), null);
    }
    new BriefReferences(Json.read(document.toString(), BriefDocument.class)).check();
  }

  static WorkbenchException refused(String sentence, @Nullable Throwable cause) {
    return new WorkbenchException(
        "brief-invalid",
        sentence,
        "See the schema of briefs for what a document must hold.",
        cause);
  }

  private static String sentence(Error error) {
    String place = place(error.getInstanceLocation().toString());
    String property = String.valueOf(error.getProperty());
    String inside = place.isEmpty() ? property : place + "." + property;
    return switch (String.valueOf(error.getKeyword())) {
      case "required" -> "The brief lacks the field '%s'.".formatted(inside);
      case "additionalProperties" ->
          "The brief has a field '%s' that no brief has.".formatted(inside);
      case "type" ->
          "The brief's field '%s' is of another type than its schema says.".formatted(place);
      default ->
          "The brief's field '%s' does not meet the rule '%s' of its schema."
              .formatted(place, error.getKeyword());
    };
  }

  /** {@code /brief/outline/2/heading} as {@code brief.outline[2].heading}. */
  private static String place(String pointer) {
    var place = new StringBuilder();
    Matcher step = STEP.matcher(pointer);
    while (step.find()) {
      String name = step.group(1);
      if (Character.isDigit(name.charAt(0))) {
        place.append('[').append(name).append(']');
      } else {
        place.append(place.isEmpty() ? "" : ".").append(name);
      }
    }
    return place.toString();
  }
}
