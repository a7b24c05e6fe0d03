/**
 * The Lifetime value page: what customers will still buy and what that is worth; and how long
 * contracts run, which the Churn page shows too. Every figure is one of the result record's.
 */
@NullMarked
package io.liftwerk.app.window.lifetime;

import org.jspecify.annotations.NullMarked;
