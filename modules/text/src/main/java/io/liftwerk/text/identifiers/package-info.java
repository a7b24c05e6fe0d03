/**
 * What {@link io.liftwerk.text.Identifiers} finds beyond the six kinds of personal data, and what
 * {@link io.liftwerk.text.Secrets} finds; internal to the module.
 *
 * <p>{@code Scan} cuts a text into words once and looks each up in the {@code Lexicon}, whose lists
 * are resources beside these classes. Numbers begin at words with digits and are told apart by
 * their shape first ({@code Numbers}), then by their sums ({@code Checks}) and the words around
 * them ({@code Context}); names, organisations, places and addresses are read off the words'
 * classes. All of them propose to {@code Candidates}, which lets the surest have the place.
 */
@NullMarked
package io.liftwerk.text.identifiers;

import org.jspecify.annotations.NullMarked;
