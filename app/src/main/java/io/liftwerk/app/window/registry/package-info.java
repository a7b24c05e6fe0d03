/** The Models page: versions of trained models, compared and promoted. */
@NullMarked
package io.liftwerk.app.window.registry;

import org.jspecify.annotations.NullMarked;
