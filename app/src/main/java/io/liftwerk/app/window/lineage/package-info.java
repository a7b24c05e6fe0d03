/** The Lineage page: from a figure back to the files it comes from, as a graph and row by row. */
@NullMarked
package io.liftwerk.app.window.lineage;

import org.jspecify.annotations.NullMarked;
