package io.liftwerk.app.window.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Rows;
import io.liftwerk.workspace.Page;
import io.liftwerk.workspace.TableInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowCopyTest {

  private record Table(long count) implements Rows {
    @Override
    public List<TableInfo.Column> columns() {
      return List.of(new TableInfo.Column("n", "BIGINT"), new TableInfo.Column("t", "VARCHAR"));
    }

    @Override
    public Page page(@Nullable String orderBy, boolean descending, long offset, int limit) {
      var rows = new ArrayList<List<@Nullable Object>>();
      for (long i = offset; i < Math.min(count, offset + limit); i++) {
        rows.add(Arrays.asList(i, i % 2 == 0 ? "a\tb" : null));
      }
      return new Page(List.of("n", "t"), rows, offset);
    }
  }

  @Test
  void chosenRowsFarApartComeInOrderWithAHeader() throws Exception {
    RowCopy.Copied copied =
        RowCopy.rows(new Table(10_000_000), null, false, List.of(3L, 4L, 9_000_000L), true);
    assertEquals("n\tt\n3\t\n4\ta b\n9000000\ta b\n", copied.text());
    assertTrue(copied.complete());
  }

  @Test
  void allOfAHugeTableIsCutAndSaysSo() throws Exception {
    RowCopy.Copied copied = RowCopy.all(new Table(10_000_000), null, false);
    assertEquals(RowCopy.MOST, copied.rows());
    assertFalse(copied.complete());
    assertEquals(RowCopy.MOST + 1, copied.text().lines().count());
  }
}
