/**
 * A report written out: {@link io.liftwerk.report.page.ReportDocument} holds the chapters, {@link
 * io.liftwerk.report.page.HtmlReport} makes one HTML file of them that asks for nothing from
 * outside, {@link io.liftwerk.report.page.PdfReport} pages of the same markup. Both give the same
 * bytes for the same chapters.
 */
@NullMarked
package io.liftwerk.report.page;

import org.jspecify.annotations.NullMarked;
