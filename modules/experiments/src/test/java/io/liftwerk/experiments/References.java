package io.liftwerk.experiments;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.testsupport.SharedData;
import io.liftwerk.workspace.Json;
import java.nio.file.Files;
import java.util.stream.StreamSupport;

/** Expected values that lie beside the checkout. */
public final class References {
  private References() {}

  /** The case {@code id}, or the running test is skipped. */
  public static JsonNode of(String id) throws Exception {
    JsonNode all =
        Json.mapper()
            .readTree(Files.readString(SharedData.file("reference/models.json")))
            .get("cases");
    return StreamSupport.stream(all.spliterator(), false)
        .filter(one -> one.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
