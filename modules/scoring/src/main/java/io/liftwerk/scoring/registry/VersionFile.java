package io.liftwerk.scoring.registry;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.scoring.ModelFacts;
import io.liftwerk.scoring.ModelVersion;
import io.liftwerk.scoring.models.FittedModel;
import io.liftwerk.scoring.models.ForeignModel;
import io.liftwerk.scoring.models.Scorer;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a model, whole, as its file in {@code registry/} holds it: one JSON document. Owner
 * and note are those it was made with; what became of them, and its stage, stand in {@link
 * Versions}.
 *
 * @param format version of this form
 * @param parameters what was asked for when it was trained; null for an imported model
 * @param model what scores: learned again from all rows with an outcome, or made elsewhere; the
 *     fields tell which
 * @param judged what the figures on the holdout are about: learned from the training part; null for
 *     an imported model
 * @param seen what it has learned from; null when unknown
 * @param baseline what its data looked like; null when unknown
 */
public record VersionFile(
    int format,
    String name,
    int version,
    String run,
    Instant created,
    @Nullable String owner,
    @Nullable String note,
    ModelFacts facts,
    @Nullable LeadScoringRequest parameters,
    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
        @JsonSubTypes({
          @JsonSubTypes.Type(FittedModel.class),
          @JsonSubTypes.Type(ForeignModel.class)
        })
        Scorer model,
    @Nullable FittedModel judged,
    @Nullable SeenRows seen,
    @Nullable Baseline baseline) {

  /** Version of the form that this program writes. */
  public static final int FORMAT = 1;

  private record Form(@Nullable Integer format) {}

  /**
   * Reads the file of {@code listed}, which must be the one that was written.
   *
   * @throws WorkbenchException code {@code model-missing}, {@code model-format} for another form,
   *     {@code model-tampered} when it is not what was written
   */
  public static VersionFile read(Path workspace, ModelVersion listed) {
    String text = text(workspace, listed);
    if (!Hashes.sha256(text).equals(listed.sha256())) {
      throw new WorkbenchException(
          "model-tampered",
          "The file %s of model %s was changed after it was written."
              .formatted(listed.file(), listed.reference()),
          "Restore it from a copy, or use another version.");
    }
    return Json.read(text, VersionFile.class);
  }

  /** The file's text as it stands, of the form that this program reads. */
  private static String text(Path workspace, ModelVersion listed) {
    try {
      byte[] bytes = Files.readAllBytes(workspace.resolve(listed.file()));
      String text = new String(bytes, StandardCharsets.UTF_8);
      Integer format = format(text);
      if (format != null && format != FORMAT) {
        throw new WorkbenchException(
            "model-format",
            "The file %s of model %s has form %d, and this program reads form %d."
                .formatted(listed.file(), listed.reference(), format, FORMAT),
            "Train the model again, or use the program that wrote it.");
      }
      return text;
    } catch (NoSuchFileException e) {
      throw new WorkbenchException(
          "model-missing",
          "The file %s of model %s is missing.".formatted(listed.file(), listed.reference()),
          "Restore it from a copy, or use another version.",
          e);
    } catch (IOException e) {
      throw new WorkbenchException(
          "model-missing",
          "The file %s of model %s cannot be read: %s."
              .formatted(listed.file(), listed.reference(), e.getMessage()),
          "Restore it from a copy, or use another version.",
          e);
    }
  }

  /** The same as the version {@code version} of its model, made by the run {@code run}. */
  public VersionFile as(int version, String run, Instant created) {
    return new VersionFile(
        format,
        name,
        version,
        run,
        created,
        owner,
        note,
        facts,
        parameters,
        model,
        judged,
        seen,
        baseline);
  }

  /** The form of a text; null where it is no such document: then its hash differs too. */
  public static @Nullable Integer format(String text) {
    try {
      return Json.read(text, Form.class).format();
    } catch (WorkbenchException e) {
      return null;
    }
  }
}
