package io.liftwerk.app.window.data;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.ingest.ImportResult;
import io.liftwerk.ingest.ImportedTable;
import io.liftwerk.ingest.Skipped;
import java.util.ArrayList;
import java.util.List;

/** What an import made, in a few sentences however many files it was. */
final class LoadedNote {
  private static final int MOST_NAMED = 3;

  private final Messages messages;
  private final List<ImportedTable> tables;
  private final List<Skipped> skipped;

  LoadedNote(Messages messages, ImportResult result) {
    this.messages = messages;
    this.tables = result.tables();
    this.skipped = result.skipped();
  }

  /** Whether anything was loaded that was not there before. */
  boolean isNew() {
    return tables.stream().anyMatch(table -> table.duplicateOf() == null);
  }

  String text() {
    String loaded = tables.size() <= MOST_NAMED ? named() : counted();
    if (skipped.isEmpty()) {
      return loaded;
    }
    Skipped first = skipped.getFirst();
    String left =
        messages.text(
            "data.skipped", skipped.size(), first.file(), messages.sentence(first.message()));
    return (loaded + " " + left).strip();
  }

  private String named() {
    var sentences = new ArrayList<String>();
    for (ImportedTable made : tables) {
      String told =
          made.rejects() == 0
              ? messages.text("data.loaded", made.name(), made.rows())
              : messages.text("data.loaded.rejects", made.name(), made.rows(), made.rejects());
      String twin = made.duplicateOf();
      sentences.add(twin == null ? told : told + " " + messages.text("data.duplicate", twin));
    }
    return String.join(" ", sentences);
  }

  private String counted() {
    List<ImportedTable> made = tables.stream().filter(t -> t.duplicateOf() == null).toList();
    long rows = made.stream().mapToLong(ImportedTable::rows).sum();
    long rejects = made.stream().mapToLong(ImportedTable::rejects).sum();
    long missed = made.stream().filter(t -> !TableText.missed(t.totals()).isEmpty()).count();
    var sentences = new ArrayList<String>();
    if (!made.isEmpty()) {
      sentences.add(messages.text("data.loaded.many", made.size(), rows));
    }
    if (tables.size() > made.size()) {
      sentences.add(messages.text("data.duplicate.many", tables.size() - made.size()));
    }
    if (rejects > 0) {
      sentences.add(messages.text("data.loaded.many.rejects", rejects));
    }
    if (missed > 0) {
      sentences.add(messages.text("data.loaded.many.missed", missed));
    }
    return String.join(" ", sentences);
  }
}
