package io.liftwerk.ingest;

import java.util.List;

/**
 * What a change did.
 *
 * @param sentence in words, such as {@code Import of leads undone.}
 * @param tables the tables concerned, as they are now; empty when they are gone
 */
public record SourceChangeResult(String sentence, List<SourceTable> tables) {}
