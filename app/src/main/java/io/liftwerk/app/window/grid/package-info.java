/**
 * A table over any number of rows. {@link io.liftwerk.app.window.grid.DataGrid} is the control,
 * {@link io.liftwerk.app.window.base.Rows} where its rows come from. Rows are read a page at a time
 * beside the screen and kept in {@link io.liftwerk.app.window.grid.PageCache}, so a table of ten
 * million rows takes the same memory as one of ten thousand, and drawing a cell never waits.
 *
 * <p>JavaFX's table walks all its rows when it is scrolled far, so it gets only as many as fit: it
 * holds slots, {@link io.liftwerk.app.window.grid.RowWindow} says which row stands in each, and one
 * scroll bar in {@link io.liftwerk.app.window.grid.GridBody} stands for all rows. Scrolling draws
 * the cells anew and changes nothing else. What is selected is kept over rows in {@link
 * io.liftwerk.app.window.grid.RowSelection}; {@link io.liftwerk.app.window.grid.GridInput} brings
 * keys, clicks and the wheel there, and the marks back. {@link
 * io.liftwerk.app.window.grid.ColumnPlaces} knows which columns are shown, hidden or frozen. Rows
 * and columns of a new table come a few with each picture of the screen.
 */
@NullMarked
package io.liftwerk.app.window.grid;

import org.jspecify.annotations.NullMarked;
