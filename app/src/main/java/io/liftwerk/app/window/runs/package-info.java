/**
 * The Runs page: every run ever made, its details, repeating it, comparing two, the audit trail.
 */
@NullMarked
package io.liftwerk.app.window.runs;

import org.jspecify.annotations.NullMarked;
