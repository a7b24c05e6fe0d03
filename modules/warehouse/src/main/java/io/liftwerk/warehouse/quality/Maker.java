package io.liftwerk.warehouse.quality;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Makes a test of one name ready. */
@FunctionalInterface
interface Maker {
  /**
   * @param column the column it is about, null for the whole table
   * @throws io.liftwerk.workspace.WorkbenchException when it cannot be made of these arguments
   */
  Check make(Target target, @Nullable String column, Arguments arguments) throws SQLException;
}
