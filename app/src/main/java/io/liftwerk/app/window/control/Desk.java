package io.liftwerk.app.window.control;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.report.ChartTheme;
import javafx.beans.value.ObservableValue;

/**
 * What a page needs to draw itself.
 *
 * @param messages texts in the present language
 * @param background work beside the screen
 * @param dialogs the one door for dialogs
 * @param charts the theme charts are drawn in
 */
public record Desk(
    Messages messages,
    Background background,
    Dialogs dialogs,
    ObservableValue<ChartTheme> charts) {}
