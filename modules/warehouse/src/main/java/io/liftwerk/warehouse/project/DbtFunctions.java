package io.liftwerk.warehouse.project;

import io.liftwerk.workspace.Names;
import io.liftwerk.workspace.WorkbenchException;
import java.util.List;
import java.util.Map;

/** The functions that dbt gives to templates, as far as they make sense without a network. */
final class DbtFunctions {
  private final Map<String, Object> vars;

  DbtFunctions(Map<String, Object> vars) {
    this.vars = vars;
  }

  List<DbtFunction> all() {
    return List.of(
        new DbtFunction("ref", DbtFunctions::ref),
        new DbtFunction("source", DbtFunctions::source),
        new DbtFunction("config", DbtFunctions::config),
        new DbtFunction("var", this::var),
        new DbtFunction("env_var", DbtFunctions::environment),
        new DbtFunction("is_incremental", (rendering, call) -> rendering.scope().incremental()),
        new DbtFunction("log", (rendering, call) -> ""));
  }

  /** {@code ref('m')}, and {@code ref('package', 'm')} of which only the model counts. */
  private static Object ref(Rendering rendering, DbtFunction.Arguments call) {
    return rendering.scope().ref(call.text(call.size() > 1 ? 1 : 0, "ref"));
  }

  private static Object source(Rendering rendering, DbtFunction.Arguments call) {
    return rendering.scope().source(call.text(0, "source"), call.text(1, "source"));
  }

  private static Object config(Rendering rendering, DbtFunction.Arguments call) {
    for (Object argument : call.byPlace()) {
      if (argument instanceof Map<?, ?> map) {
        map.forEach((name, value) -> rendering.config().put(String.valueOf(name), value));
      }
    }
    rendering.config().putAll(call.byName());
    return "";
  }

  private Object var(Rendering rendering, DbtFunction.Arguments call) {
    String name = call.text(0, "var");
    Object value = vars.get(name);
    if (value != null) {
      return value;
    }
    if (call.size() > 1) {
      return call.byPlace().get(1);
    }
    Object given = call.byName().get("default");
    if (given != null) {
      return given;
    }
    throw new WorkbenchException(
        "var-unknown",
        "The variable '" + name + "' has no value." + Names.suggestion(name, vars.keySet()),
        "Give it a default, or a value under vars in dbt_project.yml.");
  }

  /** A model must mean the same on every machine, so it sees none of the environment. */
  private static Object environment(Rendering rendering, DbtFunction.Arguments call) {
    if (call.size() > 1) {
      return call.byPlace().get(1);
    }
    throw new WorkbenchException(
        "env-var",
        "Models see no variables of the environment, and '"
            + call.text(0, "env_var")
            + "' has no default.",
        "Use var() with a value in dbt_project.yml.");
  }
}
