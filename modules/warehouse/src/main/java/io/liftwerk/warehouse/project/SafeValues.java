package io.liftwerk.warehouse.project;

import com.hubspot.jinjava.el.TypeConvertingMapELResolver;
import com.hubspot.jinjava.el.ext.JinjavaBeanELResolver;
import com.hubspot.jinjava.el.ext.JinjavaListELResolver;
import com.hubspot.jinjava.lib.exptest.ExpTest;
import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.objects.collections.PyList;
import com.hubspot.jinjava.objects.collections.PyMap;
import com.hubspot.jinjava.util.ForLoop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jinjava.javax.el.ArrayELResolver;
import jinjava.javax.el.CompositeELResolver;
import jinjava.javax.el.ELContext;
import jinjava.javax.el.ELException;
import org.jspecify.annotations.Nullable;

/**
 * What a template may do with a value. Jinjava itself would let it call whatever public method a
 * Java object has; here are only the methods of Python's texts, lists and maps that models use.
 */
final class SafeValues extends CompositeELResolver {
  private static final Set<String> OF_LISTS =
      Set.of("append", "insert", "extend", "pop", "count", "reverse", "copy", "index");
  private static final Set<String> OF_MAPS = Set.of("items", "keys", "values", "update");

  private final Beans beans = new Beans();

  SafeValues() {
    add(new ArrayELResolver(true));
    add(new TypeConvertingMapELResolver(false));
    add(new JinjavaListELResolver(true));
    add(new LoopProperties(beans));
  }

  /** Looks at the methods and properties of Java objects; asked only for those listed above. */
  private static final class Beans extends JinjavaBeanELResolver {
    Beans() {
      super(true);
    }
  }

  /** {@code loop.first}, {@code loop.index}: the one object whose properties are read. */
  private static final class LoopProperties extends CompositeELResolver {
    private final Beans beans;

    LoopProperties(Beans beans) {
      this.beans = beans;
    }

    @Override
    public @Nullable Object getValue(ELContext context, Object base, Object property) {
      return base instanceof ForLoop ? beans.getValue(context, base, property) : null;
    }
  }

  @Override
  public @Nullable Object invoke(
      ELContext context,
      Object base,
      Object method,
      Class<?> @Nullable [] types,
      Object[] arguments) {
    String name = String.valueOf(method);
    if (base instanceof String text) {
      Object value = ofText(text, name, arguments);
      context.setPropertyResolved(true);
      return value;
    }
    if (base instanceof PyMap map && name.equals("get")) {
      context.setPropertyResolved(true);
      Object value = map.get(String.valueOf(arguments.length == 0 ? "" : arguments[0]));
      return value != null ? value : arguments.length > 1 ? arguments[1] : Absent.NONE;
    }
    if (allowed(base, name)) {
      return beans.invoke(context, base, method, types, arguments);
    }
    throw new ELException("there is no method " + name + "()");
  }

  private static boolean allowed(Object base, String method) {
    return switch (base) {
      case Filter filter -> method.equals("filter");
      case ExpTest test -> method.equals("evaluate") || method.equals("evaluateNegated");
      case PyList list -> OF_LISTS.contains(method);
      case PyMap map -> OF_MAPS.contains(method);
      case ForLoop loop -> method.equals("cycle");
      default -> false;
    };
  }

  private static Object ofText(String text, String method, Object[] arguments) {
    return switch (method) {
      case "upper" -> text.toUpperCase(Locale.ROOT);
      case "lower" -> text.toLowerCase(Locale.ROOT);
      case "strip", "trim" -> text.strip();
      case "lstrip" -> text.stripLeading();
      case "rstrip" -> text.stripTrailing();
      case "title", "capitalize" -> capitalized(text);
      case "startswith" -> text.startsWith(text(arguments, 0));
      case "endswith" -> text.endsWith(text(arguments, 0));
      case "replace" -> replaced(text, text(arguments, 0), text(arguments, 1));
      case "split" -> split(text, arguments);
      case "join" -> joined(text, arguments);
      default -> throw new ELException("texts have no method " + method + "()");
    };
  }

  private static String text(Object[] arguments, int index) {
    if (index >= arguments.length) {
      throw new ELException("an argument is missing");
    }
    return String.valueOf(arguments[index]);
  }

  private static String capitalized(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT)
            + text.substring(1).toLowerCase(Locale.ROOT);
  }

  /** An empty word would be found between all characters, and multiply the text. */
  static String replaced(String text, String from, String to) {
    if (from.isEmpty() || (long) text.length() * (to.length() + 1) > Sandbox.MOST_CHARACTERS * 4L) {
      throw new ELException("too much would be replaced");
    }
    return text.replace(from, to);
  }

  private static PyList split(String text, Object[] arguments) {
    String[] parts =
        arguments.length == 0
            ? text.strip().split("\\s+")
            : text.split(Pattern.quote(text(arguments, 0)), -1);
    return new PyList(new ArrayList<>(Arrays.asList((Object[]) parts)));
  }

  private static String joined(String separator, Object[] arguments) {
    if (arguments.length == 1 && arguments[0] instanceof List<?> list) {
      return String.join(separator, list.stream().map(String::valueOf).toList());
    }
    if (arguments.length == 1 && arguments[0] instanceof Map<?, ?> map) {
      return String.join(separator, map.keySet().stream().map(String::valueOf).toList());
    }
    throw new ELException("join() takes a list");
  }
}
