package io.liftwerk.warehouse.consent;

import static io.liftwerk.warehouse.consent.PolicyNodes.broken;

import io.liftwerk.warehouse.consent.ConsentPolicy.SourceBasis;
import io.liftwerk.warehouse.consent.PolicyNodes.Entry;
import io.liftwerk.workspace.WorkbenchException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code consent.yml}. A mistake is refused with its line, never read as something else. */
final class PolicyReader {
  static final int FORMAT = 1;

  private static final int PURPOSES = 24;
  private static final int VENDORS = 65_535;
  private static final int POLICIES = 63;

  private static final Set<String> STORAGE =
      Set.of(ConsentSignal.ANALYTICS_STORAGE, ConsentSignal.ADS_STORAGE);

  private PolicyReader() {}

  /**
   * @throws WorkbenchException code {@code consent-policy}, with the line
   */
  static ConsentPolicy read(String text) {
    MappingNode root = PolicyNodes.parse(text);
    Map<String, Entry> parts =
        byName(
            PolicyNodes.entries(root, "consent.yml", Set.of("format", "uses", "tcf", "sources")));
    Entry format = parts.get("format");
    if (format != null && number(format, 1, Integer.MAX_VALUE) > FORMAT) {
      throw broken(format.line(), "it was written for a newer Liftwerk", null);
    }
    return new ConsentPolicy(
        uses(need(parts, "uses", root)), tcf(parts.get("tcf")), sources(parts.get("sources")));
  }

  private static Map<String, Entry> byName(List<Entry> entries) {
    var byName = new LinkedHashMap<String, Entry>();
    entries.forEach(entry -> byName.put(entry.name(), entry));
    return byName;
  }

  private static Entry need(Map<String, Entry> entries, String name, Node where) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw broken(PolicyNodes.line(where), "'" + name + "' is missing", null);
    }
    return entry;
  }

  private static Map<Use, UsePolicy> uses(Entry uses) {
    Map<String, Entry> entries =
        byName(
            PolicyNodes.entries(
                uses.value(), "uses", Set.of("analytics", "scoring", "activation")));
    var policies = new EnumMap<Use, UsePolicy>(Use.class);
    for (Use use : Use.values()) {
      policies.put(use, use(need(entries, use.word(), uses.key())));
    }
    return policies;
  }

  private static UsePolicy use(Entry use) {
    Map<String, Entry> entries =
        byName(
            PolicyNodes.entries(
                use.value(),
                use.name(),
                Set.of("purposes", "legitimate_interest", "vendor", "storage")));
    Entry purposes = need(entries, "purposes", use.key());
    List<Integer> needed = purposes(purposes);
    if (needed.isEmpty()) {
      throw broken(
          purposes.line(), "'purposes' names none, so that no string could cover it", null);
    }
    Entry interest = entries.get("legitimate_interest");
    Entry vendor = entries.get("vendor");
    Entry storage = entries.get("storage");
    return new UsePolicy(
        needed,
        interest == null ? List.of() : interest(interest),
        vendor == null || PolicyNodes.isEmpty(vendor.value()) ? null : number(vendor, 1, VENDORS),
        storage == null ? List.of() : storage(storage));
  }

  private static List<Integer> purposes(Entry entry) {
    var numbers = new ArrayList<Integer>();
    for (ScalarNode value : PolicyNodes.list(entry)) {
      int number = number(value, entry.name(), 1, PURPOSES);
      if (!numbers.contains(number)) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  private static List<Integer> interest(Entry entry) {
    List<Integer> numbers = purposes(entry);
    for (int number : numbers) {
      if (TcfJudge.CONSENT_ONLY.contains(number)) {
        throw broken(
            PolicyNodes.line(entry.value()),
            "legitimate interest can never be the basis of purpose " + number,
            null);
      }
    }
    return numbers;
  }

  private static List<String> storage(Entry entry) {
    var names = new ArrayList<String>();
    for (ScalarNode value : PolicyNodes.list(entry)) {
      if (!STORAGE.contains(value.getValue())) {
        throw broken(
            PolicyNodes.line(value),
            "'" + value.getValue() + "' is neither analytics_storage nor ads_storage",
            null);
      }
      names.add(value.getValue());
    }
    return names;
  }

  private static TcfRules tcf(@Nullable Entry tcf) {
    TcfRules usual = TcfRules.PUBLISHED;
    if (tcf == null) {
      return usual;
    }
    Map<String, Entry> entries =
        byName(
            PolicyNodes.entries(
                tcf.value(),
                "tcf",
                Set.of(
                    "oldest_policy",
                    "oldest_policy_after",
                    "newest_policy",
                    "disclosed_vendors_after")));
    return new TcfRules(
        policy(entries.get("oldest_policy"), usual.oldestPolicy()),
        day(entries.get("oldest_policy_after"), usual.oldestPolicyAfter()),
        policy(entries.get("newest_policy"), usual.newestPolicy()),
        day(entries.get("disclosed_vendors_after"), usual.disclosedVendorsAfter()));
  }

  private static int policy(@Nullable Entry entry, int usual) {
    return entry == null ? usual : number(entry, 2, POLICIES);
  }

  private static LocalDate day(@Nullable Entry entry, LocalDate usual) {
    if (entry == null) {
      return usual;
    }
    String text = PolicyNodes.text(entry);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw broken(
          PolicyNodes.line(entry.value()),
          "'" + entry.name() + "' must be a day such as 2023-09-30, not '" + text + "'",
          e);
    }
  }

  private static Map<String, SourceBasis> sources(@Nullable Entry sources) {
    var bases = new LinkedHashMap<String, SourceBasis>();
    if (sources == null) {
      return bases;
    }
    for (Entry source : PolicyNodes.entries(sources.value(), "sources")) {
      bases.put(source.name(), source(source));
    }
    return bases;
  }

  private static SourceBasis source(Entry source) {
    if (source.value() instanceof ScalarNode) {
      return stated(source, PolicyNodes.text(source), "");
    }
    Map<String, Entry> entries =
        byName(PolicyNodes.entries(source.value(), source.name(), Set.of("basis", "note")));
    Entry basis = need(entries, "basis", source.key());
    Entry note = entries.get("note");
    return stated(basis, PolicyNodes.text(basis), note == null ? "" : PolicyNodes.text(note));
  }

  private static SourceBasis stated(Entry where, String word, String note) {
    Optional<Basis> basis = Basis.stated(word);
    if (basis.isEmpty()) {
      throw broken(
          PolicyNodes.line(where.value()),
          "a basis is consent, other or none, not '" + word + "'",
          null);
    }
    if (basis.get() == Basis.OTHER && note.isBlank()) {
      throw broken(where.line(), "another basis needs a note that names it", null);
    }
    return new SourceBasis(basis.get(), note);
  }

  private static int number(Entry entry, int least, int most) {
    if (entry.value() instanceof ScalarNode scalar) {
      return number(scalar, entry.name(), least, most);
    }
    throw broken(PolicyNodes.line(entry.value()), "'" + entry.name() + "' must be one value", null);
  }

  private static int number(ScalarNode value, String name, int least, int most) {
    String text = value.getValue().strip();
    int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      throw broken(
          PolicyNodes.line(value),
          "'%s' must be a whole number from %d to %d, not '%s'".formatted(name, least, most, text),
          null);
    }
    return number;
  }
}
