package io.liftwerk.warehouse.project;

import com.hubspot.jinjava.lib.fn.MacroFunction;
import java.util.List;
import java.util.Map;

/** A macro that knows the file it stands in, so that what goes wrong in it is told there. */
final class FileMacro extends MacroFunction {
  private final String file;

  FileMacro(MacroFunction macro, String file) {
    super(macro, macro.getName());
    this.file = file;
  }

  @Override
  public Object doEvaluate(
      Map<String, Object> arguments, Map<String, Object> byName, List<Object> byPlace) {
    return Rendering.CURRENT.get().in(file, () -> super.doEvaluate(arguments, byName, byPlace));
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
