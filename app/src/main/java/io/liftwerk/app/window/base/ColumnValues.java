package io.liftwerk.app.window.base;

import io.liftwerk.scoring.OutcomeValues;
import io.liftwerk.workspace.TableRef;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The values of the column that is chosen, most frequent first, fetched in the background. */
public final class ColumnValues {
  private final Engine engine;
  private final Background.Lane lane;
  private final Consumer<Throwable> problems;
  private final ObservableList<String> values = FXCollections.observableArrayList();
  private @Nullable String table;
  private @Nullable String column;

  /**
   * @param problems told when the column cannot be read
   */
  public ColumnValues(Engine engine, Background background, Consumer<Throwable> problems) {
    this.engine = engine;
    this.lane = background.lane();
    this.problems = problems;
  }

  /** Those of the column asked for last; empty until they are there. */
  public ObservableList<String> values() {
    return values;
  }

  /** Asks for the values of another column; the same one is not asked for again. */
  public void of(@Nullable String nextTable, @Nullable String nextColumn) {
    if (Objects.equals(table, nextTable) && Objects.equals(column, nextColumn)) {
      return;
    }
    table = nextTable;
    column = nextColumn;
    values.clear();
    if (nextTable != null && nextColumn != null) {
      lane.run(
          () -> engine.values(TableRef.parse(nextTable), nextColumn),
          found -> values.setAll(texts(found)),
          problems);
    } else {
      lane.drop();
    }
  }

  private static List<String> texts(List<OutcomeValues.Value> found) {
    return found.stream().map(OutcomeValues.Value::text).filter(Objects::nonNull).toList();
  }
}
