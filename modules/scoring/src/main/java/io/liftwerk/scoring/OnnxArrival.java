package io.liftwerk.scoring;

import io.liftwerk.scoring.exchange.OnnxInput;
import io.liftwerk.scoring.exchange.OnnxModel;
import io.liftwerk.scoring.models.ForeignModel;
import io.liftwerk.scoring.registry.VersionFile;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes a version of an ONNX file of somebody else's. ONNX Runtime loads it at once, so that what
 * cannot score is not entered.
 *
 * @param name of the file, for messages
 * @param before the latest version of the model that it joins; null for a new model
 */
record OnnxArrival(ModelImportRequest request, String name, @Nullable ModelVersion before) {

  /**
   * @param model what it is called here
   * @throws WorkbenchException as {@link OnnxModel} says
   */
  VersionFile read(String model, byte[] content) {
    String positive = request.positive();
    List<String> classes;
    try (OnnxModel onnx = OnnxModel.open(name, content, request.columns(), null)) {
      classes = onnx.classes();
    }
    boolean own = positive != null && classes.contains(positive);
    // without a column that says so, a yes can only be a class of the model
    boolean named = own || positive != null && !classes.isEmpty() && request.target() == null;
    String yes = named ? positive : null;
    try (OnnxModel onnx = OnnxModel.open(name, content, request.columns(), yes)) {
      return new VersionFile(
          VersionFile.FORMAT,
          model,
          0,
          "",
          Instant.now(),
          request.model().owner(),
          request.model().note(),
          facts(model, onnx),
          null,
          ForeignModel.of(content, request.columns(), yes),
          null,
          null,
          null);
    }
  }

  private ModelFacts facts(String model, OnnxModel onnx) {
    ModelFacts present = before == null ? null : before.facts();
    String target = request.target();
    String positive = request.positive();
    return new ModelFacts(
        present == null ? ScoringOptions.Purpose.LEADS : present.purpose(),
        "",
        "",
        0,
        target != null ? target : present != null ? present.target() : model,
        positive != null
            ? positive
            : present != null ? present.positive() : Objects.requireNonNullElse(onnx.yes(), "1"),
        null,
        onnx.features().stream().map(OnnxInput::column).distinct().toList(),
        ForeignModel.LEARNER,
        onnx.producer(),
        null,
        0,
        Map.of(),
        Workspace.SOFTWARE);
  }
}
