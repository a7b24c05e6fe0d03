/**
 * Addresses in what leaves: only those that a source has, and none that runs code or carries data.
 */
@NullMarked
package io.liftwerk.guardrails.links;

import org.jspecify.annotations.NullMarked;
