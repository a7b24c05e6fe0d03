package io.liftwerk.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.liftwerk.warehouse.feature.FeatureSql;
import io.liftwerk.warehouse.feature.FeatureView;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Features as of a moment. One definition serves for training, where each row has its own moment,
 * and for scoring, where it is now: both are the same query.
 */
public final class Features {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Features() {}

  /**
   * Reads definitions from a file with a list {@code features}, each as {@link FeatureView} with
   * names such as {@code event_time}.
   *
   * @throws WorkbenchException code {@code feature-definition}, saying what is wrong
   */
  public static List<FeatureView> read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new WorkbenchException(
          "feature-definition",
          "The definitions of features in " + file.getFileName() + " cannot be read.",
          "See that the file is there.",
          e);
    }
  }

  /** As {@link #read}, from text. */
  public static List<FeatureView> parse(String yaml) {
    try {
      JsonNode list = YAML.readTree(yaml).path("features");
      var views = new ArrayList<FeatureView>();
      for (JsonNode one : list) {
        views.add(YAML.treeToValue(one, FeatureView.class));
      }
      return views;
    } catch (JsonProcessingException e) {
      throw explained(e);
    }
  }

  private static WorkbenchException explained(JsonProcessingException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof WorkbenchException workbench) {
        return workbench;
      }
    }
    return new WorkbenchException(
        "feature-definition",
        "The definitions of features cannot be read: " + firstLine(e.getOriginalMessage()) + ".",
        "Correct the definition.",
        e);
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "" : text.lines().findFirst().orElse("");
  }

  /**
   * The query of {@code rows} with the features each had at its own moment.
   *
   * @param rows query with the entity's columns and the moment
   * @param moment the column with the moment
   */
  public static String training(List<FeatureView> views, String rows, String moment) {
    return FeatureSql.training(views, rows, moment);
  }

  /**
   * The query of {@code entities} with the features they have at {@code now}.
   *
   * @param entities query with the entity's columns
   */
  public static String scoring(List<FeatureView> views, String entities, Instant now) {
    return FeatureSql.scoring(views, entities, now);
  }
}
