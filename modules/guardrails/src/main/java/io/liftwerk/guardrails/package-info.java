/** Guardrails: what a text must not carry in or out, and why it was stopped. */
@NullMarked
package io.liftwerk.guardrails;

import org.jspecify.annotations.NullMarked;
