package io.liftwerk.scoring;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the learning libraries from telling the user's console what they are doing. */
final class Quiet {
  /** Held here: the log manager forgets a logger, and its level, when nobody refers to it. */
  private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

  private static final Logger XGBOOST = Logger.getLogger("ml.dmlc.xgboost4j");

  private Quiet() {}

  /** Lets only warnings through. */
  static void libraries() {
    TRIBUO.setLevel(Level.WARNING);
    XGBOOST.setLevel(Level.WARNING);
  }
}
