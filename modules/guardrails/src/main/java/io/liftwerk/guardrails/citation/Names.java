package io.liftwerk.guardrails.citation;

import io.liftwerk.text.Identifier;
import io.liftwerk.text.IdentifierKind;
import io.liftwerk.text.Identifiers;
import io.liftwerk.text.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names in a sentence: of persons, firms and places as {@code text} knows them, and whatever is
 * written as only names are ({@code PFAS}, {@code GmbH}, {@code EN}); in a row of capitalised words
 * a model's name beside its number ({@code Kofel 30}). German nouns begin with a capital as well,
 * so that a capital alone says nothing.
 */
final class Names {
  private static final Identifiers KNOWN =
      Identifiers.all()
          .only(
              EnumSet.of(IdentifierKind.PERSON, IdentifierKind.ORGANISATION, IdentifierKind.PLACE));

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:\\p{Lu}{2,12}(?![\\p{L}\\p{N}])|\\p{L}{1,20}\\p{Ll}\\p{Lu}\\p{L}{0,20}|\\p{Lu}\\p{L}{1,20}(?="
              + " \\d{1,4}(?![\\p{N}.,]\\p{N}|\\s?%|\\s?€)))");

  /** Units and words before a number that are no names. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "kWh",
          "kHz",
          "mAh",
          "EUR",
          "USD",
          "PDF",
          "FAQ",
          "Die",
          "Der",
          "Das",
          "Den",
          "Nach",
          "Vor",
          "Ab",
          "Bis",
          "Seit",
          "Mit",
          "Um",
          "Am",
          "Im",
          "In",
          "Für",
          "Rund",
          "Etwa",
          "Nur",
          "Seite",
          "Kapitel",
          "Größe",
          "Nummer",
          "Januar",
          "Februar",
          "März",
          "April",
          "Mai",
          "Juni",
          "Juli",
          "August",
          "September",
          "Oktober",
          "November",
          "Dezember",
          "January",
          "February",
          "March",
          "May",
          "June",
          "July",
          "October",
          "December",
          "The",
          "From",
          "After",
          "Before",
          "About",
          "Only",
          "Until",
          "Since",
          "For",
          "At",
          "On",
          "By",
          "Over",
          "Under",
          "Page",
          "Size",
          "Jahr",
          "Jahre",
          "Wir",
          "We",
          "Sie",
          "Es",
          "Und",
          "Oder",
          "Von",
          "Zu",
          "Alle",
          "Jede",
          "Jeder");

  private Names() {}

  /** A place of the sentence. */
  record Name(int start, int end) {}

  static List<Name> missing(String sentence, String passage) {
    Set<String> there = new HashSet<>();
    for (Words.Word word : Words.of(passage)) {
      there.add(plain(word.folded()));
      // "LVS-Geräte" names LVS
      for (String part : word.folded().split("-")) {
        there.add(plain(part));
      }
    }
    var missing = new ArrayList<Name>();
    for (Name name : names(sentence)) {
      boolean has =
          Words.of(sentence.substring(name.start(), name.end())).stream()
              .map(word -> plain(word.folded()))
              .allMatch(word -> there.contains(word) || there.contains(word + "s"));
      if (!has) {
        missing.add(name);
      }
    }
    return missing;
  }

  /** Without a genitive's s: "Nordwands" names Nordwand. */
  private static String plain(String word) {
    return word.length() > 3 && word.endsWith("s")
        ? word.substring(0, word.length() - 1).replaceFirst("'$", "")
        : word;
  }

  private static List<Name> names(String sentence) {
    var names = new ArrayList<Name>();
    for (Identifier known : KNOWN.find(sentence)) {
      names.add(new Name(known.start(), known.end()));
    }
    Matcher written = WRITTEN.matcher(sentence);
    while (written.find()) {
      int start = written.start();
      int end = written.end();
      boolean known = names.stream().anyMatch(name -> name.start() < end && start < name.end());
      if (!known && !NO_NAMES.contains(written.group())) {
        names.add(new Name(start, end));
      }
    }
    return names;
  }
}
