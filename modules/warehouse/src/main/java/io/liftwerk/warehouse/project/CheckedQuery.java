package io.liftwerk.warehouse.project;

import io.liftwerk.workspace.Names;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Looks whether the queries of a model are what a model may run. */
public final class CheckedQuery {
  private CheckedQuery() {}

  /**
   * @return the shape of the model's query
   * @throws WorkbenchException naming file and line: codes {@code model-sql}, {@code
   *     model-no-query}, {@code model-reads} when it reads a table it does not refer to, or a file
   */
  public static QueryShape of(Connection connection, Project project, ProjectModel model)
      throws SQLException {
    List<TableRef> refs = new ArrayList<>();
    model.refs().forEach(name -> project.relation(name).ifPresent(refs::add));
    Set<String> allowed = model.mayRead(refs);
    QueryShape first = null;
    for (String sql : model.queries()) {
      QueryShape shape = shape(connection, model, sql);
      String foreign = shape.foreign(allowed);
      if (foreign != null) {
        throw reads(project, model, foreign);
      }
      first = first == null ? shape : first;
    }
    return Objects.requireNonNull(first, "a model has a query");
  }

  private static QueryShape shape(Connection connection, ProjectModel model, String sql)
      throws SQLException {
    try {
      return QueryShape.of(connection, sql);
    } catch (QueryShape.SyntaxException e) {
      throw SqlFailure.of(model, sql, e);
    } catch (WorkbenchException e) {
      throw Broken.at(e.code(), model.file().path(), 0, e.sentence(), e.hint(), e);
    }
  }

  private static WorkbenchException reads(Project project, ProjectModel model, String table) {
    String name = table.substring(table.lastIndexOf('.') + 1);
    int line = 0;
    int number = 0;
    for (String text : model.file().text().lines().toList()) {
      number++;
      if (line == 0 && text.contains(name)) {
        line = number;
      }
    }
    boolean isModel = project.names().contains(name);
    return Broken.at(
        "model-reads",
        model.file().path(),
        line,
        "It reads "
            + table
            + " by its name."
            + (isModel ? "" : Names.suggestion(name, project.names())),
        "Write ref() for a model and source() for a table of bronze, so that it is built in"
            + " order.");
  }
}
