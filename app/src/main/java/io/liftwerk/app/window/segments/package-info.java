/**
 * Segments: whom to reach, taken from a ranking, from the values of customers or from any table of
 * persons; what each is worth beside chance, whom consent covers, and a list or hashes of these.
 */
@NullMarked
package io.liftwerk.app.window.segments;

import org.jspecify.annotations.NullMarked;
