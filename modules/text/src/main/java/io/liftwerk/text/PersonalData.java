package io.liftwerk.text;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds identifiers of persons in text. Immutable and safe for use by several threads; make one and
 * keep it, {@link #known} is cheap enough for every row.
 */
public final class PersonalData {
  /** Germany, Austria, Switzerland. */
  private static final List<String> REGIONS = List.of("DE", "AT", "CH");

  private final List<Recogniser> recognisers;
  private final KnownNames known;
  private final double threshold;

  private PersonalData(List<Recogniser> recognisers, KnownNames known, double threshold) {
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
    // in this order they take their places: what is checked by a sum comes before what is not
    List<Recogniser> all =
        List.of(
            new EmailRecogniser(),
            new IbanRecogniser(),
            new IpRecogniser(),
            new CardRecogniser(),
            new PhoneRecogniser(regions),
            new NameRecogniser());
    return new PersonalData(all, KnownNames.NONE, 0.5);
  }

  /** Only {@code kinds}. */
  public PersonalData only(Set<PersonalKind> kinds) {
    List<Recogniser> some =
        recognisers.stream().filter(recogniser -> kinds.contains(recogniser.kind())).toList();
    return new PersonalData(
        some, kinds.contains(PersonalKind.NAME) ? known : KnownNames.NONE, threshold);
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
    Findings findings = new Findings(string, threshold);
    for (Recogniser recogniser : recognisers) {
      recogniser.find(string, traits, findings);
    }
    known.find(string, traits, findings);
    findings.again(traits);
    return findings.inOrder();
  }

  /** What a column holds, judged by up to 2,000 of its values; see {@link ColumnKind}. */
  public ColumnKind classify(Iterable<String> sampleValues) {
    return classify("", sampleValues);
  }

  /**
   * As {@link #classify(Iterable)}, with the column's heading: one that says "Vorname" or "Contact
   * owner" makes names likelier, one that says "Campaign" or "Ort" rules them out.
   */
  public ColumnKind classify(String heading, Iterable<String> sampleValues) {
    return new ColumnClassifier(this, heading).classify(sampleValues);
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
