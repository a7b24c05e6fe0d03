/**
 * What every page of the window stands on: texts in the user's language, number formats, background
 * work that never holds up the screen, jobs under way, the open workspace and what the window
 * remembers. Work that meets a locked vault waits in {@code VaultDoor}. Nothing here makes a
 * control.
 */
@NullMarked
package io.liftwerk.app.window.base;

import org.jspecify.annotations.NullMarked;
