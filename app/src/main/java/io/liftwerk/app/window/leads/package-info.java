/**
 * The Leads page: from a table with a yes/no outcome to a ranked list, and what the ranking is
 * worth. The settings and the result shown are kept apart: a result is always labelled with the
 * settings it was made with.
 */
@NullMarked
package io.liftwerk.app.window.leads;

import org.jspecify.annotations.NullMarked;
