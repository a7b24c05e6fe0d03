package io.liftwerk.ingest;

import java.util.List;

/** What an import made, in the order of the files. */
public record ImportResult(List<ImportedTable> tables) {}
