package io.liftwerk.scoring;

import io.liftwerk.scoring.registry.Versions;
import io.liftwerk.warehouse.Impersonal;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Promotes, rolls back, retires or annotates a version of a model. No file of it is touched: what
 * changes is the list of versions, in the transaction of the run, so that ledger and audit trail
 * know who was champion when.
 */
public final class ModelChange implements Job<ModelChangeResult> {
  /** Name of the job. */
  public static final String NAME = "models";

  private final ModelChangeRequest request;

  /**
   * @throws WorkbenchException code {@code personal-text} when owner or note holds an identifier
   */
  public ModelChange(ModelChangeRequest request) {
    Impersonal.check(request.owner(), request.note());
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ModelChangeRequest parameters() {
    return request;
  }

  /**
   * @throws WorkbenchException code {@code model-unknown}, {@code version-unknown}, {@code
   *     no-champion}, {@code model-stage} when the version's stage does not allow it, or {@code
   *     model-no-earlier} when there is nothing to roll back to
   */
  @Override
  public ModelChangeResult run(JobContext context) throws Exception {
    ModelRegistry registry = ModelRegistry.in(context);
    Versions versions = new Versions(context.connection());
    List<ModelVersion> all = registry.of(request.model());
    String name = all.getLast().name();
    Integer before = versions.champion(name).map(ModelVersion::version).orElse(null);
    Change change = new Change(context, registry, versions, name, before);
    String sentence =
        switch (request.action()) {
          case PROMOTE -> change.promote(named(registry));
          case ROLLBACK -> change.rollBack();
          case RETIRE -> change.retire(named(registry), all);
          case RESTORE -> change.restore(named(registry));
          case NOTE -> change.annotate(registry.get(reference()), request);
        };
    Integer now = versions.champion(name).map(ModelVersion::version).orElse(null);
    Integer concerned = request.version() == null ? now : request.version();
    return new ModelChangeResult(
        registry.get(new ModelReference(name, concerned)), now, before, sentence);
  }

  private ModelReference reference() {
    return new ModelReference(request.model(), request.version());
  }

  /** The version that was named, which must have been. */
  private ModelVersion named(ModelRegistry registry) {
    if (request.version() == null) {
      throw new WorkbenchException(
          "model-reference",
          "It is not said which version of '" + request.model() + "' is meant.",
          "Name it like churn-contracts:2.");
    }
    return registry.get(reference());
  }

  private record Change(
      JobContext context,
      ModelRegistry registry,
      Versions versions,
      String name,
      @Nullable Integer champion) {

    String promote(ModelVersion version) throws Exception {
      if (version.stage() == ModelStage.CHAMPION) {
        throw stage(version, "is the champion already", "Nothing is to be done.");
      }
      if (version.stage() == ModelStage.RETIRED) {
        throw stage(version, "is retired", "Take it back with retire --undo first.");
      }
      // a champion must be able to score
      registry.load(version);
      if (champion != null) {
        versions.stage(name, champion, ModelStage.CHALLENGER);
      }
      versions.stage(name, version.version(), ModelStage.CHAMPION);
      versions.crown(name, version.version(), context.run());
      return champion == null
          ? "Version %d of %s is the champion.".formatted(version.version(), name)
          : "Version %d of %s is the champion; it was version %d."
              .formatted(version.version(), name, champion);
    }

    String rollBack() throws Exception {
      List<Integer> champions = versions.champions(name);
      if (champion == null || champions.size() < 2) {
        throw new WorkbenchException(
            "model-no-earlier",
            "The model '" + name + "' had no champion before the present one.",
            "Promote a version instead.");
      }
      int earlier = champions.get(champions.size() - 2);
      ModelVersion version = registry.get(new ModelReference(name, earlier));
      if (version.stage() == ModelStage.RETIRED) {
        throw stage(version, "is retired", "Take it back with retire --undo first.");
      }
      registry.load(version);
      versions.uncrown(name);
      versions.stage(name, champion, ModelStage.CHALLENGER);
      versions.stage(name, earlier, ModelStage.CHAMPION);
      return "Version %d of %s is the champion again, in place of version %d."
          .formatted(earlier, name, champion);
    }

    String retire(ModelVersion version, List<ModelVersion> all) throws Exception {
      if (version.stage() == ModelStage.RETIRED) {
        throw stage(version, "is retired already", "Nothing is to be done.");
      }
      boolean last =
          all.stream()
              .noneMatch(
                  other ->
                      other.version() != version.version() && other.stage() != ModelStage.RETIRED);
      if (version.stage() == ModelStage.CHAMPION && !last) {
        throw stage(version, "is the champion", "Promote another version first.");
      }
      versions.stage(name, version.version(), ModelStage.RETIRED);
      return "Version %d of %s is retired.".formatted(version.version(), name);
    }

    String restore(ModelVersion version) throws Exception {
      if (version.stage() != ModelStage.RETIRED) {
        throw stage(version, "is not retired", "Nothing is to be done.");
      }
      List<Integer> champions = versions.champions(name);
      boolean was =
          champion == null && !champions.isEmpty() && champions.getLast() == version.version();
      versions.stage(name, version.version(), was ? ModelStage.CHAMPION : ModelStage.CHALLENGER);
      return was
          ? "Version %d of %s is back, as the champion.".formatted(version.version(), name)
          : "Version %d of %s is back, as a challenger.".formatted(version.version(), name);
    }

    String annotate(ModelVersion version, ModelChangeRequest request) throws Exception {
      versions.label(
          name,
          version.version(),
          changed(version.owner(), request.owner()),
          changed(version.note(), request.note()));
      return "Owner and note of version %d of %s are changed.".formatted(version.version(), name);
    }

    private static @Nullable String changed(@Nullable String old, @Nullable String now) {
      return now == null ? old : now.isBlank() ? null : now.strip();
    }

    private static WorkbenchException stage(ModelVersion version, String why, String hint) {
      return new WorkbenchException(
          "model-stage",
          "Version %d of %s %s.".formatted(version.version(), version.name(), why),
          hint);
    }
  }
}
