package io.liftwerk.warehouse.project;

import com.hubspot.jinjava.interpret.InterpretException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.Filter;

/** The filter {@code replace}, within the limits of a template. */
final class Replace implements Filter {
  @Override
  public String getName() {
    return "replace";
  }

  @Override
  public Object filter(Object value, JinjavaInterpreter interpreter, String... arguments) {
    if (arguments.length != 2) {
      throw new InterpretException("replace takes two texts");
    }
    return SafeValues.replaced(String.valueOf(value), arguments[0], arguments[1]);
  }
}
