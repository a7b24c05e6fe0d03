/**
 * The files that channels' editors read, and beside each the one that takes it back.
 *
 * <p>{@link io.liftwerk.keywords.editors.Changes} is what is new to an account: what stands there
 * already is neither written nor taken back. {@link io.liftwerk.keywords.editors.EditorExport}
 * writes it in one of four {@link io.liftwerk.keywords.editors.EditorFormat formats}.
 *
 * <h2>What a spreadsheet may do with them</h2>
 *
 * <p>Editors read every cell to the letter, so an apostrophe before a formula would make another
 * keyword or another campaign of it. Instead:
 *
 * <ul>
 *   <li>A keyword never begins with {@code = + - @}, a tab or a line break: channels do not compare
 *       these signs with searches, and {@link io.liftwerk.keywords.negatives.ChannelText} drops
 *       them.
 *   <li>Names of campaigns, ad groups and lists stay as they are; rows with a name that a
 *       spreadsheet would run ({@code =…}, {@code @…}, {@code -2+cmd|…}) are left out and said. A
 *       name that merely begins with a hyphen or plus is none of these.
 *   <li>The plain CSV is for people, not for editors: there the apostrophe is put.
 * </ul>
 *
 * <h2>What has to be known to take a file back</h2>
 *
 * <p>Google's editor finds what to remove by its names. Microsoft and Amazon want the identifiers
 * they gave when the file was uploaded, which nobody knows before. So their undo files hold, where
 * an identifier belongs, the reference of the row it will belong to, and {@link
 * io.liftwerk.keywords.editors.UndoIds} puts the identifiers in from the file that the channel
 * gives back. Until then every row is refused, which is meant: a Microsoft row that deletes a
 * campaign's negative keyword without saying which one deletes them all.
 */
@NullMarked
package io.liftwerk.keywords.editors;

import org.jspecify.annotations.NullMarked;
