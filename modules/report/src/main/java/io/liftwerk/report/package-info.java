/**
 * From result records to pictures, the same for the window, the command line and the report.
 *
 * <p>A {@link io.liftwerk.report.Figure} says what a chart shows: a title that states the finding,
 * axes, and layers holding the very numbers of the result. It knows nothing of colours. {@link
 * io.liftwerk.report.Figure#chart} draws it as a JFreeChart in a {@link
 * io.liftwerk.report.ChartTheme}; {@link io.liftwerk.report.FigureExport} writes PNG, SVG and CSV.
 *
 * <p>One class for each kind of result makes its figures, in the reader's language: {@link
 * io.liftwerk.report.LeadFigures} what a ranking of leads or customers is worth, {@link
 * io.liftwerk.report.InsightFigures} why it ranks so and whether it can be trusted, {@link
 * io.liftwerk.report.LifetimeFigures} what customers will bring, {@link
 * io.liftwerk.report.ChurnTimeFigures} how long contracts run, {@link
 * io.liftwerk.report.KpiFigures} key figures, {@link io.liftwerk.report.AbTestFigures} what the
 * arms of an experiment did, {@link io.liftwerk.report.KeywordFigures} where the money of searches
 * goes. A further analysis adds a class of its own and its sentences to the bundle, and gets theme
 * and export for nothing.
 *
 * <p>{@link io.liftwerk.report.ClientReport} is the job that makes a report for a client of results
 * that the ledger holds: it chooses the runs, has each told as a chapter ({@code
 * io.liftwerk.report.chapter}), and writes them as one HTML file or as PDF ({@code
 * io.liftwerk.report.page}). Nothing is worked out anew but the key figures, which have no run of
 * their own and go by the build they are read from, with a hash. Client and logo are kept by {@link
 * io.liftwerk.report.ReportSettings}. The same results give the same bytes, whenever that is.
 *
 * <p>What is said of results, in the window as in a report, is said here once: names of columns and
 * sentences in {@link io.liftwerk.report.ResultTexts}, numbers by {@link
 * io.liftwerk.report.ResultFormats}, findings and figures by the classes {@code …Words} and {@link
 * io.liftwerk.report.ScoringSentences}.
 *
 * <p>{@code FigurePainter} lays out axes and titles, {@code LayerPainter} draws each layer, {@code
 * TreemapPlot} a map of areas, {@code Keys} finds the corner where the names of curves cover least.
 */
@NullMarked
package io.liftwerk.report;

import org.jspecify.annotations.NullMarked;
