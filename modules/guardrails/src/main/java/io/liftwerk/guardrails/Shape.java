package io.liftwerk.guardrails;

/** The form a text must have. */
public sealed interface Shape {

  /**
   * A JSON document that holds to a schema.
   *
   * @param schema the schema's JSON (draft 4 to 2020-12); {@code $ref} leads only into the schema
   *     itself or to {@code classpath:} resources, nothing is fetched
   */
  record JsonShape(String schema) implements Shape {}

  /**
   * The whole text matches a regular expression.
   *
   * @param expression as {@link java.util.regex.Pattern} reads it; one that needs more than a
   *     bounded number of steps is refused
   */
  record RegexShape(String expression) implements Shape {}

  /**
   * The lines of a text, read one after the other by a finite automaton.
   *
   * @param table one rule a line: {@code STATE: LINE -> STATE}, where LINE is {@code heading},
   *     {@code subheading}, {@code item}, {@code number}, {@code text}, {@code blank} or a quoted
   *     beginning; {@code end: STATE, STATE} names where it may end. The first rule's state is
   *     where it begins.
   */
  record LineShape(String table) implements Shape {}
}
