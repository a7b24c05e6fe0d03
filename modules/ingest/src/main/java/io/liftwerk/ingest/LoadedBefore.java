package io.liftwerk.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells whether a file was loaded before, by its bytes. */
final class LoadedBefore {
  private final Catalog catalog;
  private final ImportRequest request;

  LoadedBefore(Catalog catalog, ImportRequest request) {
    this.catalog = catalog;
    this.request = request;
  }

  /**
   * What is known of a file.
   *
   * @param standing the table that it need not be loaded into again, null when it has to be loaded
   * @param same name of a table with the same bytes, null when there is none
   * @param corrected name of the table that the file is said to correct: named, or its own when it
   *     is another kind now
   */
  record Found(
      @Nullable ImportedTable standing, @Nullable String same, @Nullable String corrected) {}

  /**
   * What is known of a file or of one of its sheets. Its hash is waited for only where it may be.
   */
  Found find(Origin origin, @Nullable String sheet) throws Exception {
    if (request.hashes().isEmpty() && !catalog.hasBytes(origin.bytes())) {
      return new Found(null, null, request.update());
    }
    String hash = checkedHash(origin);
    List<SourceTable> same = catalog.sameFile(hash, sheet);
    SourceTable first = same.isEmpty() ? null : same.getFirst();
    return new Found(
        standing(first, hash, sheet), first == null ? null : first.name(), corrected(first));
  }

  private @Nullable ImportedTable standing(
      @Nullable SourceTable first, String hash, @Nullable String sheet) throws Exception {
    if (request.as() != null) {
      return null;
    }
    if (first != null
        && (request.kind() == null || request.kind().equals(first.findings().kind()))) {
      return existing(first);
    }
    Optional<SourceTable> replaced = catalog.replacedFile(hash, sheet);
    return replaced.isPresent() ? outdated(replaced.get()) : null;
  }

  private @Nullable String corrected(@Nullable SourceTable first) {
    return request.update() != null || request.kind() == null || first == null
        ? request.update()
        : first.name();
  }

  /**
   * The hash of a file, which a re-run expects to be what it was.
   *
   * @throws io.liftwerk.workspace.WorkbenchException when it is not
   */
  String checkedHash(Origin origin) throws IOException {
    String hash = origin.sha256();
    String expected =
        origin instanceof Incoming file ? request.hashes().get(file.file().toString()) : null;
    if (expected != null && !expected.equals(hash)) {
      throw Refused.otherThanThen(origin.file());
    }
    return hash;
  }

  private static ImportedTable outdated(SourceTable source) {
    var notes = new ArrayList<String>();
    notes.add(
        "The same file was in '"
            + source.name()
            + "' before a later one replaced it, so it was not loaded again.");
    notes.addAll(source.notes());
    return ImportedTable.of(source, source.name(), notes);
  }

  private static ImportedTable existing(SourceTable source) {
    var notes = new ArrayList<String>();
    boolean documents = source.kind().equals(FileKind.DOCUMENT.label()) && source.rows() > 1;
    notes.add(
        documents
            ? "The same documents are already in '"
                + source.name()
                + "', so they were not loaded again."
            : "The same file is already in '" + source.name() + "', so it was not loaded again.");
    notes.addAll(source.notes());
    return ImportedTable.of(source, source.name(), notes);
  }
}
