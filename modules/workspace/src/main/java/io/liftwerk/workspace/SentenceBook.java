package io.liftwerk.workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The templates of one language, the most telling first. */
final class SentenceBook {
  private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.?!]) (?=\\p{Lu}|')");

  private final List<SentenceTemplate> templates = new ArrayList<>();

  /**
   * Adds the texts of a file.
   *
   * @throws IllegalArgumentException where an English line has no counterpart, or the other way
   */
  void add(String file) {
    String english = null;
    for (String line : file.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      boolean counterpart = Character.isWhitespace(line.charAt(0));
      if (counterpart == (english == null)) {
        throw new IllegalArgumentException("no counterpart: " + line);
      }
      if (english == null) {
        english = line.strip();
      } else {
        templates.add(SentenceTemplate.of(english, line.strip()));
        english = null;
      }
    }
    templates.sort(Comparator.comparingInt(SentenceTemplate::telling).reversed());
  }

  /**
   * A text in the other language.
   *
   * @param open how many of its characters are values that no template accounts for
   */
  record Translation(String text, int open) {}

  String translated(String text, Locale locale) {
    Translation known = known(text, locale);
    return known == null ? text : known.text();
  }

  /** The translation with the spaces around it, null when nothing in {@code text} is known. */
  @Nullable Translation known(String text, Locale locale) {
    String bare = text.strip();
    if (bare.isEmpty()) {
      return null;
    }
    Translation found = whole(bare, locale);
    if (found == null && Character.isUpperCase(bare.charAt(0))) {
      found = whole(Character.toLowerCase(bare.charAt(0)) + bare.substring(1), locale);
      found = found == null ? null : new Translation(capital(found.text()), found.open());
    }
    if (found == null) {
      found = each(bare, locale);
    }
    if (found == null) {
      return null;
    }
    int start = text.indexOf(bare);
    String around = text.substring(0, start) + found.text();
    return new Translation(around + text.substring(start + bare.length()), found.open());
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** By the template that accounts for most of the text; among equals, by the most telling. */
  private @Nullable Translation whole(String text, Locale locale) {
    Translation best = null;
    for (SentenceTemplate template : templates) {
      if (!template.mayMatch(text)) {
        continue;
      }
      for (Matcher match : template.matches(text)) {
        Translation found = template.fill(match, this, locale);
        if (found != null && (best == null || found.open() < best.open())) {
          best = found;
        }
      }
    }
    return best;
  }

  /** Several sentences in a row. */
  private @Nullable Translation each(String text, Locale locale) {
    String[] sentences = BETWEEN_SENTENCES.split(text);
    boolean any = false;
    int open = 0;
    for (int i = 0; sentences.length > 1 && i < sentences.length; i++) {
      Translation found = whole(sentences[i], locale);
      open += found == null ? sentences[i].length() : found.open();
      sentences[i] = found == null ? sentences[i] : found.text();
      any |= found != null;
    }
    return any ? new Translation(String.join(" ", sentences), open) : null;
  }
}
