/**
 * The Data page: files in, tables out. A dropped file is previewed before it is loaded; a loaded
 * table shows its rows, how each column was read and why, and what was rejected.
 */
@NullMarked
package io.liftwerk.app.window.data;

import org.jspecify.annotations.NullMarked;
