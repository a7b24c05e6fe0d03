package io.liftwerk.text;

import java.util.Set;

/** Words that names are made of, and words that stand where names do. All folded. */
final class NameWords {
  private static final Set<String> PARTICLES =
      Set.of(
          "von", "vom", "van", "zu", "zur", "zum", "de", "del", "della", "di", "da", "dos", "du",
          "der", "den", "dem", "des", "la", "le", "ten", "ter", "el", "al", "bin", "ben", "und",
          "af", "av", "y", "und zu", "st");

  private static final Set<String> FORMS_OF_ADDRESS =
      Set.of(
          "herr",
          "herrn",
          "frau",
          "hr",
          "fr",
          "familie",
          "fam",
          "mr",
          "mrs",
          "ms",
          "miss",
          "mx",
          "sir",
          "madam",
          "dr",
          "prof",
          "professor",
          "doktor",
          "mag",
          "ing",
          "dipl");

  private static final Set<String> COMMON =
      Set.of(
          "lang",
          "kurz",
          "gross",
          "klein",
          "neu",
          "alt",
          "gut",
          "rot",
          "schwarz",
          "weiss",
          "braun",
          "grun",
          "blau",
          "schnell",
          "fein",
          "stark",
          "hart",
          "weich",
          "reich",
          "arm",
          "jung",
          "sommer",
          "winter",
          "herbst",
          "fruhling",
          "mark",
          "kai",
          "rosa",
          "will",
          "may",
          "bill",
          "rose",
          "grace",
          "hope",
          "faith",
          "joy",
          "ernst",
          "frank",
          "frei",
          "fromm",
          "fuchs",
          "wolf",
          "berg",
          "stein",
          "wald",
          "feld",
          "bach",
          "koch",
          "bauer",
          "richter",
          "weber",
          "mai",
          "long",
          "short",
          "young",
          "white",
          "black",
          "brown",
          "green",
          "best",
          "price",
          "sale",
          "sharp",
          "strong",
          "wise");

  private NameWords() {}

  static boolean isParticle(String folded) {
    return PARTICLES.contains(folded);
  }

  static boolean areParticles(String folded) {
    for (String word : folded.split("[\\s'’-]+", -1)) {
      if (!PARTICLES.contains(word)) {
        return false;
      }
    }
    return true;
  }

  static boolean isFormOfAddress(String folded) {
    return FORMS_OF_ADDRESS.contains(folded);
  }

  static boolean isCommonWord(String folded) {
    return COMMON.contains(folded);
  }
}
