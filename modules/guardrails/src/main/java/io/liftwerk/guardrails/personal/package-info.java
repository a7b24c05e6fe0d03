/**
 * Personal data and secrets: what {@code text} finds, and what is put in its place. {@link
 * io.liftwerk.guardrails.personal.Replacement} carries out an {@link
 * io.liftwerk.guardrails.Operator}.
 */
@NullMarked
package io.liftwerk.guardrails.personal;

import org.jspecify.annotations.NullMarked;
