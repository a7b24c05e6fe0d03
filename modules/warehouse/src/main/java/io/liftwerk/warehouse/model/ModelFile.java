package io.liftwerk.warehouse.model;

/**
 * A file of a dbt project.
 *
 * @param path its place in the project, with slashes, such as {@code models/gold/kpi_daily.sql}
 * @param text what it holds
 */
public record ModelFile(String path, String text) {

  /** Its name without folders and ending, which is the name of the model it holds. */
  public String name() {
    String file = path.substring(path.lastIndexOf('/') + 1);
    int dot = file.indexOf('.');
    return dot < 0 ? file : file.substring(0, dot);
  }
}
