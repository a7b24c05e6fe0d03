package io.liftwerk.text;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds identifiers of persons in text. Immutable and safe for use by several threads; make one and
 * keep it, {@link #known} is cheap enough for every row.
 */
public final class PersonalData {
  /** Germany, Austria, Switzerland. */
  private static final List<String> REGIONS = List.of("DE", "AT", "CH");

  private final Map<PersonalKind, Recogniser> recognisers;
  private final KnownNames known;
  private final double threshold;

  private PersonalData(
      Map<PersonalKind, Recogniser> recognisers, KnownNames known, double threshold) {
    this.recognisers = recognisers;
    this.known = known;
    this.threshold = threshold;
  }

  /** All kinds; telephone numbers without a country code are read as German, Austrian or Swiss. */
  public static PersonalData standard() {
    return ofRegions(REGIONS);
  }

  /**
   * All kinds.
   *
   * @param regions ISO 3166 codes of the countries whose numbers are found without a country code,
   *     the likeliest first
   */
  public static PersonalData ofRegions(List<String> regions) {
    Map<PersonalKind, Recogniser> all = new EnumMap<>(PersonalKind.class);
    // in this order they take their places: what is checked by a sum comes before what is not
    all.put(PersonalKind.EMAIL, new EmailRecogniser());
    all.put(PersonalKind.IBAN, new IbanRecogniser());
    all.put(PersonalKind.IP, new IpRecogniser());
    all.put(PersonalKind.CARD, new CardRecogniser());
    all.put(PersonalKind.PHONE, new PhoneRecogniser(regions));
    return new PersonalData(all, KnownNames.NONE, 0.5);
  }

  /** Only {@code kinds}. */
  public PersonalData only(Set<PersonalKind> kinds) {
    Map<PersonalKind, Recogniser> some = new EnumMap<>(recognisers);
    some.keySet().retainAll(kinds.isEmpty() ? EnumSet.noneOf(PersonalKind.class) : kinds);
    return new PersonalData(some, known, threshold);
  }

  /** Only what is found with at least {@code confidence}; without this call, 0.5. */
  public PersonalData atLeast(double confidence) {
    return new PersonalData(recognisers, known, confidence);
  }

  /**
   * As this, and {@code names} are found wherever they stand: whole or in parts, in any case, with
   * a genitive's s. Meant for the names that other columns of the same row hold; a null or blank
   * one is passed over.
   */
  public PersonalData known(Collection<String> names) {
    return new PersonalData(recognisers, KnownNames.of(names), threshold);
  }

  /** What stands in {@code text}, in its order, without overlaps. */
  public List<Span> find(CharSequence text) {
    if (text.length() < 2) {
      return List.of();
    }
    String string = text.toString();
    Traits traits = Traits.of(string);
    Findings findings = new Findings(string);
    for (Recogniser recogniser : recognisers.values()) {
      recogniser.find(string, traits, findings);
    }
    known.find(string, traits, findings);
    return findings.atLeast(threshold);
  }

  /**
   * {@code text} with each identifier replaced by what {@code replacement} makes of it; everything
   * else stays as it is.
   */
  public String replace(CharSequence text, Function<Span, String> replacement) {
    List<Span> spans = find(text);
    if (spans.isEmpty()) {
      return text.toString();
    }
    StringBuilder replaced = new StringBuilder(text.length() + 32 * spans.size());
    int done = 0;
    for (Span span : spans) {
      replaced.append(text, done, span.start()).append(replacement.apply(span));
      done = span.end();
    }
    return replaced.append(text, done, text.length()).toString();
  }
}
