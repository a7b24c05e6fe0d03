/**
 * What of a result goes into a report: its finding, charts, tables, what was left out and where it
 * comes from, as data that knows neither HTML nor PDF. {@link io.liftwerk.report.chapter.Chapters}
 * makes a {@link io.liftwerk.report.chapter.Chapter} of a run; one class for each area words it as
 * the page of the window does, by the same {@code …Words} and texts.
 */
@NullMarked
package io.liftwerk.report.chapter;

import org.jspecify.annotations.NullMarked;
