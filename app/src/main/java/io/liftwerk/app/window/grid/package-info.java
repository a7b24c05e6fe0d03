/**
 * A table over any number of rows. {@link io.liftwerk.app.window.grid.DataGrid} is the control,
 * {@link io.liftwerk.app.window.base.Rows} where its rows come from. Rows are read a page at a time
 * beside the screen and kept in {@link io.liftwerk.app.window.grid.PageCache}, so a table of ten
 * million rows takes the same memory as one of ten thousand, and drawing a cell never waits.
 */
@NullMarked
package io.liftwerk.app.window.grid;

import org.jspecify.annotations.NullMarked;
