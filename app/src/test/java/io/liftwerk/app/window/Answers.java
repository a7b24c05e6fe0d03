package io.liftwerk.app.window;

import io.liftwerk.app.window.base.Engine;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An engine that answers as a test says. */
final class Answers {
  private Answers() {}

  /** Answers a call. */
  interface To {
    @Nullable Object call(Method method, Object[] arguments) throws Exception;
  }

  static Engine engine(To to) {
    return (Engine)
        Proxy.newProxyInstance(
            Engine.class.getClassLoader(),
            new Class<?>[] {Engine.class},
            (proxy, method, arguments) ->
                to.call(method, arguments == null ? new Object[0] : arguments));
  }

  /** An empty answer. */
  static @Nullable Object nothing(Method method) {
    Class<?> type = method.getReturnType();
    if (type == List.class) {
      return List.of();
    } else if (type == Map.class) {
      return Map.of();
    }
    return type.isRecord() ? Blank.of(type) : null;
  }
}
