package io.liftwerk.ingest;

import io.liftwerk.text.Normalised;
import io.liftwerk.text.PersonalData;
import io.liftwerk.text.PersonalKind;
import io.liftwerk.text.Span;
import io.liftwerk.workspace.Identifier;
import io.liftwerk.workspace.Pseudonyms;
import io.liftwerk.workspace.Vault;
import io.liftwerk.workspace.VaultWriter;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts pseudonyms in the place of identifiers and the originals into the vault, which is opened
 * when the first one is met. Several threads may use it.
 */
final class Pseudonymiser implements AutoCloseable {
  /** Where a telephone number without a country code is taken to be from. */
  static final String REGION = "DE";

  private static final Pattern SEVERAL = Pattern.compile("[;,|\\n]");

  /** What a normalised address has none of: something else stands in the cell. */
  private static final Pattern BESIDE = Pattern.compile("[\\s{}\\[\\]\"<>=]|@.*@");

  private static final int FEWEST_DIGITS = 5;
  private static final double SURE = 0.8;
  private static final int SHORTEST_ADDRESS = 6;

  private final Vault vault;
  private final boolean vaultExpected;
  private final Map<Mask.Search, PersonalData> searches = new EnumMap<>(Mask.Search.class);
  private @Nullable VaultWriter writer;
  private @Nullable Pseudonyms pseudonyms;

  /**
   * @param vaultExpected whether pseudonyms were given out already, so that a missing vault must
   *     not be made anew
   */
  Pseudonymiser(Vault vault, boolean vaultExpected) {
    this.vault = vault;
    this.vaultExpected = vaultExpected;
    PersonalData all = PersonalData.standard();
    for (Mask.Search search : Mask.Search.values()) {
      searches.put(search, all.only(search.kinds()).atLeast(search.confidence()));
    }
  }

  /**
   * Opens the vault.
   *
   * @throws WorkbenchException when it cannot be
   */
  synchronized VaultWriter open() throws SQLException {
    if (writer == null) {
      if (vaultExpected && !vault.exists()) {
        throw new WorkbenchException(
            "vault-missing",
            "The vault of this workspace is gone: vault.duckdb is missing, but tables hold its"
                + " pseudonyms.",
            "Restore vault.duckdb from a copy.");
      }
      pseudonyms = vault.pseudonyms();
      writer = vault.writer();
    }
    return writer;
  }

  /** The pseudonym of a normalised identifier; its original is put into the vault. */
  private String pseudonym(Identifier kind, String normal, String original) throws SQLException {
    VaultWriter out = writer == null ? open() : writer;
    String pseudonym = Objects.requireNonNull(pseudonyms).of(kind, normal);
    out.add(kind, pseudonym, original);
    return pseudonym;
  }

  /**
   * What stands for a whole cell. Several identifiers in one are taken apart; a mark for a missing
   * value and a pseudonym stay.
   *
   * @param region ISO 3166 code of the country of a telephone number
   */
  String whole(Identifier kind, String value, String region) throws SQLException {
    if (Missing.is(value) || Pseudonyms.is(value)) {
      return value;
    }
    if (isSeveral(kind, value)) {
      var all = new StringBuilder();
      int from = 0;
      var signs = SEVERAL.matcher(value);
      while (signs.find()) {
        all.append(spaced(kind, value.substring(from, signs.start()), region))
            .append(signs.group());
        from = signs.end();
      }
      return all.append(spaced(kind, value.substring(from), region)).toString();
    }
    return one(kind, value, region);
  }

  private String spaced(Identifier kind, String part, String region) throws SQLException {
    String bare = part.strip();
    return bare.isEmpty() ? part : part.replace(bare, one(kind, bare, region));
  }

  private String one(Identifier kind, String value, String region) throws SQLException {
    String normal = normal(kind, value, region);
    if (kind == Identifier.EMAIL && BESIDE.matcher(normal).find()) {
      String apart = apart(value);
      if (!apart.isEmpty()) {
        return apart;
      }
    }
    // the number is of use to nobody without its country, which only the row tells
    String original = kind == Identifier.PHONE && normal.startsWith("+") ? normal : value.strip();
    return normal.isEmpty() ? value : pseudonym(kind, normal, original);
  }

  /**
   * Addresses get the pseudonyms that they have wherever they stand alone. What stands beside them,
   * most likely a name, goes under lock with the whole cell. Empty where there is no address.
   */
  private String apart(String value) throws SQLException {
    var apart = new StringBuilder();
    for (Span span : search(Mask.Search.CODES).find(value)) {
      String original = value.substring(span.start(), span.end());
      apart.append('[').append(pseudonym(Identifier.EMAIL, span.value(), original)).append("] ");
    }
    return apart.isEmpty()
        ? ""
        : apart.append('[').append(pseudonym(Identifier.ID, value, value)).append(']').toString();
  }

  private static boolean isSeveral(Identifier kind, String value) {
    if (!SEVERAL.matcher(value).find()) {
      return false;
    }
    for (String part : SEVERAL.split(value, -1)) {
      boolean whole =
          part.isBlank()
              || switch (kind) {
                case EMAIL -> part.indexOf('@') > 0;
                case PHONE -> part.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
                case IP -> part.indexOf('.') > 0 || part.indexOf(':') >= 0;
                default -> false;
              };
      if (!whole) {
        return false;
      }
    }
    return true;
  }

  private PersonalData search(Mask.Search search) {
    return Objects.requireNonNull(searches.get(search));
  }

  static String normal(Identifier kind, String value, String region) {
    String plain = PlainForms.of(kind, value);
    if (plain != null) {
      return plain;
    }
    return switch (kind) {
      case EMAIL -> Normalised.of(PersonalKind.EMAIL, value, region);
      case PHONE -> Normalised.of(PersonalKind.PHONE, value, region);
      case NAME -> Normalised.of(PersonalKind.NAME, value, region);
      case ADDRESS -> Normalised.of(PersonalKind.ADDRESS, value, region);
      case IP -> Normalised.of(PersonalKind.IP, value, region);
      case IBAN -> Normalised.of(PersonalKind.IBAN, value, region);
      case ID -> value;
    };
  }

  static Identifier identifier(PersonalKind kind) {
    return switch (kind) {
      case EMAIL -> Identifier.EMAIL;
      case PHONE -> Identifier.PHONE;
      case NAME -> Identifier.NAME;
      case ADDRESS -> Identifier.ADDRESS;
      case IP -> Identifier.IP;
      case IBAN -> Identifier.IBAN;
      case CARD -> Identifier.ID;
    };
  }

  /** What {@code text} surely is, if nothing else stands there; null for anything else. */
  @Nullable Identifier kindOf(String text) {
    List<Span> spans = search(Mask.Search.ALL).find(text);
    if (spans.size() != 1) {
      return null;
    }
    Span span = spans.getFirst();
    boolean alone = span.start() == 0 && span.end() == text.length();
    return alone && span.confidence() >= SURE ? identifier(span.kind()) : null;
  }

  /** The kind of identifier that a column called {@code heading} is made of; null for none. */
  @Nullable Identifier holds(String heading, List<String> values) {
    return switch (search(Mask.Search.ALL).classify(heading, values).content()) {
      case EMAIL -> Identifier.EMAIL;
      case PHONE -> Identifier.PHONE;
      case IBAN -> Identifier.IBAN;
      case IP -> Identifier.IP;
      case FULL_NAME, FIRST_NAME, LAST_NAME -> Identifier.NAME;
      case ADDRESS -> Identifier.ADDRESS;
      case CARD, FREE_TEXT, OTHER -> null;
    };
  }

  /** Whether one of {@code names} stands in {@code text}. */
  boolean names(String text, List<String> names) {
    return search(Mask.Search.CODES).known(names).find(text).stream()
        .anyMatch(span -> span.kind() == PersonalKind.NAME);
  }

  /**
   * {@code text} with {@code [em_…]} in the place of each identifier in it, or the bare pseudonym
   * where nothing else stands there. Nothing is changed in a text without one.
   *
   * @param person who else is known to be meant
   */
  String within(Mask.Search search, String text, Person person) throws SQLException {
    PersonalData finder = search(search);
    List<Span> spans =
        (person.names().isEmpty() ? finder : finder.known(person.names())).find(text);
    if (spans.isEmpty()) {
      return addresses(text, person);
    }
    var replaced = new StringBuilder(text.length() + 32);
    int done = 0;
    for (Span span : spans) {
      String original = text.substring(span.start(), span.end());
      String pseudonym = pseudonym(identifier(span.kind()), span.value(), original);
      boolean alone = span.start() == 0 && span.end() == text.length();
      replaced.append(text, done, span.start());
      replaced.append(alone ? pseudonym : "[" + pseudonym + "]");
      done = span.end();
    }
    return addresses(replaced.append(text, done, text.length()).toString(), person);
  }

  /** An address is found as the row writes it. */
  private String addresses(String text, Person person) throws SQLException {
    String left = text;
    for (String address : person.addresses()) {
      String bare = address.strip();
      int at = bare.length() < SHORTEST_ADDRESS ? -1 : indexOf(left, bare);
      if (at >= 0) {
        String pseudonym =
            pseudonym(Identifier.ADDRESS, normal(Identifier.ADDRESS, bare, REGION), bare);
        for (; at >= 0; at = indexOf(left, bare)) {
          left = left.substring(0, at) + "[" + pseudonym + "]" + left.substring(at + bare.length());
        }
      }
    }
    return left;
  }

  private static int indexOf(String text, String part) {
    for (int i = 0; i <= text.length() - part.length(); i++) {
      if (text.regionMatches(true, i, part, 0, part.length())) {
        return i;
      }
    }
    return -1;
  }

  /** Commits the originals; the rows that need them are committed after that. */
  synchronized long commit() throws SQLException {
    return writer == null ? 0 : writer.commit();
  }

  @Override
  public synchronized void close() throws SQLException {
    if (writer != null) {
      writer.close();
      writer = null;
    }
  }
}
