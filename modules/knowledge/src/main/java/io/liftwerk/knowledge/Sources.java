package io.liftwerk.knowledge;

import io.liftwerk.ingest.BronzeTables;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** The loaded tables that hold documents. */
final class Sources {

  /** A table and how its rows are read. */
  record Readable(SourceTable table, SourceDocument.Kind kind) {
    String name() {
      return table.name();
    }

    /** Changes whenever its rows or how they are read do. */
    String version() {
      return Hashes.sha256(
          Json.write(List.of(table.id(), table.earlier(), table.rows(), table.columns())));
    }
  }

  private Sources() {}

  /** In order of their names. */
  static List<Readable> of(Workspace workspace) {
    return new BronzeTables(workspace)
        .list().stream().flatMap(table -> readable(table).stream()).toList();
  }

  private static Optional<Readable> readable(SourceTable table) {
    if (table.findings().kind().equals("documents")) {
      return Optional.of(new Readable(table, SourceDocument.Kind.ARTICLE));
    }
    return ProductColumns.of(table).map(found -> new Readable(table, SourceDocument.Kind.PRODUCT));
  }
}
