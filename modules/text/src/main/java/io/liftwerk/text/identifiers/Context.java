package io.liftwerk.text.identifiers;

import io.liftwerk.text.IdentifierKind;
import io.liftwerk.text.lookup.Fold;
import java.util.EnumMap;
import java.util.Map;

/** The words that say what a number is; they stand before it, or shortly after. */
final class Context {
  private static final int BEFORE = 48;
  private static final int AFTER = 24;

  /** Beginnings of words, folded. One of up to four letters must be the whole word. */
  private static final Map<IdentifierKind, String[]> WORDS = new EnumMap<>(IdentifierKind.class);

  static {
    put(IdentifierKind.US_SSN, "ssn ssns social security");
    put(IdentifierKind.US_ITIN, "itin taxpayer individual tax");
    put(IdentifierKind.US_DRIVING_LICENCE, "driver drivers driving license licence permit dl dls");
    put(
        IdentifierKind.DE_BSNR,
        "bsnr betriebsstat betriebsstatt betriebsstaett praxis praxisnummer vertragsarzt"
            + " kassenarzt");
    put(IdentifierKind.DE_LANR, "lanr arztnummer arzt arztin arztnr verordn rezept");
    put(
        IdentifierKind.DE_DRIVING_LICENCE,
        "fuhrerschein fuehrerschein fahrerlaubnis fahrerlaubn licence license driver");
    put(
        IdentifierKind.DE_HEALTH_INSURANCE,
        "kvnr krankenkasse krankenversicher versichertennummer versicherten egk gesundheitskarte"
            + " versicherungsnummer");
    put(
        IdentifierKind.DE_ID_CARD,
        "ausweis ausweisnummer personalausweis perso identitatskarte ausweisnr identity card");
    put(IdentifierKind.DE_PASSPORT, "pass reisepass passnummer passport passnr");
    put(
        IdentifierKind.DE_PENSION_INSURANCE,
        "rvnr rentenversicher sozialversicher versicherungsnummer svnr rente");
    put(
        IdentifierKind.DE_TAX_ID,
        "steuer steuerid steueridentifikation steuernummer idnr tin identifikationsnummer tax");
    put(IdentifierKind.DE_TAX_NUMBER, "steuernummer steuernr steuer stnr finanzamt tax st");
    put(
        IdentifierKind.DE_VAT_ID,
        "ust ustid ustidnr umsatzsteuer mehrwertsteuer vat rechnung uid identifikationsnummer");
    put(
        IdentifierKind.DE_NUMBER_PLATE,
        "kennzeichen kfz nummernschild auto fahrzeug wagen pkw lkw plate license registration"
            + " halter zugelassen motorrad geparkt");
    put(IdentifierKind.POSTCODE, "plz postleitzahl zip postcode postal zipcode postanschrift");
    put(IdentifierKind.MAC, "mac hardware physical ethernet wlan");
  }

  private Context() {}

  private static void put(IdentifierKind kind, String words) {
    WORDS.put(kind, words.split(" "));
  }

  /** Whether a word near {@code start} to {@code end} speaks of {@code kind}. */
  static boolean speaks(String text, int start, int end, IdentifierKind kind) {
    String[] words = WORDS.get(kind);
    if (words == null) {
      return false;
    }
    return within(text, Math.max(0, start - BEFORE), start, words)
        || within(text, end, Math.min(text.length(), end + AFTER), words);
  }

  private static boolean within(String text, int from, int to, String[] words) {
    boolean inside = from > 0 && Character.isLetterOrDigit(text.charAt(from - 1));
    for (int i = from; i < to; i++) {
      boolean part = Character.isLetterOrDigit(text.charAt(i));
      if (part && !inside && begins(text, i, words)) {
        return true;
      }
      inside = part;
    }
    return false;
  }

  private static boolean begins(String text, int at, String[] words) {
    for (String word : words) {
      int end = at + word.length();
      if (end > text.length() || Fold.of(text.charAt(at)) != word.charAt(0)) {
        continue;
      }
      int i = 1;
      while (i < word.length() && Fold.of(text.charAt(at + i)) == word.charAt(i)) {
        i++;
      }
      boolean whole = end == text.length() || !Character.isLetter(text.charAt(end));
      if (i == word.length() && (whole || word.length() > 4)) {
        return true;
      }
    }
    return false;
  }
}
