package io.liftwerk.warehouse.project;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.LegacyOverrides;
import com.hubspot.jinjava.el.JinjavaProcessors;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.InterpretException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.lib.Importable;
import com.hubspot.jinjava.lib.fn.MacroFunction;
import com.hubspot.jinjava.loader.ResourceNotFoundException;
import com.hubspot.jinjava.tree.Node;
import io.liftwerk.warehouse.model.ModelFile;
import io.liftwerk.workspace.Names;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Renders templates that may come from anywhere: with dbt's functions and the project's macros, and
 * within limits.
 */
final class Sandbox {
  static {
    // Jinjava logs through SLF4J, which would tell the user that nobody listens
    if (System.getProperty("slf4j.internal.verbosity") == null) {
      System.setProperty("slf4j.internal.verbosity", "ERROR");
    }
  }

  static final int MOST_CHARACTERS = 2_000_000;
  static final long MOST_STEPS = 200_000;
  private static final int MOST_ENTRIES = 10_000;
  private static final int DEEPEST = 40;

  private static final Set<String> TAGS =
      Set.of(
          "if",
          "elif",
          "else",
          "endif",
          "for",
          "endfor",
          "set",
          "endset",
          "do",
          "enddo",
          "macro",
          "endmacro",
          "call",
          "endcall",
          "raw",
          "endraw",
          "break",
          "continue");
  private static final Set<String> FILTERS =
      Set.of(
          "abs",
          "batch",
          "bool",
          "capitalize",
          "count",
          "d",
          "default",
          "dictsort",
          "difference",
          "first",
          "float",
          "int",
          "intersect",
          "join",
          "last",
          "length",
          "list",
          "lower",
          "map",
          "reject",
          "rejectattr",
          "replace",
          "reverse",
          "round",
          "select",
          "selectattr",
          "slice",
          "sort",
          "string",
          "sum",
          "symmetric_difference",
          "title",
          "tojson",
          "trim",
          "union",
          "unique",
          "upper",
          "wordcount");
  private static final Set<String> FUNCTIONS = Set.of("range", "namespace");

  private static final String FAILED_CALL = "Error invoking function";
  private static final Pattern NO_FUNCTION =
      Pattern.compile("Could\\snot\\sresolve\\sfunction\\s'(.*?)'.*", Pattern.DOTALL);
  private static final Pattern NO_VALUE =
      Pattern.compile("Unknown token found: (.*)", Pattern.DOTALL);

  private final Map<String, MacroFunction> callable = new LinkedHashMap<>();

  /**
   * What a template came to.
   *
   * @param text what it wrote
   * @param config what {@code config()} was told
   */
  record Rendered(String text, Map<String, Object> config) {}

  /**
   * @param macros files of macros; of two macros of a name the later one counts
   * @param look called before every file
   * @throws WorkbenchException code {@code jinja} when one of them cannot be read
   */
  Sandbox(List<ModelFile> macros, Map<String, Object> vars, Runnable look) {
    new DbtFunctions(vars).all().forEach(one -> callable.put(one.getName(), one));
    for (ModelFile file : macros) {
      look.run();
      read(file);
    }
  }

  /** One for all projects: it holds nothing of theirs, and takes a while to make. */
  private static final class Holder {
    static final Jinjava JINJA = make();

    private static Jinjava make() {
      var jinja = new Jinjava(config());
      jinja.setResourceLocator(
          (name, charset, interpreter) -> {
            throw new ResourceNotFoundException(name);
          });
      jinja.getGlobalContext().registerExpTest(new Absent.IsNone());
      jinja.getGlobalContext().registerFilter(new Replace());
      return jinja;
    }
  }

  /** Everything but what is listed is switched off; the lists are Jinjava's own, at first use. */
  private static JinjavaConfig config() {
    Context all = new Jinjava().getGlobalContext();
    return JinjavaConfig.newBuilder()
        .withLocale(Locale.ROOT)
        .withTimeZone(TimeZone.getTimeZone("UTC").toZoneId())
        .withFailOnUnknownTokens(true)
        .withNestedInterpretationEnabled(false)
        .withEnableRecursiveMacroCalls(true)
        .withMaxMacroRecursionDepth(DEEPEST)
        .withMaxRenderDepth(DEEPEST)
        .withMaxOutputSize(MOST_CHARACTERS)
        .withMaxStringLength(MOST_CHARACTERS)
        .withMaxListSize(MOST_ENTRIES)
        .withMaxMapSize(MOST_ENTRIES)
        .withRangeLimit(MOST_ENTRIES)
        .withElResolver(new SafeValues())
        .withProcessors(JinjavaProcessors.newBuilder().withNodePreProcessor(Sandbox::step).build())
        .withDisabled(
            Map.of(
                Context.Library.TAG, others(all.getAllTags(), TAGS),
                Context.Library.FILTER, others(all.getAllFilters(), FILTERS),
                Context.Library.FUNCTION, functions(all)))
        .withLegacyOverrides(
            LegacyOverrides.newBuilder()
                .withParseWhitespaceControlStrictly(true)
                .withUseTrimmingForNotesAndExpressions(true)
                .withUseNaturalOperatorPrecedence(true)
                .withEvaluateMapKeys(true)
                .withIterateOverMapKeys(true)
                .build())
        .build();
  }

  private static Set<String> others(Collection<? extends Importable> all, Set<String> wanted) {
    return all.stream()
        .map(Importable::getName)
        .filter(name -> !wanted.contains(name))
        .collect(Collectors.toSet());
  }

  /** Jinjava knows its functions by names with a colon before them, and looks for both. */
  private static Set<String> functions(Context all) {
    return all.getAllFunctions().stream()
        .filter(function -> !FUNCTIONS.contains(function.getLocalName()))
        .flatMap(function -> Stream.of(function.getName(), function.getLocalName()))
        .collect(Collectors.toSet());
  }

  private static void step(Node node, JinjavaInterpreter interpreter) {
    if (!Rendering.CURRENT.get().mayGoOn()) {
      throw new InterpretException("it takes too many steps", node.getLineNumber());
    }
  }

  private void read(ModelFile file) {
    var found = new LinkedHashMap<String, MacroFunction>();
    var rendering = new Rendering(file.path(), new NoScope());
    render(
        file, rendering, interpreter -> found.putAll(interpreter.getContext().getGlobalMacros()));
    found.forEach(
        (name, macro) -> {
          if (!(macro instanceof DbtFunction) && !(macro instanceof FileMacro)) {
            callable.put(name, new FileMacro(macro, file.path()));
          }
        });
  }

  /** Macros are read before there is anything to refer to. */
  private static final class NoScope implements Scope {
    @Override
    public String ref(String model) {
      throw misplaced("ref");
    }

    @Override
    public String source(String source, String table) {
      throw misplaced("source");
    }

    @Override
    public boolean incremental() {
      return false;
    }

    @Override
    public @Nullable String self() {
      return null;
    }

    private static WorkbenchException misplaced(String function) {
      return new WorkbenchException(
          "jinja",
          "The function " + function + "() is called outside of a macro.",
          "Call it in a macro or in a model.");
    }
  }

  /**
   * @throws WorkbenchException naming file and line: code {@code jinja}, or what {@code scope}
   *     throws
   */
  Rendered render(ModelFile file, Scope scope) {
    var rendering = new Rendering(file.path(), scope);
    String text = render(file, rendering, interpreter -> {});
    return new Rendered(text, rendering.config());
  }

  private interface Afterwards {
    void with(JinjavaInterpreter interpreter);
  }

  private String render(ModelFile file, Rendering rendering, Afterwards afterwards) {
    return ScopedValue.where(Rendering.CURRENT, rendering)
        .call(() -> renderNow(file, rendering, afterwards));
  }

  private String renderNow(ModelFile file, Rendering rendering, Afterwards afterwards) {
    Jinjava jinja = Holder.JINJA;
    JinjavaConfig config = jinja.getGlobalConfig();
    var context =
        new Context(jinja.getGlobalContextCopy(), names(file, rendering), config.getDisabled());
    callable.values().forEach(context::addGlobalMacro);
    var interpreter = new JinjavaInterpreter(jinja, context, config);
    String text = "";
    RuntimeException thrown = null;
    try (var current = JinjavaInterpreter.closeablePushCurrent(interpreter).get()) {
      text = current.value().render(file.text());
      afterwards.with(interpreter);
    } catch (WorkbenchException e) {
      throw e;
    } catch (RuntimeException e) {
      thrown = e;
    } catch (StackOverflowError e) {
      thrown = new InterpretException("it is nested too deeply", e);
    }
    check(file, rendering, interpreter.getErrorsCopy(), thrown);
    return text;
  }

  private static Map<String, Object> names(ModelFile file, Rendering rendering) {
    var names = new LinkedHashMap<String, Object>();
    names.put("none", Absent.NONE);
    names.put("None", Absent.NONE);
    names.put("True", true);
    names.put("False", false);
    names.put("execute", true);
    names.put("target", Map.of("name", "liftwerk", "type", "duckdb", "schema", "gold"));
    names.put("model", Map.of("name", file.name()));
    names.put("config", rendering.config());
    String self = rendering.scope().self();
    if (self != null) {
      names.put("this", self);
    }
    return names;
  }

  private void check(
      ModelFile file,
      Rendering rendering,
      List<TemplateError> errors,
      @Nullable RuntimeException thrown) {
    WorkbenchException own = rendering.failure();
    if (own != null) {
      throw own;
    }
    TemplateError first = errors.isEmpty() ? null : errors.getFirst();
    Throwable inMacro = rendering.thrownByMacro();
    if (inMacro != null && (first == null || first.getMessage().startsWith(FAILED_CALL))) {
      int line = first == null ? line(inMacro) : first.getLineno();
      throw explained(rendering.place(null), line, String.valueOf(inMacro.getMessage()), inMacro);
    }
    if (first != null) {
      throw explained(rendering.place(first), first.getLineno(), first.getMessage(), thrown);
    }
    if (thrown != null) {
      String message = String.valueOf(thrown.getMessage());
      throw explained(file.path(), line(thrown), message, thrown);
    }
  }

  private static int line(Throwable thrown) {
    return thrown instanceof InterpretException e ? e.getLineNumber() : 0;
  }

  private WorkbenchException explained(
      String file, int line, String message, @Nullable Throwable cause) {
    Matcher noFunction = NO_FUNCTION.matcher(message);
    if (noFunction.matches()) {
      String name = noFunction.group(1);
      var names = new ArrayList<>(callable.keySet());
      names.addAll(FUNCTIONS);
      return Broken.at(
          "macro-unknown",
          file,
          line,
          "There is no macro '" + name + "'." + Names.suggestion(name, names),
          "Macros stand in the folder macros.",
          cause);
    }
    Matcher noValue = NO_VALUE.matcher(message);
    String what =
        noValue.matches()
            ? "'" + Broken.firstLine(noValue.group(1)) + "' stands for nothing."
            : "This template cannot be read: " + Broken.firstLine(message) + ".";
    return Broken.at(
        "jinja",
        file,
        line,
        what,
        "Correct the template; the models are left as they were.",
        cause);
  }
}
