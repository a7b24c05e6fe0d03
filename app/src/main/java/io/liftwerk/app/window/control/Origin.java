package io.liftwerk.app.window.control;

import io.liftwerk.workspace.RunRecord;
import java.util.List;

/**
 * Where what is on the screen comes from.
 *
 * @param run the run that made it
 * @param tables tables it wrote or read, qualified
 */
public record Origin(RunRecord run, List<String> tables) {}
