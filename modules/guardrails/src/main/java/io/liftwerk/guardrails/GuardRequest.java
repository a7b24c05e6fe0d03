package io.liftwerk.guardrails;

import io.liftwerk.text.Language;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text to be checked. Made by {@link #input}, {@link #source} and {@link #output}; what else is
 * known is added by the methods that begin with {@code with}.
 *
 * @param id the caller's name for it, which the verdict carries
 * @param direction which way it goes
 * @param language null when it has to be guessed from the text
 * @param evidence the passages that {@code [1]}, {@code [2]} … cite; null where no citation is
 *     asked for
 * @param urls addresses an output may link to, besides those of the evidence
 * @param shape the form it must have; null for any
 * @param address how it must speak to its reader; null for what the policy says
 * @param brand whose words it uses; null for the policy's
 * @param market where it is to appear, as an ISO 3166 code or {@code EU}; null for the policy's
 *     markets
 */
public record GuardRequest(
    String id,
    String text,
    Direction direction,
    @Nullable Language language,
    @Nullable List<Evidence> evidence,
    Set<String> urls,
    @Nullable Shape shape,
    @Nullable Address address,
    @Nullable String brand,
    @Nullable String market) {

  public GuardRequest {
    evidence = evidence == null ? null : List.copyOf(evidence);
    urls = Set.copyOf(urls);
  }

  /** What a person asks for. */
  public static GuardRequest input(String id, String text) {
    return of(id, text, Direction.INPUT);
  }

  /** What was read: HTML, Markdown or plain text. */
  public static GuardRequest source(String id, String text) {
    return of(id, text, Direction.SOURCE);
  }

  /** What is to leave. */
  public static GuardRequest output(String id, String text) {
    return of(id, text, Direction.OUTPUT);
  }

  /** A text of which nothing else is known. */
  public static GuardRequest of(String id, String text, Direction direction) {
    return new GuardRequest(id, text, direction, null, null, Set.of(), null, null, null, null);
  }

  public GuardRequest with(Language known) {
    return new GuardRequest(
        id, text, direction, known, evidence, urls, shape, address, brand, market);
  }

  /** Every sentence must cite one of {@code passages}: {@code [1]} is the first. */
  public GuardRequest withEvidence(List<Evidence> passages) {
    return new GuardRequest(
        id, text, direction, language, passages, urls, shape, address, brand, market);
  }

  public GuardRequest withUrls(Set<String> allowed) {
    return new GuardRequest(
        id, text, direction, language, evidence, allowed, shape, address, brand, market);
  }

  public GuardRequest with(Shape form) {
    return new GuardRequest(
        id, text, direction, language, evidence, urls, form, address, brand, market);
  }

  public GuardRequest with(Address reader) {
    return new GuardRequest(
        id, text, direction, language, evidence, urls, shape, reader, brand, market);
  }

  public GuardRequest withBrand(@Nullable String name) {
    return new GuardRequest(
        id, text, direction, language, evidence, urls, shape, address, name, market);
  }

  public GuardRequest withMarket(@Nullable String country) {
    return new GuardRequest(
        id, text, direction, language, evidence, urls, shape, address, brand, country);
  }
}
