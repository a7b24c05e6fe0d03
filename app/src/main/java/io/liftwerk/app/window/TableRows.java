package io.liftwerk.app.window;

import io.liftwerk.app.window.base.Rows;
import io.liftwerk.workspace.Page;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.Tables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a table, or of a query that a module has written, for a grid. */
final class TableRows {
  private TableRows() {}

  static Rows of(Tables tables, TableRef table) {
    TableInfo info = tables.describe(table);
    return new Rows() {
      @Override
      public long count() {
        return info.rows();
      }

      @Override
      public List<TableInfo.Column> columns() {
        return info.columns();
      }

      @Override
      public Page page(@Nullable String orderBy, boolean descending, long offset, int limit) {
        return orderBy == null
            ? tables.page(table, offset, limit)
            : tables.page(table, orderBy, descending, offset, limit);
      }
    };
  }

  static Rows of(Tables tables, String select) {
    long count = tables.count(select);
    List<TableInfo.Column> columns = tables.columns(select);
    return new Rows() {
      @Override
      public long count() {
        return count;
      }

      @Override
      public List<TableInfo.Column> columns() {
        return columns;
      }

      @Override
      public boolean sortable() {
        return false;
      }

      @Override
      public Page page(@Nullable String orderBy, boolean descending, long offset, int limit) {
        return tables.pageOf(select, offset, limit);
      }
    };
  }
}
