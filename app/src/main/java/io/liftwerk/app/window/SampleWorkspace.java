package io.liftwerk.app.window;

import java.nio.file.Path;
import java.util.function.BiConsumer;

/** Makes the sample workspace that the welcome page offers. */
@FunctionalInterface
public interface SampleWorkspace {

  /**
   * Builds it, or finds the one built before; called beside the screen.
   *
   * @param progress told 0 to 1 and a phrase
   * @return its folder, closed and ready to be opened
   */
  Path build(BiConsumer<Double, String> progress) throws Exception;
}
