package io.liftwerk.warehouse;

import io.liftwerk.warehouse.consent.Basis;
import java.util.List;

/**
 * What {@code consent.yml} says.
 *
 * @param settings in a fixed order
 * @param sources whose basis is stated, by name
 */
public record ConsentPolicyView(List<Setting> settings, List<SourceBasis> sources) {

  public ConsentPolicyView {
    settings = List.copyOf(settings);
    sources = List.copyOf(sources);
  }

  /**
   * A setting.
   *
   * @param key such as {@code consent.analytics.purposes}
   * @param value as it is set; lists with commas; empty for none
   * @param meaning in words
   */
  public record Setting(String key, String value, String meaning) {}

  /**
   * On what a source's personal data rests.
   *
   * @param note names another legal basis; may be empty
   */
  public record SourceBasis(String source, Basis basis, String note) {}
}
