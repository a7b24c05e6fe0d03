package io.liftwerk.guardrails.structure;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.regex.RegularExpression;
import io.liftwerk.workspace.WorkbenchException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A JSON document that holds to a schema. */
final class SchemaShape {
  /** A document that holds a name twice is read one way here and another there: refused. */
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final int MOST = 20;

  private final Schema schema;

  private SchemaShape(Schema schema) {
    this.schema = schema;
  }

  /**
   * @throws WorkbenchException code {@code guard-shape}
   */
  static SchemaShape of(String text) {
    JsonNode tree;
    try {
      tree = STRICT.readTree(text);
    } catch (JacksonException e) {
      throw broken("it is no JSON (" + firstLine(e.getOriginalMessage()) + ")", e);
    }
    if (!tree.isObject() && !tree.isBoolean()) {
      throw broken("it is neither an object nor true or false", null);
    }
    String fault = SchemaCycles.fault(tree);
    if (fault != null) {
      throw broken(fault, null);
    }
    var config =
        SchemaRegistryConfig.builder().regularExpressionFactory(SchemaShape::bounded).build();
    SpecificationVersion version =
        SpecificationVersion.fromSchemaNode(tree).orElse(SpecificationVersion.DRAFT_2020_12);
    try {
      // without a fetcher of its own the registry reads what is on the classpath and nothing else
      Schema schema =
          SchemaRegistry.withDefaultDialect(
                  version, builder -> builder.schemaRegistryConfig(config))
              .getSchema(tree);
      return new SchemaShape(schema);
    } catch (SchemaException | PatternSyntaxException e) {
      throw broken(firstLine(e.getMessage()), e);
    }
  }

  private static RegularExpression bounded(String expression) {
    Pattern pattern = Pattern.compile(expression);
    return value -> pattern.matcher(new BoundedText(value)).find();
  }

  /** What is wrong with {@code text}, one phrase each; none where it holds. */
  List<String> faults(String text) {
    JsonNode document;
    try {
      document = STRICT.readTree(text);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      return List.of("it is no JSON (line " + line + ")");
    }
    if (document.isMissingNode()) {
      return List.of("it is empty");
    }
    try {
      return schema.validate(document).stream()
          .sorted(Comparator.comparing(SchemaShape::where).thenComparing(Error::getMessage))
          .map(error -> "at '" + where(error) + "': " + error.getMessage())
          .distinct()
          .limit(MOST)
          .toList();
    } catch (BoundedText.TooMany e) {
      return List.of("an expression of the schema takes too many steps");
    }
  }

  private static String where(Error error) {
    String where = String.valueOf(error.getInstanceLocation());
    return where.isEmpty() ? "/" : where;
  }

  private static String firstLine(@Nullable String text) {
    return String.valueOf(text).lines().findFirst().orElse("").replaceFirst("\\.$", "");
  }

  private static WorkbenchException broken(String what, @Nullable Throwable cause) {
    return new WorkbenchException(
        "guard-shape", "The schema cannot be used: " + what + ".", "Correct the schema.", cause);
  }
}
