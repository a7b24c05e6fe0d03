package io.liftwerk.warehouse;

import io.liftwerk.warehouse.lineage.How;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a column, or a table, comes from: back to the columns of bronze and the files they were
 * loaded from.
 *
 * @param target id of the node that was asked for
 * @param nodes tables, columns and files, those nearest to the target first
 * @param edges from what is used to what is made of it
 */
public record LineageGraph(String target, List<Node> nodes, List<Edge> edges) {

  /** What a node stands for. */
  public enum Kind {
    /** A table, view or model as such: its rows. */
    TABLE,
    COLUMN,
    FILE
  }

  /**
   * A table, a column or a file.
   *
   * @param id {@code gold.kpi_daily}, {@code gold.kpi_daily.roas}, {@code load.l000013}
   * @param kind what it stands for
   * @param relation the table, or of a file the table its load made, qualified
   * @param column the column, null of tables and files
   * @param distance steps from the target, 0 is the target
   * @param followed whether the graph goes on to what it is made of; what only decides about rows
   *     is not followed
   * @param gap why its columns cannot, or not all, be told; its tables still are. Null when they
   *     can
   * @param load of a file: what was loaded, else null
   */
  public record Node(
      String id,
      Kind kind,
      String relation,
      @Nullable String column,
      int distance,
      boolean followed,
      @Nullable String gap,
      @Nullable Load load) {}

  /**
   * A file as it was loaded.
   *
   * @param id number of the load
   * @param file its name, or its path in the folder or archive
   * @param sheet sheet of a workbook, else null
   * @param sha256 of the file as dropped; empty of an earlier load of the table
   * @param bytes its size
   * @param rows rows loaded
   * @param loadedAt when, UTC; null of an earlier load
   * @param run number of the run that loaded it; empty of an earlier load
   */
  public record Load(
      long id,
      String file,
      @Nullable String sheet,
      String sha256,
      long bytes,
      long rows,
      @Nullable Instant loadedAt,
      String run) {}

  /**
   * That one thing is used for another.
   *
   * @param from id of what is used
   * @param to id of what is made of it: a column, or a table whose rows it decides about
   * @param how how it is used
   * @param expression what is done with it, as DuckDB writes it; empty when it is handed on
   * @param steps all expressions on the way through the query's subqueries, the outermost first
   */
  public record Edge(String from, String to, How how, String expression, List<String> steps) {

    /** Whether it carries values or rows; else it only decides which. */
    public boolean direct() {
      return how.direct();
    }
  }

  /** The node with that id. */
  public Optional<Node> node(String id) {
    return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
  }

  /** What a node is made of, or decided by. */
  public List<Edge> into(String id) {
    return edges.stream().filter(edge -> edge.to().equals(id)).toList();
  }
}
