/**
 * The form a text must have: {@link io.liftwerk.guardrails.structure.StructureRail}. A JSON Schema
 * is looked through before it is used ({@code SchemaCycles}): one whose references lead in a circle
 * without going deeper into the document would never end. Regular expressions take a bounded number
 * of steps ({@code BoundedText}). Lines are read by a finite automaton ({@code LineAutomaton}).
 */
@NullMarked
package io.liftwerk.guardrails.structure;

import org.jspecify.annotations.NullMarked;
