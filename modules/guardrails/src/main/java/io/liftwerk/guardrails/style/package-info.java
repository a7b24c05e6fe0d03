/**
 * How a text is written: {@link io.liftwerk.guardrails.style.StyleRail} holds it to the house's
 * style. {@code AddressForm} tells du from Sie, {@code ReadingEase} is Flesch's, Amstad's and
 * Björnsson's measures, {@code Tone} what shouts or presses ({@code tone.txt}).
 */
@NullMarked
package io.liftwerk.guardrails.style;

import org.jspecify.annotations.NullMarked;
