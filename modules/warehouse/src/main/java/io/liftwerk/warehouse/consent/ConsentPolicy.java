package io.liftwerk.warehouse.consent;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a workspace asks of consent, as {@code consent.yml} says it.
 *
 * @param uses what each use needs
 * @param tcf which TCF strings count
 * @param sources on what the personal data of each source rests, by its name in bronze without
 *     regard to case; those that are not there are unstated
 */
public record ConsentPolicy(
    Map<Use, UsePolicy> uses, TcfRules tcf, Map<String, SourceBasis> sources) {

  /**
   * @param note names another legal basis; may be empty for the others
   */
  public record SourceBasis(Basis basis, String note) {}

  private static final String BRONZE = "bronze.";

  private static final SourceBasis UNSTATED = new SourceBasis(Basis.UNSTATED, "");

  public ConsentPolicy {
    uses = new EnumMap<>(uses);
    var sorted = new TreeMap<String, SourceBasis>(Comparator.naturalOrder());
    sources.forEach((source, basis) -> sorted.put(key(source), basis));
    sources = sorted;
  }

  /** What {@code use} needs. */
  public UsePolicy use(Use use) {
    return Objects.requireNonNull(uses.get(use));
  }

  /** On what {@code source} rests; {@code bronze.} before its name may be left out. */
  public SourceBasis source(String source) {
    return sources.getOrDefault(key(source), UNSTATED);
  }

  /** The name under which the file has, or will have, {@code source}. */
  public String nameOf(String source) {
    return key(source);
  }

  /** Whether two names are those of one source. */
  public boolean isSame(String source, String other) {
    return key(source).equals(key(other));
  }

  /** The name by which a source is looked up. */
  static String key(String source) {
    String name = source.replace("\"", "").toLowerCase(Locale.ROOT);
    return name.startsWith(BRONZE) ? name.substring(BRONZE.length()) : name;
  }
}
