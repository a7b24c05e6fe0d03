package io.liftwerk.warehouse.project;

import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.lib.fn.MacroFunction;
import io.liftwerk.workspace.WorkbenchException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A function of templates, written in Java; called like a macro, so that arguments have names. */
final class DbtFunction extends MacroFunction {

  /** What it does; what it throws is told with the place of the call. */
  interface Body {
    Object call(Rendering rendering, Arguments arguments);
  }

  /**
   * What it was called with.
   *
   * @param byPlace those without a name
   * @param byName those with one
   */
  record Arguments(List<Object> byPlace, Map<String, Object> byName) {

    /**
     * The text at a place.
     *
     * @throws WorkbenchException code {@code argument-missing}
     */
    String text(int index, String function) {
      if (index >= byPlace.size() || byPlace.get(index) == Absent.NONE) {
        throw new WorkbenchException(
            "argument-missing",
            "The function " + function + "() lacks an argument.",
            "Write it as dbt does, for example ref('orders').");
      }
      return String.valueOf(byPlace.get(index));
    }

    int size() {
      return byPlace.size();
    }
  }

  private final Body body;

  DbtFunction(String name, Body body) {
    super(List.of(), name, new LinkedHashMap<>(), false, new Context(), 0, 0);
    this.body = body;
  }

  @Override
  public Object doEvaluate(
      Map<String, Object> arguments, Map<String, Object> byName, List<Object> byPlace) {
    Rendering rendering = Rendering.CURRENT.get();
    try {
      return body.call(rendering, new Arguments(byPlace, byName));
    } catch (WorkbenchException e) {
      throw rendering.failed(e);
    }
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
