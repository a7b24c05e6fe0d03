package io.liftwerk.guardrails.structure;

import io.liftwerk.guardrails.Decision;
import io.liftwerk.guardrails.Shape;
import io.liftwerk.guardrails.plain.Hit;
import io.liftwerk.workspace.WorkbenchException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Holds a text to a form. What has another form does not go on: half a document is none. */
public final class StructureRail {
  /** Schemas that were looked through; a draft is checked against one of few. */
  private final Map<String, SchemaShape> schemas = new ConcurrentHashMap<>();

  private static final int MOST_SCHEMAS = 50;

  /**
   * @throws WorkbenchException code {@code guard-shape} when the shape is none
   */
  public List<Hit> find(String text, Shape shape) {
    return switch (shape) {
      case Shape.JsonShape json -> json(text, json.schema());
      case Shape.RegexShape regex -> regex(text, regex.expression());
      case Shape.LineShape lines -> lines(text, lines.table());
    };
  }

  private List<Hit> json(String text, String schema) {
    SchemaShape shape = schemas.get(schema);
    if (shape == null) {
      shape = SchemaShape.of(schema);
      if (schemas.size() < MOST_SCHEMAS) {
        schemas.put(schema, shape);
      }
    }
    return shape.faults(text).stream()
        .map(
            fault ->
                hit("schema", 0, text.length(), "It does not hold to its schema: " + fault + "."))
        .toList();
  }

  private static List<Hit> regex(String text, String expression) {
    Pattern pattern;
    try {
      pattern = Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw new WorkbenchException(
          "guard-shape",
          "The expression '" + expression + "' cannot be read: " + e.getDescription() + ".",
          "Correct the expression.",
          e);
    }
    try {
      return pattern.matcher(new BoundedText(text)).matches()
          ? List.of()
          : List.of(
              hit("expression", 0, text.length(), "It does not have the form that is asked for."));
    } catch (BoundedText.TooMany | StackOverflowError e) {
      return List.of(
          hit("expression", 0, text.length(), "The form's expression takes too many steps on it."));
    }
  }

  private static List<Hit> lines(String text, String table) {
    return LineAutomaton.of(table).faults(text).stream()
        .map(
            fault ->
                hit(
                    "lines",
                    fault.start(),
                    fault.end(),
                    "Line " + fault.line() + " should be one of " + fault.expected() + "."))
        .toList();
  }

  private static Hit hit(String kind, int start, int end, String reason) {
    return Hit.of(kind, start, end, reason, Decision.BLOCK);
  }
}
