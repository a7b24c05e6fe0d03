package io.liftwerk.warehouse.consent;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a cell of a consent column: yes and no in the words of exports, what a CRM writes as legal
 * basis, or the moment at which consent was given. What it does not know it says to be unclear:
 * nothing is guessed to be a yes.
 */
final class ConsentWords {

  /** What a cell says. */
  enum Meaning {
    YES,
    NO,
    /** Nobody has asked, or nothing was answered. */
    NOTHING,
    /** Asked, and not yet confirmed. */
    PENDING,
    /** A legal basis that is not consent. */
    OTHER_BASIS,
    UNCLEAR
  }

  /**
   * A cell, understood.
   *
   * @param moment when it was so, where the cell is a moment
   */
  record Read(Meaning meaning, @Nullable Instant moment) {
    private static Read of(Meaning meaning) {
      return new Read(meaning, null);
    }
  }

  /** Yes and no that answer whatever the column asks. */
  private static final Map<String, Meaning> ANSWERS = new HashMap<>();

  /** Words that say by themselves what was decided. */
  private static final Map<String, Meaning> STATES = new HashMap<>();

  /** States of somebody who has not objected. */
  private static final Map<String, Meaning> SUBSCRIBED = new HashMap<>();

  static {
    all(
        ANSWERS,
        Meaning.YES,
        " ",
        "yes y true t 1 on ja j wahr oui o vrai si sí sì s sim verdadero vero tak igen kyllä ano"
            + " áno da");
    texts(
        Meaning.YES,
        "granted|given|consent given|consent granted|consented|accepted|agreed|allowed|confirmed"
            + "|single opt in|double opt in"
            + "|erteilt|einwilligung erteilt|eingewilligt|zugestimmt|zustimmung|zustimmung erteilt"
            + "|einverstanden|akzeptiert|erlaubt|bestätigt"
            + "|accordé|consenti|accepté|accepte|autorisé|confirmé"
            + "|aceptado|concedido|accettato|concesso|akkoord|toestemming"
            + "|freely given consent from contact|freely given consent"
            + "|freiwillig erteilte einwilligung des kontakts"
            + "|freiwillige einwilligung des kontakts|freiwillig erteilte einwilligung"
            + "|einwilligung des kontakts|consentement libre du contact"
            + "|consentement donné librement par le contact");
    all(
        ANSWERS,
        Meaning.NO,
        " ",
        "no n false f 0 off nein falsch non faux não falso nee nej nei nie ne nem ei nu");
    all(
        SUBSCRIBED,
        Meaning.YES,
        "\\|",
        "opted in|opt in|optin|subscribed|angemeldet|abonniert|inscrit|abonné|suscrito|iscritto");
    texts(
        Meaning.NO,
        "denied|refused|declined|rejected|disallowed|withdrawn|revoked|no consent|not given|consent"
            + " refused|consent withdrawn|not granted|opted out|opt out|optout|unsubscribed|not"
            + " subscribed|non subscribed|do not"
            + " contact|objected|redacted|abgelehnt|verweigert|widerrufen|widersprochen|nicht"
            + " erteilt|keine einwilligung|nicht zugestimmt|keine zustimmung|nicht"
            + " einverstanden|abgemeldet|abbestellt|nicht"
            + " abonniert|refusé|refus|retiré|révoqué|désinscrit|désabonné|pas de consentement"
            + "|rechazado|denegado|retirado|rifiutato|negato|revocato|geweigerd|ingetrokken");
    texts(
        Meaning.NOTHING,
        "-|–|—|n/a|na|n.a.|none|null|nil|unknown|unset|not set|(not set)|undefined|not asked"
            + "|not applicable|no answer|not collected|nicht gefragt|nicht abgefragt|unbekannt"
            + "|keine angabe|k. a.|k.a.|nicht zutreffend|entfällt|offen|sans objet|inconnu"
            + "|non applicable|non renseigné|non demandé|desconocido|no aplica|sconosciuto");
    texts(
        Meaning.PENDING,
        "pending|waiting|unconfirmed|not confirmed|awaiting confirmation|requested|invited"
            + "|ausstehend|unbestätigt|nicht bestätigt|angefragt|in prüfung|en attente|non confirmé"
            + "|pendiente|in attesa");
    texts(
        Meaning.OTHER_BASIS,
        "performance of a contract|contract|legal obligation|vital interests|public task"
            + "|erfüllung eines vertrags|vertragserfüllung|vertrag|rechtliche verpflichtung"
            + "|exécution d un contrat|contrat|obligation légale");
  }

  /** Beginnings of legal bases, after which a CRM says more. */
  private static final Map<String, Meaning> BEGINNINGS =
      Map.of(
          "freely given consent", Meaning.YES,
          "freiwillig", Meaning.YES,
          "legitimate interest", Meaning.OTHER_BASIS,
          "berechtigtes interesse", Meaning.OTHER_BASIS,
          "intérêt légitime", Meaning.OTHER_BASIS,
          "performance of", Meaning.OTHER_BASIS);

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?"
              + "\\s*(?:Z|UTC|([+-])(\\d{2}):?(\\d{2})?)?)?");

  private static final Pattern DOTTED =
      Pattern.compile(
          "(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?:,? (\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: Uhr)?)?");

  /** Day or month first: that it is a moment is certain, which one is not. */
  private static final Pattern SLASHED =
      Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{4}(?: .*)?|\\d{4}/\\d{1,2}/\\d{1,2}(?: .*)?");

  private static final Read UNCLEAR = Read.of(Meaning.UNCLEAR);

  private ConsentWords() {}

  private static void texts(Meaning meaning, String texts) {
    all(STATES, meaning, "\\|", texts);
  }

  private static void all(
      Map<String, Meaning> words, Meaning meaning, String between, String texts) {
    for (String text : texts.split(between)) {
      if (words.put(plain(text), meaning) != null) {
        throw new IllegalStateException(text);
      }
    }
  }

  /** What a cell of a column of opt-outs says, not blank: a yes is an objection. */
  static Read optOut(String cell) {
    Read moment = moment(cell.strip());
    if (moment != null) {
      return moment;
    }
    String text = plain(cell);
    Meaning answer = ANSWERS.get(text);
    if (answer != null) {
      return Read.of(answer);
    }
    Meaning state = SUBSCRIBED.containsKey(text) ? Meaning.NO : STATES.get(text);
    return switch (state) {
      case null -> UNCLEAR;
      case NO -> Read.of(SUBSCRIBED.containsKey(text) ? Meaning.NO : Meaning.YES);
      case NOTHING -> Read.of(Meaning.NOTHING);
      case YES, PENDING, OTHER_BASIS, UNCLEAR -> UNCLEAR;
    };
  }

  /** What a cell of a column of consents says, not blank. */
  static Read read(String cell) {
    Read moment = moment(cell.strip());
    if (moment != null) {
      return moment;
    }
    return cell.indexOf(';') < 0 ? phrase(cell) : several(cell);
  }

  /** A list of legal bases: consent among them is enough. */
  private static Read several(String cell) {
    Meaning found = Meaning.NOTHING;
    for (String part : cell.split(";")) {
      Meaning meaning = part.isBlank() ? Meaning.NOTHING : phrase(part).meaning();
      switch (meaning) {
        case NO, UNCLEAR, PENDING -> {
          return UNCLEAR;
        }
        case YES -> found = Meaning.YES;
        case OTHER_BASIS -> found = found == Meaning.YES ? found : Meaning.OTHER_BASIS;
        case NOTHING -> {
          // says nothing beside the others
        }
      }
    }
    return Read.of(found);
  }

  private static Read phrase(String cell) {
    String text = plain(cell);
    for (Map<String, Meaning> words : List.of(ANSWERS, STATES, SUBSCRIBED)) {
      Meaning known = words.get(text);
      if (known != null) {
        return Read.of(known);
      }
    }
    return BEGINNINGS.entrySet().stream()
        .filter(beginning -> text.startsWith(beginning.getKey() + " "))
        .map(beginning -> Read.of(beginning.getValue()))
        .findFirst()
        .orElse(UNCLEAR);
  }

  /** Lower case, composed, one blank for what joins words. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("(?<=[\\p{L})])[\\s\\u00a0\\u202f_'’–—-]+(?=[\\p{L}(])", " ")
        .strip();
  }

  private static @Nullable Read moment(String cell) {
    if (cell.length() < 8 || !Character.isDigit(cell.charAt(0))) {
      return null;
    }
    Matcher iso = ISO.matcher(cell);
    Matcher dotted = DOTTED.matcher(cell);
    try {
      if (iso.matches()) {
        return given(at(iso, 1, 2, 3).minusSeconds(offset(iso)));
      }
      if (dotted.matches()) {
        return given(at(dotted, 3, 2, 1));
      }
    } catch (DateTimeException e) {
      // 31.02.: written as a moment, and none
      return UNCLEAR;
    }
    return SLASHED.matcher(cell).matches() ? Read.of(Meaning.YES) : null;
  }

  private static Read given(Instant moment) {
    return new Read(Meaning.YES, moment);
  }

  private static Instant at(Matcher match, int year, int month, int day) {
    LocalDate date = LocalDate.of(number(match, year), number(match, month), number(match, day));
    LocalTime time = LocalTime.of(number(match, 4), number(match, 5), number(match, 6));
    return date.atTime(time).toInstant(ZoneOffset.UTC);
  }

  private static int offset(Matcher iso) {
    int seconds = number(iso, 8) * 3600 + number(iso, 9) * 60;
    return "-".equals(iso.group(7)) ? -seconds : seconds;
  }

  private static int number(Matcher match, int group) {
    String digits = match.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
