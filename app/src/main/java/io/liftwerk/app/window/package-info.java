/**
 * The window: {@link io.liftwerk.app.window.Workbench} opens it. {@code WorkbenchWindow} holds what
 * lives as long as the window and puts either the welcome page or the shell on the stage; the shell
 * is a sidebar in the order of work, a bar on top, the page, the drawer that tells where a result
 * comes from, and the jobs at the bottom.
 *
 * <p>Each page is a view and a view model of the same name in a package of its own. The models know
 * no control and outlive their views: a change of language makes new views over the same models.
 */
@NullMarked
package io.liftwerk.app.window;

import org.jspecify.annotations.NullMarked;
