package io.liftwerk.app.window.data;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Unfolding;
import io.liftwerk.ingest.ColumnDecision;
import io.liftwerk.ingest.ColumnType;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What each column means, how it is read, and why; type and format can be changed. */
final class DecisionTable extends TableView<ColumnDecision> {
  private static final double ROW = 30;
  private static final double HEAD = 31;
  private static final double BAR = 13;

  /** Of the reason: narrower, it would say nothing. */
  private static final double LEAST = 200;

  private static final int AT_ONCE = 4;

  private final Messages messages;
  private final Consumer<ColumnDecision> changed;
  private final TableColumn<ColumnDecision, ColumnDecision> role;
  private final TableColumn<ColumnDecision, ColumnDecision> reason;
  private final int rows;
  private final Set<Words> live = Collections.newSetFromMap(new WeakHashMap<>());
  private Map<String, String> roles = Map.of();
  private Map<String, List<Object>> samples = Map.of();

  DecisionTable(
      Messages messages, List<ColumnDecision> decisions, Consumer<ColumnDecision> changed) {
    this.messages = messages;
    this.changed = changed;
    getStyleClass().addAll("dense", "decisions");
    setAccessibleText(messages.text("data.columns"));
    setFixedCellSize(ROW);
    rows = decisions.size();
    var waiting = new ArrayDeque<>(decisions);
    new Unfolding(this, () -> more(waiting)).start();
    TableColumn<ColumnDecision, ColumnDecision> name = column("decision.name", 150);
    name.setCellFactory(made -> new Words(ColumnDecision::name));
    role = column("decision.role", 115);
    role.setCellFactory(made -> new Words(decision -> roles.getOrDefault(decision.name(), "")));
    role.setVisible(false);
    TableColumn<ColumnDecision, ColumnDecision> type = column("decision.type", 142);
    type.setCellFactory(made -> new TypeCell());
    TableColumn<ColumnDecision, ColumnDecision> format = column("decision.format", 112);
    format.setCellFactory(made -> new FormatCell());
    TableColumn<ColumnDecision, ColumnDecision> values = column("decision.samples", 180);
    values.setCellFactory(made -> new Words(this::sampled));
    reason = column("decision.reason", LEAST);
    reason.setCellFactory(made -> new Words(decision -> messages.sentence(decision.reason())));
    getColumns().setAll(List.of(name, role, type, format, values, reason));
    widthProperty().subscribe(width -> fit());
    heightProperty().subscribe(height -> fit());
  }

  /** A few rows with each picture: boxes to choose from take their time to make. */
  private boolean more(Deque<ColumnDecision> waiting) {
    for (int i = 0; i < AT_ONCE && !waiting.isEmpty(); i++) {
      getItems().add(waiting.remove());
    }
    return !waiting.isEmpty();
  }

  /** The last column takes what the others leave; where that is little, the table scrolls. */
  private void fit() {
    double others =
        getVisibleLeafColumns().stream()
            .filter(column -> column != reason)
            .mapToDouble(TableColumn::getWidth)
            .sum();
    boolean scrolls = HEAD + ROW * rows > getHeight();
    double left = getWidth() - others - (scrolls ? BAR : 2);
    reason.setPrefWidth(Math.max(LEAST, left));
  }

  /**
   * Says what columns mean, in words, by their names; the column goes where none means anything.
   */
  void roles(Map<String, String> words) {
    roles = words;
    role.setVisible(!words.isEmpty());
    fit();
    live.forEach(Words::draw);
  }

  /** Shows some values of the columns, by their names. */
  void samples(Map<String, List<Object>> values) {
    samples = values;
    live.forEach(Words::draw);
  }

  private String sampled(ColumnDecision decision) {
    return samples.getOrDefault(decision.name(), List.of()).stream()
        .map(value -> String.valueOf(messages.formats().cell(value)).strip())
        .map(value -> value.replaceAll("\\s+", " "))
        .collect(Collectors.joining("  ·  "));
  }

  private TableColumn<ColumnDecision, ColumnDecision> column(String key, double width) {
    var column = new TableColumn<ColumnDecision, ColumnDecision>(messages.text(key));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private void replace(ColumnDecision before, ColumnDecision after) {
    int at = getItems().indexOf(before);
    if (at >= 0 && !before.equals(after)) {
      getItems().set(at, after);
      changed.accept(after);
    }
  }

  /** A type's name in the user's language. */
  static String typeName(Messages messages, ColumnType type) {
    return messages.text("type." + type.json());
  }

  private final class Words extends TableCell<ColumnDecision, ColumnDecision> {
    /** Longer texts may be cut at the cell's edge. */
    private static final int LONG = 20;

    private final Function<ColumnDecision, String> text;

    private Words(Function<ColumnDecision, String> text) {
      this.text = text;
      live.add(this);
    }

    @Override
    protected void updateItem(@Nullable ColumnDecision item, boolean empty) {
      super.updateItem(item, empty);
      draw();
    }

    private void draw() {
      String words = isEmpty() || getItem() == null ? null : text.apply(getItem());
      setText(words);
      setTooltip(words == null || words.length() < LONG ? null : new Tooltip(words));
    }
  }

  private final class TypeCell extends TableCell<ColumnDecision, ColumnDecision> {
    private final ComboBox<ColumnType> box = new ComboBox<>();

    private TypeCell() {
      box.getItems().setAll(ColumnType.values());
      box.getStyleClass().addAll("small", "in-cell");
      box.setMaxWidth(Double.MAX_VALUE);
      box.setConverter(
          new StringConverter<>() {
            @Override
            public String toString(@Nullable ColumnType type) {
              return type == null ? "" : typeName(messages, type);
            }

            @Override
            public ColumnType fromString(String text) {
              throw new UnsupportedOperationException("the box is not editable");
            }
          });
    }

    @Override
    protected void updateItem(@Nullable ColumnDecision item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      box.setOnAction(null);
      box.setValue(item.type());
      box.setAccessibleText(messages.text("decision.type.of", item.name()));
      box.setOnAction(
          event ->
              replace(
                  item,
                  new ColumnDecision(
                      item.name(),
                      box.getValue(),
                      Formattings.usual(box.getValue(), item.format()),
                      ColumnDecision.CHOSEN)));
      setGraphic(box);
    }
  }

  private final class FormatCell extends TableCell<ColumnDecision, ColumnDecision> {
    private final ComboBox<String> box = new ComboBox<>();

    private FormatCell() {
      box.getStyleClass().addAll("small", "in-cell");
      box.setMaxWidth(Double.MAX_VALUE);
    }

    @Override
    protected void updateItem(@Nullable ColumnDecision item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setText(null);
        return;
      }
      List<String> choices = Formattings.of(item.type(), item.format());
      if (choices.size() < 2) {
        setGraphic(null);
        setText(item.format());
        return;
      }
      setText(null);
      box.setOnAction(null);
      box.getItems().setAll(choices);
      box.setValue(item.format());
      box.setAccessibleText(messages.text("decision.format.of", item.name()));
      box.setOnAction(
          event ->
              replace(
                  item,
                  new ColumnDecision(
                      item.name(), item.type(), box.getValue(), ColumnDecision.CHOSEN)));
      setGraphic(box);
    }
  }
}
