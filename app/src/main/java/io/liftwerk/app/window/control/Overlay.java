package io.liftwerk.app.window.control;

import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The layer above the pages: one card at a time in front of a dimmed window, and a short note with
 * an undo at the lower edge. While a card is up, what lies under it takes no input.
 */
public final class Overlay extends StackPane {
  private static final Duration NOTE = Duration.seconds(8);

  private final Region below;
  private final StackPane dim = new StackPane();
  private final StackPane notes = new StackPane();
  private @Nullable Node focusBefore;
  private @Nullable Node first;
  private @Nullable Region up;
  private @Nullable Runnable gone;
  private @Nullable PauseTransition fading;

  /**
   * @param below what the layer lies on
   */
  public Overlay(Region below) {
    this.below = below;
    dim.getStyleClass().add("dim");
    dim.setVisible(false);
    dim.addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
    notes.setPickOnBounds(false);
    notes.setPadding(new Insets(0, 0, 52, 0));
    notes.setMouseTransparent(true);
    getChildren().addAll(below, dim, notes);
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                scene.focusOwnerProperty().subscribe(this::keepFocus);
              }
            });
  }

  private void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      hide();
    }
  }

  /** Puts {@code card} up at {@code place} and moves the focus to {@code first}. */
  public void show(Region card, Pos place, Node first) {
    show(card, place, first, null);
  }

  /**
   * As {@link #show(Region, Pos, Node)}.
   *
   * @param gone called once the card is no longer up, for whatever reason; null for nobody
   */
  void show(Region card, Pos place, Node first, @Nullable Runnable gone) {
    Runnable before = this.gone;
    this.gone = null;
    if (!dim.isVisible() && getScene() != null) {
      focusBefore = getScene().getFocusOwner();
    }
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(card, place);
    StackPane.setMargin(card, place == Pos.TOP_CENTER ? new Insets(72, 0, 0, 0) : Insets.EMPTY);
    up = card;
    dim.getChildren().setAll(card);
    dim.setVisible(true);
    if (isTooLarge(card)) {
      dim.getChildren().setAll(scrolling(card));
    }
    below.setMouseTransparent(true);
    this.first = first;
    first.requestFocus();
    this.gone = gone;
    if (before != null) {
      before.run();
    }
  }

  /** Whether the window has less room than {@code card} needs, as at 400 %. */
  private boolean isTooLarge(Region card) {
    if (getScene() == null || getHeight() <= 0) {
      return false;
    }
    card.applyCss();
    double width = Math.min(card.prefWidth(-1), getWidth());
    return card.minWidth(-1) > getWidth() || card.prefHeight(width) > getHeight();
  }

  private static ScrollPane scrolling(Region card) {
    var scroll = new ScrollPane(card);
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(card.getAccessibleText());
    scroll.getStyleClass().add("page-scroll");
    return scroll;
  }

  /** Keeps the focus inside the card while one is up. */
  private void keepFocus(@Nullable Node owner) {
    if (!dim.isVisible() || owner == null) {
      return;
    }
    for (Node up = owner; up != null; up = up.getParent()) {
      if (up == dim) {
        return;
      }
    }
    Node home = first;
    if (home != null) {
      home.requestFocus();
    }
  }

  /** Takes {@code card} away, if it is still the one that is up. */
  void hide(Region card) {
    if (dim.isVisible() && card.equals(up)) {
      hide();
    }
  }

  /** Takes the card away and gives the focus back. */
  public void hide() {
    if (!dim.isVisible()) {
      return;
    }
    dim.setVisible(false);
    dim.getChildren().clear();
    up = null;
    below.setMouseTransparent(false);
    Node before = focusBefore;
    if (before != null && before.getScene() != null) {
      before.requestFocus();
    }
    Runnable told = gone;
    gone = null;
    if (told != null) {
      told.run();
    }
  }

  public boolean isShowing() {
    return dim.isVisible();
  }

  /** A short note, gone after some seconds. */
  public void note(String text) {
    note(text, null, null);
  }

  /**
   * A short note with something that can be done about it, such as undo.
   *
   * @return takes the note away if it is still there
   */
  public Runnable note(String text, @Nullable String actionText, @Nullable Runnable action) {
    var box = new HBox(12, Ui.label(text));
    box.getStyleClass().add("note");
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    if (actionText != null && action != null) {
      Button button =
          Ui.button(
              actionText,
              () -> {
                clearNote();
                action.run();
              });
      button.getStyleClass().addAll("flat", "note-action");
      box.getChildren().add(button);
    }
    StackPane.setAlignment(box, Pos.BOTTOM_CENTER);
    notes.getChildren().setAll(box);
    notes.setMouseTransparent(false);
    if (fading != null) {
      fading.stop();
    }
    fading = new PauseTransition(NOTE);
    fading.setOnFinished(event -> clearNote());
    fading.play();
    return () -> {
      if (notes.getChildren().contains(box)) {
        clearNote();
      }
    };
  }

  private void clearNote() {
    notes.getChildren().clear();
    notes.setMouseTransparent(true);
  }
}
