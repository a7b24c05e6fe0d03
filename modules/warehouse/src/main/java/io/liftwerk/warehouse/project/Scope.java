package io.liftwerk.warehouse.project;

import org.jspecify.annotations.Nullable;

/** What a template's functions answer while it is rendered. */
interface Scope {

  /**
   * The SQL name of a model.
   *
   * @throws io.liftwerk.workspace.WorkbenchException when there is none of that name; its sentence
   *     names no file
   */
  String ref(String model);

  /**
   * The SQL name of a table that no model makes.
   *
   * @throws io.liftwerk.workspace.WorkbenchException as above
   */
  String source(String source, String table);

  /** Whether rows are added to a table that is there. */
  boolean incremental();

  /** The SQL name of what is rendered; null for what makes no table. */
  @Nullable String self();
}
