package io.liftwerk.app.window.control;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks the user for files and folders with the system's own windows; tests answer instead. */
public interface FileAsk {

  /** Files to read; empty when the user thinks better of it. */
  List<Path> files(String title);

  /** A folder there is, or null. */
  @Nullable Path folder(String title);

  /** A file to write, or null; {@code suggestion} is its name with the ending. */
  @Nullable Path save(String title, String suggestion);

  /** The system's own. */
  static FileAsk of(Window owner) {
    return new FileAsk() {
      @Override
      public List<Path> files(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
      }

      @Override
      public @Nullable Path folder(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        File chosen = chooser.showDialog(owner);
        return chosen == null ? null : chosen.toPath();
      }

      @Override
      public @Nullable Path save(String title, String suggestion) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(suggestion);
        File chosen = chooser.showSaveDialog(owner);
        return chosen == null ? null : chosen.toPath();
      }
    };
  }
}
