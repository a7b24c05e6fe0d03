package io.liftwerk.text;

import io.liftwerk.text.ColumnKind.Content;
import io.liftwerk.text.lookup.Fold;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells what a column holds by a sample of its values, and by its heading if it has one. What is
 * checked by form or sum counts by its share; names must be likely by most of the different values,
 * because towns, firms, products and campaigns are written like names.
 */
final class ColumnClassifier {
  /** More values than these change no verdict. */
  private static final int MOST = 2_000;

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern STREET =
      Pattern.compile(
          "^(?=.*\\p{L}{3}).*?(?:stra(?:ß|ss)e|str\\.?|weg|gasse|allee|platz|ring|ufer|damm|steig|stieg"
              + "|zeile|chaussee|promenade|graben|pfad|winkel|hof|berg|feld|wiese|park|markt|tor|kai|^(?:am|an"
              + "\\sder|an\\sden|auf\\sder|auf\\sdem|im|in\\sder|zum|zur|unter\\sden|hinter\\sdem)"
              + " .*)[ ,]+\\d{1,4} ?[a-z]?(?:[ ,/-].{0,24})?$",
          FLAGS);
  private static final Pattern STREET_ABROAD =
      Pattern.compile(
          "^\\d{1,5}[a-z]?,?"
              + " .*\\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|boulevard|blvd|way|terrace|square)\\b.*|^(?:stra(?:ß|ss)e|via|rue|calle|rua)"
              + " .*\\d{1,4}.*",
          FLAGS);
  private static final Pattern SAYS_NAME =
      Pattern.compile(
          "(?:^|[^\\p{L}])(?:name|vorname|nachname|familienname|first ?name|last ?name|surname|full"
              + " ?name|given"
              + " ?name|kontakt|contact|person|owner|ansprech\\p{L}*|verantwortlich\\p{L}*"
              + "|besitzer\\p{L}*|autor\\p{L}*|author|bearbeiter\\p{L}*)(?:$|[^\\p{L}])",
          FLAGS);
  private static final Pattern SAYS_THING =
      Pattern.compile(
          "kampagn|campaign|produkt|product|artikel|city|stadt|firma|compan|organi[sz]|account|country|anzeige|ad[_"
              + " ]?(?:group|set|name)|keyword|datei|branche|colou?r|abteilung|department"
              + "|status|\\b(?:\\p{L}*ort|land|town|region|item|marke|brand|file|event|modell?|farbe"
              + "|gruppe|group|typ|type)\\b",
          FLAGS);

  private final PersonalData data;
  private final boolean named;
  private final boolean thing;
  private final Map<Content, Integer> counts = new EnumMap<>(Content.class);
  private final Map<PersonalKind, Integer> held = new EnumMap<>(PersonalKind.class);
  private int filled;
  private final Set<String> different = new HashSet<>();
  private final Map<Content, Integer> differentNames = new EnumMap<>(Content.class);
  private int certain;
  private int values;
  private int holding;
  private int sentences;

  ColumnClassifier(PersonalData data, String heading) {
    this.data = data.atLeast(0.5);
    String words = heading.replace('_', ' ').replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ");
    this.named = SAYS_NAME.matcher(words).find();
    this.thing = SAYS_THING.matcher(words).find();
  }

  ColumnKind classify(Iterable<String> sample) {
    for (String value : sample) {
      if (value != null && !value.isBlank()) {
        count(value.strip());
        if (++values == MOST) {
          break;
        }
      }
    }
    return values == 0 ? new ColumnKind(Content.OTHER, 0, 0, "No value to judge by.") : verdict();
  }

  private void count(String value) {
    List<Span> spans = data.find(value);
    Span only = spans.size() == 1 ? spans.getFirst() : null;
    if (only != null && only.kind() != PersonalKind.NAME && fills(only, value)) {
      add(whole(only.kind()), counts);
      filled++;
      return;
    }
    if (STREET.matcher(value).matches() || STREET_ABROAD.matcher(value).matches()) {
      add(Content.ADDRESS, counts);
    }
    boolean first = different.add(Fold.spelt(value));
    NameLook look = NameLook.of(value);
    if (look.content() != Content.OTHER && first) {
      add(look.content(), differentNames);
      certain += look.certain() ? 1 : 0;
    }
    if (look.content() != Content.OTHER) {
      add(look.content(), counts);
    }
    sentences += look.words() > 4 ? 1 : 0;
    boolean holds = false;
    for (Span span : spans) {
      if (span.kind() != PersonalKind.NAME || span.confidence() >= 0.6) {
        held.merge(span.kind(), 1, Integer::sum);
        holds = true;
      }
    }
    holding += holds ? 1 : 0;
  }

  /** Whether nothing but signs and blanks, or a label, stands beside the identifier. */
  private static boolean fills(Span span, String value) {
    int length = span.end() - span.start();
    return length * 10 >= value.length() * 7;
  }

  private static Content whole(PersonalKind kind) {
    return switch (kind) {
      case EMAIL -> Content.EMAIL;
      case PHONE -> Content.PHONE;
      case IBAN -> Content.IBAN;
      case CARD -> Content.CARD;
      case IP -> Content.IP;
      case NAME, ADDRESS -> throw new IllegalArgumentException("judged by its words: " + kind);
    };
  }

  private static void add(Content content, Map<Content, Integer> counts) {
    counts.merge(content, 1, Integer::sum);
  }

  private ColumnKind verdict() {
    for (Content content :
        List.of(Content.EMAIL, Content.IBAN, Content.PHONE, Content.IP, Content.CARD)) {
      // a card's check is passed by one number in ten, so a tenth of any long numbers would pass
      double least = content == Content.CARD ? 0.8 : 0.5;
      if (share(content) >= least) {
        return kind(content, share(content), what(content));
      }
    }
    if (share(Content.ADDRESS) >= 0.5 && !thing) {
      return kind(Content.ADDRESS, share(Content.ADDRESS), "streets with a house number");
    }
    Content name = name();
    if (name != Content.OTHER) {
      return kind(name, share(name), what(name));
    }
    return mixed();
  }

  /**
   * Names by the different values: a heading that speaks of names needs a third of them, one that
   * speaks of things rules them out, none at all needs most of them, or nearly all rows.
   */
  private Content name() {
    if (thing) {
      return Content.OTHER;
    }
    int all = different.size();
    double least = named ? 0.3 : 0.6;
    int full = differentNames.getOrDefault(Content.FULL_NAME, 0);
    int given = differentNames.getOrDefault(Content.FIRST_NAME, 0);
    int last = differentNames.getOrDefault(Content.LAST_NAME, 0);
    if (all < 2 && !named) {
      return Content.OTHER;
    }
    if (full >= given && (full >= least * all || share(Content.FULL_NAME) >= 0.9)) {
      return Content.FULL_NAME;
    }
    if (given >= last && given >= least * all) {
      return Content.FIRST_NAME;
    }
    // trades and colours are surnames too: without a heading some must be nothing else
    boolean likely = named || (all > 2 && 4 * certain >= all);
    return likely && last > given && last + given >= (named ? 0.3 : 0.5) * all
        ? Content.LAST_NAME
        : Content.OTHER;
  }

  private ColumnKind mixed() {
    List<String> what = new ArrayList<>();
    for (PersonalKind kind : PersonalKind.values()) {
      if (kind == PersonalKind.NAME) {
        // a name among few words may be a product's; a sentence speaks of persons
        boolean said = 4 * sentences >= values && !thing;
        if (said && held.getOrDefault(kind, 0) > 0) {
          what.add("names of persons");
        }
      } else if (kind != PersonalKind.ADDRESS && held.getOrDefault(kind, 0) + wholes(kind) > 0) {
        what.add(what(whole(kind)));
      }
    }
    if (what.isEmpty()) {
      return new ColumnKind(
          Content.OTHER, 0, values, "None of the values looks like an identifier of a person.");
    }
    double share = (holding + filled) / (double) values;
    return new ColumnKind(
        Content.FREE_TEXT,
        share,
        values,
        percent(share) + " % of the values hold " + String.join("; ", what) + " among other text.");
  }

  /** Cells that are nothing else; a few addresses among dotted numbers are versions. */
  private int wholes(PersonalKind kind) {
    int count = counts.getOrDefault(whole(kind), 0);
    return kind == PersonalKind.IP && 5 * count < 2 * values ? 0 : count;
  }

  private double share(Content content) {
    return counts.getOrDefault(content, 0) / (double) values;
  }

  private static String what(Content content) {
    return switch (content) {
      case EMAIL -> "e-mail addresses";
      case PHONE -> "telephone numbers";
      case IBAN -> "bank accounts whose check digits are right";
      case CARD -> "card numbers whose check digit is right";
      case IP -> "IP addresses";
      case FULL_NAME -> "given names with surnames";
      case FIRST_NAME -> "given names";
      case LAST_NAME -> "surnames";
      case ADDRESS -> "streets with a house number";
      case FREE_TEXT, OTHER -> throw new IllegalArgumentException("told otherwise: " + content);
    };
  }

  private ColumnKind kind(Content content, double share, String what) {
    return new ColumnKind(
        content, share, values, percent(share) + " % of the values are " + what + ".");
  }

  private static long percent(double share) {
    return Math.max(1, Math.round(100 * share));
  }
}
