package io.liftwerk.app.window.control;

import io.liftwerk.app.window.base.Messages;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Fields with their names above, in lines that break; what is set is shown, what is chosen told.
 */
public final class Form {
  private final Messages messages;
  private boolean showing;

  public Form(Messages messages) {
    this.messages = messages;
  }

  /** A line of fields. */
  public static FlowPane line(Node... fields) {
    var line = new FlowPane(14, 8, fields);
    line.setRowValignment(VPos.BOTTOM);
    line.setAlignment(Pos.BOTTOM_LEFT);
    return line;
  }

  /** A control under its name, which is also what a screen reader says. */
  public VBox field(String name, Node control, double width) {
    var label = Ui.label(name, "field-label");
    label.setLabelFor(control);
    control.setAccessibleText(name);
    if (control instanceof ComboBox<?> box) {
      box.setPrefWidth(width);
      box.getStyleClass().add("small");
    }
    if (control instanceof TextField text) {
      text.setPrefWidth(width);
      text.getStyleClass().add("small");
    }
    return new VBox(3, label, control);
  }

  /** Shows settings: nothing that is set meanwhile counts as chosen by the user. */
  public void show(Runnable shown) {
    showing = true;
    try {
      shown.run();
    } finally {
      showing = false;
    }
  }

  /** A box of tables; what was loaded as it is needs no mention of its layer. */
  public ComboBox<String> tables(Consumer<String> chosen) {
    ComboBox<String> box =
        choice(name -> name.startsWith("bronze.") ? name.substring(7) : name, chosen);
    box.setPromptText(messages.text("form.table"));
    return box;
  }

  /** Unfolds {@code options} below; begins folded. */
  public ToggleButton more(Node options) {
    var more = new ToggleButton(messages.text("options.more"), Ui.icon(Feather.SLIDERS));
    more.setMnemonicParsing(false);
    more.setAccessibleText(messages.text("options.more"));
    more.getStyleClass().addAll("small", "flat", "more-options");
    more.selectedProperty().subscribe(open -> Ui.show(options, open));
    return more;
  }

  /**
   * A box whose entries are written by {@code written}; {@code chosen} is told by the user only.
   */
  public ComboBox<String> choice(UnaryOperator<String> written, Consumer<String> chosen) {
    var box = new ComboBox<String>();
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable String name) {
            return name == null ? "" : written.apply(name);
          }

          @Override
          public String fromString(String typed) {
            return typed;
          }
        });
    box.setOnAction(
        event -> {
          String value = box.getValue();
          if (!showing && value != null) {
            chosen.accept(value);
          }
        });
    return box;
  }

  /**
   * A box of columns and an entry for none of them, which comes first.
   *
   * @param none what the entry says
   */
  public ComboBox<String> optional(String none, Consumer<@Nullable String> chosen) {
    return choice(name -> name, value -> chosen.accept(value.equals(none) ? null : value));
  }

  /** Fills a box; a value that is not among the items is added, so that it is seen. */
  public static void fill(ComboBox<String> box, List<String> items, @Nullable String value) {
    var all = new ArrayList<>(items);
    if (value != null && !all.contains(value)) {
      all.add(value);
    }
    if (!box.getItems().equals(all)) {
      // or the box would go on showing the entry at the old place, whatever its value is
      box.getSelectionModel().clearSelection();
      box.setValue(null);
      box.getItems().setAll(all);
    }
    if (!Objects.equals(box.getValue(), value)) {
      box.setValue(value);
    }
  }

  /** Fills a box of {@link #optional}. */
  public static void fill(
      ComboBox<String> box, String none, List<String> columns, @Nullable String value) {
    var all = new ArrayList<String>();
    all.add(none);
    all.addAll(columns);
    fill(box, all, value == null ? none : value);
  }

  /**
   * A field for a text that is taken when Enter is pressed or the field is left.
   *
   * @param take takes what was typed
   */
  public TextField typed(Consumer<String> take) {
    var field = new TextField();
    field.setOnAction(event -> take(field, take));
    field
        .focusedProperty()
        .addListener(
            (property, before, focused) -> {
              if (!focused) {
                take(field, take);
              }
            });
    return field;
  }

  private void take(TextField field, Consumer<String> take) {
    if (!showing) {
      take.accept(field.getText() == null ? "" : field.getText().strip());
    }
  }

  /** The number that {@code text} writes in the window's language; empty when it writes none. */
  public Optional<Double> number(String text) {
    NumberFormat format = NumberFormat.getNumberInstance(messages.locale());
    var at = new ParsePosition(0);
    Number number = format.parse(text, at);
    return number == null || at.getIndex() < text.length()
        ? Optional.empty()
        : Optional.of(number.doubleValue());
  }

  /** A number as it would be typed, empty for none. */
  public String typed(@Nullable Double number) {
    if (number == null) {
      return "";
    }
    NumberFormat format = NumberFormat.getNumberInstance(messages.locale());
    format.setGroupingUsed(false);
    format.setMaximumFractionDigits(6);
    return format.format(number);
  }

  /** The day that {@code text} writes, as {@code 2026-09-30} or in the window's language. */
  public Optional<LocalDate> day(String text) {
    for (DateTimeFormatter form :
        List.of(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ofPattern("d.M.yyyy"))) {
      try {
        return Optional.of(LocalDate.parse(text, form));
      } catch (DateTimeParseException e) {
        // perhaps in the other form
      }
    }
    return Optional.empty();
  }
}
