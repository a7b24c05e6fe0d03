package io.liftwerk.ingest;

import java.util.List;

/**
 * Whom to erase.
 *
 * @param pseudonyms of their e-mail addresses and telephone numbers, never these themselves
 */
public record ErasureRequest(List<String> pseudonyms) {
  public ErasureRequest {
    pseudonyms = List.copyOf(pseudonyms);
  }
}
