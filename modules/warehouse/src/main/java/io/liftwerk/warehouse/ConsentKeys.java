package io.liftwerk.warehouse;

import io.liftwerk.warehouse.consent.ConsentPolicy;
import io.liftwerk.warehouse.consent.Use;
import io.liftwerk.warehouse.consent.UsePolicy;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The settings of {@code consent.yml} by the keys that commands use. */
final class ConsentKeys {
  private static final String PREFIX = "consent.";

  private static final List<Key> KEYS = keys();

  private ConsentKeys() {}

  /**
   * A setting.
   *
   * @param name such as {@code consent.analytics.purposes}
   * @param path where it stands in the file
   * @param list whether it holds several values
   * @param reader its value in a policy
   * @param meaning in words
   */
  record Key(
      String name,
      List<String> path,
      boolean list,
      Function<ConsentPolicy, Object> reader,
      String meaning) {

    String value(ConsentPolicy policy) {
      Object value = reader.apply(policy);
      return value instanceof Collection<?> several
          ? several.stream().map(String::valueOf).collect(Collectors.joining(","))
          : value.toString();
    }

    /** {@code value} as the file writes it. */
    String yaml(String value) {
      String inert = value.replaceAll("[^\\p{L}\\p{N}_,. -]", "?");
      return list ? "[" + inert.replace(",", ", ") + "]" : inert;
    }
  }

  private static List<Key> keys() {
    var keys = new ArrayList<Key>();
    for (Use use : Use.values()) {
      keys.add(
          key(use, "purposes", true, UsePolicy::purposes, "purposes of the TCF that it needs"));
      keys.add(
          key(
              use,
              "legitimate_interest",
              true,
              UsePolicy::legitimateInterest,
              "purposes for which legitimate interest will do too"));
      keys.add(
          key(
              use,
              "vendor",
              false,
              policy -> policy.vendor() == null ? "" : policy.vendor(),
              "vendor that the string must allow; empty for none"));
      keys.add(
          key(use, "storage", true, UsePolicy::storage, "settings of GA4 that must be granted"));
    }
    keys.add(
        key(
            "oldest_policy",
            policy -> policy.tcf().oldestPolicy(),
            "oldest TCF policy that counts"));
    keys.add(
        key(
            "oldest_policy_after",
            policy -> policy.tcf().oldestPolicyAfter(),
            "strings created after this day need it"));
    keys.add(
        key(
            "newest_policy",
            policy -> policy.tcf().newestPolicy(),
            "newest TCF policy that is known"));
    keys.add(
        key(
            "disclosed_vendors_after",
            policy -> policy.tcf().disclosedVendorsAfter(),
            "strings created after this day must name the vendors shown"));
    return keys;
  }

  private static Key key(
      Use use, String name, boolean list, Function<UsePolicy, Object> reader, String meaning) {
    return new Key(
        PREFIX + use.word() + "." + name,
        List.of("uses", use.word(), name),
        list,
        policy -> reader.apply(policy.use(use)),
        meaning);
  }

  private static Key key(String name, Function<ConsentPolicy, Object> reader, String meaning) {
    return new Key(PREFIX + "tcf." + name, List.of("tcf", name), false, reader, meaning);
  }

  /**
   * The setting {@code name}.
   *
   * @throws WorkbenchException code {@code setting-unknown} when there is none
   */
  static Key find(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT).replace('-', '_');
    return KEYS.stream()
        .filter(key -> key.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "setting-unknown",
                    "There is no setting '" + name + "'.",
                    "List the settings to see their names."));
  }

  static List<ConsentPolicyView.Setting> all(ConsentPolicy policy) {
    return KEYS.stream()
        .map(key -> new ConsentPolicyView.Setting(key.name(), key.value(policy), key.meaning()))
        .toList();
  }
}
