/**
 * The Uplift page: whom a treatment moves, whether the ranking is better than chance, and whom to
 * treat. Every figure is one of the result record's.
 */
@NullMarked
package io.liftwerk.app.window.uplift;

import org.jspecify.annotations.NullMarked;
