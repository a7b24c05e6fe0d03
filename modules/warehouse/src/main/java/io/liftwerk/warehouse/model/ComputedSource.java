package io.liftwerk.warehouse.model;

import io.liftwerk.workspace.JobContext;
import java.util.List;

/**
 * Tables of the schema {@code liftwerk} that Liftwerk works out itself, between the models they are
 * made from and those that join them by {@code {{ source('liftwerk', TABLE) }}}.
 */
public interface ComputedSource {

  /** The tables it writes, by their names in the schema {@code liftwerk}. */
  List<String> tables();

  /**
   * The models that must be built before, by name; those the project has not are not waited for.
   */
  List<String> after();

  /**
   * Writes its tables anew, in the job's transaction.
   *
   * @return whether rows that models took in before must be in them no more: incremental models
   *     that stand on these tables are then made in full
   */
  boolean write(JobContext context) throws Exception;
}
