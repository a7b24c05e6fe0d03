package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.base.ThemeChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pictures of every page and every tab of a whole workspace, to be looked at: light and dark,
 * English and German, at 100 %, at 150 % and in the smallest window, in {@code
 * target/gallery/SIZE-LANGUAGE-THEME}. It takes minutes and somebody to look, so it runs by hand on
 * a copy of the sample client:
 *
 * <pre>
 * app/target/liftwerk/bin/liftwerk demo /tmp/gallery --no-window
 * mvn -o -pl app -am test -Dsurefire.failIfNoSpecifiedTests=false -Dtest=GalleryTest \
 *     -Dliftwerk.gallery=/tmp/gallery/Nordwand.liftwerk
 * </pre>
 *
 * On the way it holds ux-19 (nothing clipped at any size) and ux-22 (no German text cut short).
 */
@EnabledIfSystemProperty(named = "liftwerk.gallery", matches = ".+")
class GalleryTest {
  private static final Path SHOTS =
      Path.of(System.getProperty("liftwerk.root"), "app/target/gallery");

  /** A window: the room that pages have, and how many points of the picture one of theirs takes. */
  private record Size(String name, double width, double height, double scale) {}

  private static final List<Size> SIZES =
      List.of(
          new Size("100", 1440, 900, 1),
          new Size("150", 1280, 720, 1.5),
          new Size("small", 1024, 700, 1));

  @TempDir private Path home;

  @Test
  void everyPage() throws Exception {
    Path workspace = Path.of(System.getProperty("liftwerk.gallery"));
    var cut = new TreeSet<String>();
    try (Fx fx = Fx.open(home, workspace, null)) {
      for (Language language : Language.values()) {
        Fx.run(() -> fx.window.language(language));
        for (Size size : SIZES) {
          Fx.run(
              () -> {
                fx.stage.setWidth(size.width());
                fx.stage.setHeight(size.height());
              });
          for (Map.Entry<String, Runnable> view : Tour.of(fx).entrySet()) {
            Fx.run(view.getValue());
            fx.settleWhole();
            shoot(fx, size, language, view.getKey());
            Clipping.of(fx)
                .forEach(
                    found ->
                        cut.add(
                            "%s %s %s: %s"
                                .formatted(language.code(), size.name(), view.getKey(), found)));
          }
        }
      }
    }
    assertEquals(Set.of(), cut, String.join("\n", cut));
  }

  private static void shoot(Fx fx, Size size, Language language, String view) {
    var themes = new ArrayList<>(List.of(ThemeChoice.DARK, ThemeChoice.LIGHT));
    if (size.name().equals("small")) {
      themes.removeFirst();
    }
    for (ThemeChoice theme : themes) {
      Fx.run(() -> fx.window.theme(theme));
      String folder =
          "%s-%s-%s".formatted(size.name(), language.code(), theme.name()).toLowerCase(Locale.ROOT);
      fx.shoot(SHOTS.resolve(folder).resolve(view + ".png"), size.scale());
    }
  }
}
