package io.liftwerk.warehouse;

import java.util.List;

/**
 * What a build came to.
 *
 * @param models every model of the project, in the order in which they were built
 * @param problems what is wrong beside the models: with the project as a whole, and then nothing
 *     was built and all that stands is older; or with tables that Liftwerk works out itself, and
 *     then the models that read them are skipped
 */
public record BuildResult(List<BuiltModel> models, List<Problem> problems) {

  /**
   * Something a person can act on.
   *
   * @param code stable, for scripts
   * @param message what is wrong, naming file and line
   * @param hint what to do; may be empty
   */
  public record Problem(String code, String message, String hint) {}

  public BuildResult {
    models = List.copyOf(models);
    problems = List.copyOf(problems);
  }

  /** How many models ended that way. */
  public int count(BuildStatus status) {
    return (int) models.stream().filter(model -> model.status() == status).count();
  }

  /** Whether everything that was asked for stands as it should. */
  public boolean isComplete() {
    return problems.isEmpty() && count(BuildStatus.FAILED) == 0 && count(BuildStatus.SKIPPED) == 0;
  }
}
