/**
 * Citations that hold. A sentence cites by {@code [1]}, {@code [2]} …: the place of a passage in
 * the request's evidence, counted from 1; several stand side by side or as {@code [1, 3]}.
 * Headings, rows of tables and questions claim nothing and need none. {@link
 * io.liftwerk.guardrails.citation.CitationRail} then looks for the sentence's quantities ({@code
 * Quantities}: numbers in German and English writing, units converted), its names and its quotes in
 * the passages it cites.
 */
@NullMarked
package io.liftwerk.guardrails.citation;

import org.jspecify.annotations.NullMarked;
