/**
 * What all rails read with: a text folded for comparing, whose every character knows where it stood
 * ({@link io.liftwerk.guardrails.plain.View}); what is hidden or encoded in it; and phrases written
 * down in resources ({@link io.liftwerk.guardrails.plain.PhraseBook}).
 */
@NullMarked
package io.liftwerk.guardrails.plain;

import org.jspecify.annotations.NullMarked;
