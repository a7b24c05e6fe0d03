package io.liftwerk.scoring;

import io.liftwerk.workspace.Names;
import java.util.List;

/** Says which name was probably meant, or what to do when there is none. */
final class Nearest {
  private Nearest() {}

  /** A hint naming the nearest of {@code names}. */
  static String hint(String wanted, List<String> names) {
    return Names.nearest(wanted, names)
        .map(name -> "Did you mean '" + name + "'?")
        .orElse("Import a file first.");
  }
}
