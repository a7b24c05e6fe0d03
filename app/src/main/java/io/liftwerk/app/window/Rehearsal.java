package io.liftwerk.app.window;

import java.nio.file.Path;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Opens a workspace and looks at every page for a moment, as a person would, then ends. */
final class Rehearsal extends AnimationTimer {
  /** Frames between two pages: time to read and to draw what is on them. */
  private static final int LOOK = 20;

  /** Frames after which it ends in any case, a minute of them. */
  private static final int PATIENCE = 3600;

  private final WorkbenchWindow window;
  private final Path workspace;
  private boolean opening;
  private int frames;
  private int pages;

  Rehearsal(WorkbenchWindow window, Path workspace) {
    this.window = window;
    this.workspace = workspace;
  }

  @Override
  public void handle(long now) {
    if (++frames > PATIENCE) {
      end();
    } else if (frames % LOOK == 0) {
      next();
    }
  }

  private void next() {
    Shell shell = window.shell();
    if (!opening) {
      opening = true;
      window.open(workspace);
    } else if (shell != null && pages < PageId.values().length) {
      shell.go(PageId.values()[pages++]);
    } else if (shell != null) {
      end();
    }
  }

  private void end() {
    stop();
    Platform.exit();
  }
}
