/**
 * The Data page: files in, tables out.
 *
 * <p>{@code DroppedFiles} holds what was dropped and waits: each is looked at beside the screen,
 * and {@code PreviewPane} shows what kind of export it seems to be, how sure that is and why, and
 * how its columns would be read; where two kinds fit equally well, {@code KindChoice} asks. Those
 * that raise no question are loaded together.
 *
 * <p>{@code DataModel} holds the tables. {@code TablePane} shows one: the facts, its rows with the
 * text each was read from ({@code RowsPane}), how each column was read and why, whether the rows
 * meet the report's own totals ({@code TotalsPane}), what was set aside and what was rejected.
 */
@NullMarked
package io.liftwerk.app.window.data;

import org.jspecify.annotations.NullMarked;
