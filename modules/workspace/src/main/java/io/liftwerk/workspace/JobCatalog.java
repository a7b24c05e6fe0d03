package io.liftwerk.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Knows how to make each kind of job again from the parameters its run recorded. */
public final class JobCatalog {

  /** Parameters of a job that reads one table, which a re-run may replace by another. */
  public interface OnTable<P extends Record> {
    /** The same parameters on another table. */
    P onTable(String table);
  }

  private record Entry<P extends Record>(
      int version, Class<P> parameters, Function<P, Job<?>> factory) {
    Job<?> of(JsonNode asked) throws JsonProcessingException {
      P read = Json.mapper().treeToValue(asked, parameters);
      if (read == null) {
        throw new IllegalArgumentException("no parameters");
      }
      return factory.apply(read);
    }

    Job<?> job(RunRecord run, @Nullable String table) throws JsonProcessingException {
      P recorded = Json.mapper().treeToValue(run.parameters(), parameters);
      if (table == null) {
        return factory.apply(recorded);
      }
      if (recorded instanceof OnTable<?> movable) {
        return factory.apply(parameters.cast(movable.onTable(table)));
      }
      throw new WorkbenchException(
          "rerun-table",
          "Run " + run.id() + " (" + run.job() + ") does not read a table that could be replaced.",
          "Leave out --on.");
    }
  }

  private final Map<String, Entry<?>> entries = new HashMap<>();

  /** Registers the job {@code name}, whose parameters are a {@code type}. */
  public <P extends Record> JobCatalog register(
      String name, Class<P> type, Function<P, Job<?>> factory) {
    return register(name, 1, type, factory);
  }

  /** As above, for a job whose parameters have the given {@link Job#version}. */
  public <P extends Record> JobCatalog register(
      String name, int version, Class<P> type, Function<P, Job<?>> factory) {
    entries.put(name, new Entry<>(version, type, factory));
    return this;
  }

  /**
   * The job {@code name} with these parameters, which a stranger may have written.
   *
   * @throws WorkbenchException code {@code request-unknown} or {@code request-parameters}
   */
  Job<?> make(String name, int version, JsonNode parameters) {
    Entry<?> entry = entries.get(name);
    if (entry == null || entry.version() != version) {
      throw new WorkbenchException(
          "request-unknown",
          "The work '" + name + "' cannot be handed to the program with the workspace open.",
          "Close the workspace there first.");
    }
    try {
      return entry.of(parameters);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new WorkbenchException(
          "request-parameters",
          "The work '" + name + "' was handed over with parameters that do not fit it.",
          "Use the same version of Liftwerk for both.",
          e);
    }
  }

  /**
   * The job that repeats {@code run}.
   *
   * @param table read this table instead of the recorded one; null for the same
   * @throws WorkbenchException when the run's kind is unknown or cannot be repeated
   */
  public Job<?> again(RunRecord run, @Nullable String table) {
    Entry<?> entry = entries.get(run.job());
    if (entry == null) {
      throw new WorkbenchException(
          "rerun-unknown",
          "Run " + run.id() + " is a '" + run.job() + "', which cannot be repeated.",
          "");
    }
    if (run.version() != entry.version()) {
      throw new WorkbenchException(
          "rerun-parameters",
          "Run %s recorded its parameters in version %d, and this program reads version %d."
              .formatted(run.id(), run.version(), entry.version()),
          "It was made by Liftwerk " + run.software() + ".");
    }
    try {
      return entry.job(run, table);
    } catch (JsonProcessingException e) {
      throw new WorkbenchException(
          "rerun-parameters",
          "The parameters of run " + run.id() + " cannot be read: " + e.getOriginalMessage() + ".",
          "It was made by another version.",
          e);
    }
  }
}
