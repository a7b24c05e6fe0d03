package io.liftwerk.app.window;

import io.liftwerk.report.Fonts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.text.Font;

/** The window's fonts, read once for all windows, beside the screen while its theme is read. */
final class WindowFonts {
  private static final CompletableFuture<Void> READ =
      CompletableFuture.runAsync(
          WindowFonts::read,
          work -> Thread.ofPlatform().daemon(true).name("liftwerk-fonts").start(work));

  private WindowFonts() {}

  /** Begins to read them, unless that was done before. */
  static void begin() {
    // the class does so when it is made ready
  }

  /** Waits until text can be set in them. */
  static void await() {
    READ.join();
  }

  private static void read() {
    for (String cut : List.of("Regular", "Medium", "Bold")) {
      try (InputStream bytes = Fonts.open(cut)) {
        Font.loadFont(bytes, 13);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
