/**
 * Makes the installer of the system it runs on: {@code mvn -Pinstaller}.
 *
 * <p>{@link io.liftwerk.installers.Installers} goes through the steps: {@code Program} copies the
 * packaged program and drops other systems' libraries from its jars ({@code Natives}); {@code
 * Notices} puts the licences of everything in it beside it; {@code JavaRuntime} links a Java of
 * only the modules that are used, the window's toolkit among them; {@code Rehearsal} has the
 * program record its start; {@code Icon} draws the mark; {@code SystemPackage} hands all of it to
 * jpackage, with the options in {@code src/main/jpackage}; on Debian {@code DebPackage} then adds
 * what belongs into the system's own folders. {@code Artefacts} writes the bill of materials and
 * the checksums beside the installer and holds it to its size.
 *
 * <p>What differs from system to system lies in {@code src/main/jpackage/*.options} and in {@code
 * Platform}.
 */
@NullMarked
package io.liftwerk.installers;

import org.jspecify.annotations.NullMarked;
