/**
 * A report for a client from results: {@link io.liftwerk.app.window.report.ReportDialog} asks for
 * whom and in which form, {@link io.liftwerk.app.window.report.ReportModel} has it made as a job.
 * What it says is made in {@code modules/report}, the same for the command line.
 */
@NullMarked
package io.liftwerk.app.window.report;

import org.jspecify.annotations.NullMarked;
