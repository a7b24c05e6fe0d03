/**
 * Language: what stands in text.
 *
 * <p>{@link io.liftwerk.text.PersonalData} finds identifiers of persons: {@code
 * PersonalData.standard().find(text)} returns {@link io.liftwerk.text.Span}s, in order and without
 * overlaps, {@code replace} puts something else in their place. {@link io.liftwerk.text.Normalised}
 * gives one form to every way of writing the same identifier.
 */
@NullMarked
package io.liftwerk.text;

import org.jspecify.annotations.NullMarked;
