package io.liftwerk.keywords.editors;

import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.SharedList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is new to an account as a file for a channel's editor, and beside it the file that
 * takes it back. Both are UTF-8; Microsoft's begin with a byte order mark, as its bulk service
 * wants.
 */
public final class EditorExport {
  private final EditorFormat format;
  private final AccountIds ids;
  private final Rows rows;

  /**
   * What was written.
   *
   * @param rows rows of the export, without header
   * @param leftOut of the changes, those that could not be written
   * @param notes what was left out and why, and what has to be done; a sentence each
   */
  public record Written(int rows, int leftOut, List<String> notes) {

    public Written {
      notes = List.copyOf(notes);
    }
  }

  public EditorExport(EditorFormat format, AccountIds ids) {
    this.format = format;
    this.ids = ids;
    this.rows =
        switch (format) {
          case GOOGLE -> new GoogleRows();
          case MICROSOFT -> new MicrosoftRows(ids);
          case AMAZON -> new AmazonRows(ids);
          case PLAIN -> new PlainRows();
        };
  }

  /**
   * @param file where the export goes
   * @param undo where the file that takes it back goes
   * @throws IOException when one of them cannot be written
   */
  public Written write(Changes changes, Path file, Path undo) throws IOException {
    var export = new StringBuilder();
    var back = new StringBuilder();
    Written written = write(changes, export, back);
    Files.writeString(undo, back, StandardCharsets.UTF_8);
    Files.writeString(file, export, StandardCharsets.UTF_8);
    return written;
  }

  /** {@code negatives.csv}'s neighbour: {@code negatives-undo.csv}. */
  public static Path undoFile(Path file) {
    String name = Objects.requireNonNull(file.getFileName()).toString();
    int dot = name.lastIndexOf('.');
    String undo = dot > 0 ? name.substring(0, dot) + "-undo" + name.substring(dot) : name + "-undo";
    return file.resolveSibling(undo);
  }

  public Written write(Changes changes, Appendable export, Appendable undo) throws IOException {
    var notes = new LinkedHashSet<String>();
    Changes writable = writable(changes, notes);
    List<List<String>> lines = rows.export(writable);
    export.append(rows.head());
    for (List<String> line : lines) {
      export.append(Csv.line(line));
    }
    undo.append(rows.head());
    for (List<String> line : rows.undo(writable)) {
      undo.append(Csv.line(line));
    }
    if (!lines.isEmpty()) {
      remarks(writable, notes);
    }
    return new Written(lines.size(), size(changes) - size(writable), List.copyOf(notes));
  }

  private static int size(Changes changes) {
    return changes.negatives().size()
        + changes.keywords().size()
        + changes.lists().size()
        + changes.links().size();
  }

  private Changes writable(Changes changes, Set<String> notes) {
    if (format == EditorFormat.PLAIN) {
      return changes;
    }
    return new Changes(
        changes.channel(),
        changes.negatives().stream()
            .filter(
                one ->
                    one.list() == null
                        ? place(one.campaign(), one.adGroup(), notes)
                        : list(changes, one.list(), notes))
            .toList(),
        changes.keywords().stream()
            .filter(one -> place(one.campaign(), one.adGroup(), notes))
            .toList(),
        changes.lists().stream().filter(one -> list(changes, one.name(), notes)).toList(),
        changes.links().stream()
            .filter(
                one ->
                    list(changes, one.list().name(), notes)
                        && (one.campaign().isEmpty()
                            ? account(one.list(), notes)
                            : place(one.campaign(), null, notes)))
            .toList());
  }

  private boolean place(@Nullable String campaign, @Nullable String adGroup, Set<String> notes) {
    boolean told =
        format == EditorFormat.MICROSOFT
            && !(adGroup == null ? ids.campaign(campaign) : ids.adGroup(campaign, adGroup))
                .isEmpty();
    return told
        || Stream.of(campaign, adGroup)
            .filter(Objects::nonNull)
            .allMatch(name -> name(name, notes));
  }

  private static boolean name(String name, Set<String> notes) {
    if (!FormulaCells.runs(name)) {
      return true;
    }
    notes.add(
        "Rows of '%s' are left out: a spreadsheet would run this name, and an editor knows it by no other."
            .formatted(name));
    return false;
  }

  private boolean list(Changes changes, String list, Set<String> notes) {
    if (format == EditorFormat.AMAZON) {
      notes.add(
          "%s has no shared lists: the rows of '%s' are left out."
              .formatted(Channel.AMAZON.spoken(), list));
      return false;
    }
    if (!name(list, notes)) {
      return false;
    }
    if (format == EditorFormat.MICROSOFT
        && !changes.makes(list)
        && !ids.lists().containsKey(list)) {
      notes.add(
          "The list '%s' exists already, and its identifier is not known: its rows are left out."
              .formatted(list));
      return false;
    }
    return true;
  }

  private boolean account(SharedList list, Set<String> notes) {
    if (ids.account() != null) {
      return true;
    }
    notes.add(
        "The list '%s' is for the whole account, whose identifier is not known: link it by hand."
            .formatted(list.name()));
    return false;
  }

  private void remarks(Changes changes, Set<String> notes) {
    if (format == EditorFormat.AMAZON) {
      long unknown =
          Stream.concat(
                  changes.negatives().stream().map(one -> isKnown(one.campaign(), one.adGroup())),
                  changes.keywords().stream().map(one -> isKnown(one.campaign(), one.adGroup())))
              .filter(known -> !known)
              .count();
      if (unknown > 0) {
        notes.add(
            "%s rows have no identifier of their campaign or ad group, without which Amazon refuses the file: take them from a downloaded bulksheet."
                .formatted(String.format(Locale.ROOT, "%,d", unknown)));
      }
    }
    if (format == EditorFormat.AMAZON || format == EditorFormat.MICROSOFT) {
      notes.add(
          "The undo file becomes valid with the identifiers from the file that the channel gives"
              + " back after the upload.");
    }
  }

  private boolean isKnown(@Nullable String campaign, @Nullable String adGroup) {
    return !ids.campaign(campaign).isEmpty()
        && (adGroup == null || !ids.adGroup(campaign, adGroup).isEmpty());
  }
}
