package io.liftwerk.warehouse.project;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One template being rendered: who answers it, in which file it is, and what went wrong first. */
final class Rendering {
  static final ScopedValue<Rendering> CURRENT = ScopedValue.newInstance();

  private final Scope scope;
  private final Map<String, Object> config = new LinkedHashMap<>();
  private final Deque<String> files = new ArrayDeque<>();
  private final Map<TemplateError, String> places = new IdentityHashMap<>();
  private @Nullable String thrownIn;
  private @Nullable Throwable thrown;
  private @Nullable WorkbenchException failure;
  private long steps;

  Rendering(String file, Scope scope) {
    this.scope = scope;
    files.push(file);
  }

  Scope scope() {
    return scope;
  }

  /** What {@code config()} was told, of which templates may read too. */
  Map<String, Object> config() {
    return config;
  }

  @Nullable WorkbenchException failure() {
    return failure;
  }

  /** Counts one more node of a template. */
  boolean mayGoOn() {
    return ++steps <= Sandbox.MOST_STEPS;
  }

  /** Does something in a macro of {@code file}, and notes which errors came from there. */
  <T> T in(String file, Supplier<T> work) {
    List<TemplateError> errors = JinjavaInterpreter.getCurrent().getErrors();
    int before = errors.size();
    files.push(file);
    try {
      return work.get();
    } catch (RuntimeException | Error e) {
      if (thrown == null) {
        thrown = e;
        thrownIn = file;
      }
      throw e;
    } finally {
      files.pop();
      for (TemplateError error : errors.subList(Math.min(before, errors.size()), errors.size())) {
        places.putIfAbsent(error, file);
      }
    }
  }

  /** What a macro threw first, which Jinjava tells only as a call that failed; else null. */
  @Nullable Throwable thrownByMacro() {
    return thrown;
  }

  /** The file of an error, else of what was thrown, else the one being rendered. */
  String place(@Nullable TemplateError error) {
    String known = error == null ? thrownIn : places.get(error);
    return known == null ? files.getFirst() : known;
  }

  /** Keeps {@code e}, with file and line, when it is the first; the caller throws what it gets. */
  WorkbenchException failed(WorkbenchException e) {
    WorkbenchException located =
        Broken.at(
            e.code(),
            files.getFirst(),
            JinjavaInterpreter.getCurrent().getLineNumber(),
            e.sentence(),
            e.hint());
    failure = failure == null ? located : failure;
    return located;
  }
}
