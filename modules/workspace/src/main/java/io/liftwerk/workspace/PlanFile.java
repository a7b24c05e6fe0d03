package io.liftwerk.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * {@code plan.json} in a workspace's folder: what a person wrote to the steps of the plan, and
 * which of them the person called done. Every change replaces the file in one step and keeps what
 * it replaced, so that it can be taken back after the program was closed, too. There is no file as
 * long as nothing was written.
 *
 * <p>Which steps there are is not known here: they are ids, and those of a later version stay.
 */
public final class PlanFile {
  /** Its name. */
  public static final String NAME = "plan.json";

  /** Version of its shape. */
  public static final int FORMAT = 1;

  /** Characters of a note; a longer text is a document, and better imported as one. */
  public static final int LONGEST = 20_000;

  private static final int MOST_CHANGES = 50;

  /** One at a time reads, changes and replaces the file. */
  private static final Object CHANGING = new Object();

  /**
   * What was written to one step.
   *
   * @param note empty for none
   * @param others the same note in other languages, by code; those of the sample have some
   * @param notedAt when it was written, UTC; null for none
   * @param doneAt when the step was called done, UTC; null when it was not
   */
  public record Entry(
      String note,
      Map<String, String> others,
      @Nullable Instant notedAt,
      @Nullable Instant doneAt) {
    /** Nothing written. */
    public static final Entry NONE = new Entry("", Map.of(), null, null);

    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    public Entry {
      note = note == null ? "" : note;
      others = sorted(others);
    }

    /** The note as readers of a language have it. */
    public String note(Locale locale) {
      return others.getOrDefault(locale.getLanguage(), note);
    }
  }

  /**
   * A change.
   *
   * @param step whose
   * @param at when, UTC
   * @param before what it replaced
   */
  public record Change(String step, Instant at, Entry before) {}

  /**
   * What the file says.
   *
   * @param steps what was written, by the step's id
   * @param changes that can be taken back, the oldest first
   */
  public record Content(int format, Map<String, Entry> steps, List<Change> changes) {
    /** Of a workspace that nobody planned in. */
    public static final Content EMPTY = new Content(FORMAT, Map.of(), List.of());

    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    public Content {
      steps = sorted(steps);
      changes = changes == null ? List.of() : List.copyOf(changes);
    }

    /** What was written to {@code step}. */
    public Entry step(String step) {
      return steps.getOrDefault(step, Entry.NONE);
    }
  }

  /** In the order of the keys, so that the same content is the same file. */
  private static <V> Map<String, V> sorted(@Nullable Map<String, V> map) {
    return map == null || map.isEmpty()
        ? Map.of()
        : Collections.unmodifiableMap(new TreeMap<>(map));
  }

  private final Path file;

  /**
   * @param folder the workspace's
   */
  public PlanFile(Path folder) {
    this.file = folder.resolve(NAME);
  }

  /**
   * Reads the file; empty where there is none.
   *
   * @throws WorkbenchException code {@code plan-damaged} when it says something else than it must,
   *     {@code plan-newer}, {@code plan-unreadable}; the file is left alone
   */
  public Content read() {
    try {
      JsonNode json = Json.mapper().readTree(Files.readString(file));
      if (!json.isObject() || !json.path("format").isInt() || json.path("format").asInt() < 1) {
        throw damaged("it is no plan", null);
      }
      if (json.path("format").asInt() > FORMAT) {
        throw new WorkbenchException(
            "plan-newer",
            file + " was written by a newer Liftwerk.",
            "Update Liftwerk to read it.");
      }
      return Json.mapper().treeToValue(json, Content.class);
    } catch (NoSuchFileException e) {
      return Content.EMPTY;
    } catch (JsonProcessingException | CharacterCodingException e) {
      throw damaged("it is not JSON of a plan", e);
    } catch (IOException e) {
      throw new WorkbenchException(
          "plan-unreadable", file + " cannot be read: " + Failures.reason(e) + ".", "", e);
    }
  }

  /**
   * Writes a note to a step; an empty one takes it away.
   *
   * @param others the same in other languages, by code
   * @throws WorkbenchException as {@link #read}; code {@code plan-note} when it is too long, {@code
   *     plan-unwritable} or {@code disk-full} when the file cannot be replaced
   */
  public Content note(String step, String note, Map<String, String> others, Instant at) {
    String text = note.strip();
    if (text.length() > LONGEST) {
      throw new WorkbenchException(
          "plan-note",
          String.format(Locale.ROOT, "A note of %,d characters is too long.", text.length()),
          String.format(
              Locale.ROOT,
              "Keep it to %,d characters, or import the text as a document.",
              LONGEST));
    }
    return change(
        step,
        at,
        before ->
            text.equals(before.note()) && others.equals(before.others())
                ? before
                : new Entry(text, others, text.isEmpty() ? null : at, before.doneAt()));
  }

  /**
   * Calls a step done, or not done any more.
   *
   * @throws WorkbenchException as {@link #note}
   */
  public Content done(String step, boolean done, Instant at) {
    return change(
        step,
        at,
        before ->
            done == (before.doneAt() != null)
                ? before
                : new Entry(before.note(), before.others(), before.notedAt(), done ? at : null));
  }

  /**
   * Takes the last change back.
   *
   * @throws WorkbenchException code {@code plan-unchanged} when there is none left; else as {@link
   *     #note}
   */
  public Content undo() {
    synchronized (CHANGING) {
      Content present = read();
      if (present.changes().isEmpty()) {
        throw new WorkbenchException(
            "plan-unchanged", "There is no change of the plan to take back.", "");
      }
      var changes = new ArrayList<>(present.changes());
      Change last = changes.removeLast();
      return write(present, last.step(), last.before(), changes);
    }
  }

  private Content change(String step, Instant at, UnaryOperator<Entry> how) {
    synchronized (CHANGING) {
      Content present = read();
      Entry before = present.step(step);
      Entry after = how.apply(before);
      if (after.equals(before)) {
        return present;
      }
      var changes = new ArrayList<>(present.changes());
      changes.add(new Change(step, at, before));
      return write(
          present,
          step,
          after,
          changes.subList(Math.max(0, changes.size() - MOST_CHANGES), changes.size()));
    }
  }

  private Content write(Content present, String step, Entry entry, List<Change> changes) {
    var steps = new LinkedHashMap<>(present.steps());
    if (entry.equals(Entry.NONE)) {
      steps.remove(step);
    } else {
      steps.put(step, entry);
    }
    var next = new Content(FORMAT, steps, changes);
    try {
      Durable.replace(
          file, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(next) + "\n");
      return next;
    } catch (IOException e) {
      throw new WorkbenchException(
          Failures.isDiskFull(e) ? "disk-full" : "plan-unwritable",
          "The file " + file + " cannot be written: " + Failures.reason(e) + ".",
          "It is as it was; make room or see that it may be written.",
          e);
    }
  }

  private WorkbenchException damaged(String reason, @Nullable Exception cause) {
    return new WorkbenchException(
        "plan-damaged",
        file + " is damaged: " + reason + ".",
        "Restore it from a copy, or delete it to begin with an empty plan.",
        cause);
  }
}
