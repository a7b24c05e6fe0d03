package io.liftwerk.briefs;

import org.jspecify.annotations.Nullable;

/**
 * What somebody did to a draft, kept apart from what was generated and applied anew to every later
 * run of the same brief.
 *
 * @param sentence id of the draft's sentence, see {@link DraftSentence#id}
 * @param action {@code replace} its words, {@code remove} it, {@code add} a sentence behind it;
 *     null to take back what was done to it
 * @param text the new words; null to remove or take back
 */
public record BriefEdit(String sentence, @Nullable String action, @Nullable String text) {
  public static final String REPLACE = "replace";
  public static final String REMOVE = "remove";
  public static final String ADD = "add";
}
