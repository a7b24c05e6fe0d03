/**
 * What {@link io.liftwerk.text.Secrets} finds; internal to the module. {@code KnownTokens} knows
 * the forms that services give their keys, {@code Assignments} what a value is called, {@code
 * Randomness} whether a value looks drawn rather than thought of.
 */
@NullMarked
package io.liftwerk.text.secrets;

import org.jspecify.annotations.NullMarked;
