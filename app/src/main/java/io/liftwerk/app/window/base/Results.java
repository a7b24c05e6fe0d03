package io.liftwerk.app.window.base;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.Json;
import org.jspecify.annotations.Nullable;

/** Reads results back from the ledger. */
public final class Results {
  private Results() {}

  /** The record in {@code from}; null when there is none, or another version wrote it. */
  public static <T> @Nullable T read(@Nullable JsonNode from, Class<T> type) {
    try {
      return from == null ? null : Json.mapper().treeToValue(from, type);
    } catch (JsonProcessingException e) {
      return null; // made by another version: the ledger still shows it
    }
  }
}
