package io.liftwerk.app.window.base;

/** How the window chooses between light and dark. */
public enum ThemeChoice {
  LIGHT,
  DARK,
  SYSTEM
}
