/**
 * Building blocks of the pages: buttons and icons, the one door for dialogs, the pane that shows a
 * figure, and what makes a large page step by step. {@code AnalysisPage} is what the pages that ask
 * one analysis have in common, {@code Form} their fields, {@code Parts} their long results.
 */
@NullMarked
package io.liftwerk.app.window.control;

import org.jspecify.annotations.NullMarked;
