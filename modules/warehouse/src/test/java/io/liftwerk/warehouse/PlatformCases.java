package io.liftwerk.warehouse;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.liftwerk.testsupport.SharedData;
import java.io.IOException;

/** The cases of {@code reference/data_platform.json}. */
public final class PlatformCases {
  private PlatformCases() {}

  /** Those of one group; the running test is skipped where the file is missing. */
  public static JsonNode of(String group) throws IOException {
    return JsonMapper.builder()
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .build()
        .readTree(SharedData.file("reference/data_platform.json").toFile())
        .path("groups")
        .path(group)
        .path("cases");
  }
}
