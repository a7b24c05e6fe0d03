package io.liftwerk.experiments.abtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.testsupport.SharedData;
import io.liftwerk.workspace.Json;
import java.nio.file.Files;
import java.util.stream.StreamSupport;

/** Expected values of other tools, and how near ours must come. */
public final class Reference {
  private Reference() {}

  /** What the case {@code id} expects. */
  public static JsonNode expected(String id) throws Exception {
    JsonNode all =
        Json.mapper()
            .readTree(Files.readString(SharedData.file("reference/models.json")))
            .get("cases");
    return StreamSupport.stream(all.spliterator(), false)
        .filter(one -> one.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow()
        .get("expected");
  }

  /** As a number; {@code inf} may be written in words. */
  public static double number(JsonNode node) {
    return switch (node.asText()) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> node.asDouble();
    };
  }

  /** Equal to {@code tolerance}, of the value itself where that is larger than 1. */
  public static void near(JsonNode expected, double actual, double tolerance, String what) {
    double value = number(expected);
    if (value == actual) {
      return;
    }
    assertEquals(value, actual, tolerance * Math.max(1, Math.abs(value)), what);
  }

  /** Equal to {@code tolerance} of the value itself, however small it is. */
  public static void close(JsonNode expected, double actual, double tolerance, String what) {
    double value = number(expected);
    assertEquals(value, actual, tolerance * Math.abs(value), what);
  }
}
