package io.liftwerk.warehouse.project;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.exptest.ExpTest;
import com.hubspot.jinjava.util.HasObjectTruthValue;
import org.jspecify.annotations.Nullable;

/** What templates call {@code none}: a value of its own, since a missing one is an error. */
enum Absent implements HasObjectTruthValue {
  NONE;

  @Override
  public boolean getObjectTruthValue() {
    return false;
  }

  @Override
  public String toString() {
    return "None";
  }

  /** {@code x is none}. */
  static final class IsNone implements ExpTest {
    @Override
    public String getName() {
      return "none";
    }

    @Override
    public boolean evaluate(
        @Nullable Object value, JinjavaInterpreter interpreter, Object... arguments) {
      return value == null || value == NONE;
    }
  }
}
