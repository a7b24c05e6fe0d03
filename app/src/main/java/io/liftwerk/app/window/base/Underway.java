package io.liftwerk.app.window.base;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Whether work of a kind is under way. Counted, because a newer piece begins before the older one
 * that it overtakes has ended. Used on the screen's thread.
 */
public final class Underway {
  private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();
  private int count;

  public ReadOnlyBooleanProperty anyProperty() {
    return any.getReadOnlyProperty();
  }

  public void begin() {
    count++;
    any.set(true);
  }

  public void end() {
    count--;
    any.set(count > 0);
  }
}
