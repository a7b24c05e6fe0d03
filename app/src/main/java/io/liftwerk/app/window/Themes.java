package io.liftwerk.app.window;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import io.liftwerk.app.window.base.ThemeChoice;
import io.liftwerk.report.ChartTheme;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/** Light, dark, or as the system has it; switched without a restart. */
final class Themes {
  private final Theme light = new PrimerLight();
  private final Theme dark = new PrimerDark();
  private final ReadOnlyObjectWrapper<ChartTheme> charts =
      new ReadOnlyObjectWrapper<>(ChartTheme.LIGHT);

  /** As the system has it. Bound, and so held weakly: the system outlives every window. */
  private final ObjectProperty<ColorScheme> system = new SimpleObjectProperty<>();

  private ThemeChoice choice = ThemeChoice.SYSTEM;

  Themes() {
    this(Platform.getPreferences().colorSchemeProperty());
  }

  /**
   * @param scheme as the system has it
   */
  Themes(ObservableValue<ColorScheme> scheme) {
    WindowFonts.begin();
    system.bind(scheme);
    system.subscribe(now -> apply());
  }

  /** Styles {@code scene}, now and after every switch. */
  void dress(Scene scene) {
    WindowFonts.await();
    scene.getStylesheets().setAll(sheet());
    charts.subscribe(
        theme -> {
          boolean nowDark = theme == ChartTheme.DARK;
          scene.getRoot().getStyleClass().removeAll("dark");
          if (nowDark) {
            scene.getRoot().getStyleClass().add("dark");
          }
        });
    scene
        .rootProperty()
        .subscribe(
            root -> {
              if (charts.get() == ChartTheme.DARK && !root.getStyleClass().contains("dark")) {
                root.getStyleClass().add("dark");
              }
            });
  }

  /** What the window adds to the theme; JavaFX reads the compiled sheet beside it instead. */
  static String sheet() {
    return Objects.requireNonNull(Themes.class.getResource("window.css"), "window.css")
        .toExternalForm();
  }

  void choose(ThemeChoice next) {
    choice = next;
    apply();
  }

  ThemeChoice choice() {
    return choice;
  }

  boolean isDark() {
    return charts.get() == ChartTheme.DARK;
  }

  /** The theme charts are drawn in. */
  ReadOnlyObjectProperty<ChartTheme> charts() {
    return charts.getReadOnlyProperty();
  }

  private void apply() {
    boolean wantsDark =
        switch (choice) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> system.get() == ColorScheme.DARK;
        };
    // compiled: reading it as text takes thirty milliseconds of every start
    String sheet = (wantsDark ? dark : light).getUserAgentStylesheetBSS();
    if (!sheet.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(sheet);
    }
    charts.set(wantsDark ? ChartTheme.DARK : ChartTheme.LIGHT);
  }
}
