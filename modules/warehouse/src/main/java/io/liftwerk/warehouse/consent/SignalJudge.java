package io.liftwerk.warehouse.consent;

import io.liftwerk.warehouse.consent.ConsentWords.Meaning;
import io.liftwerk.warehouse.consent.Finding.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges signals by a policy.
 *
 * <p>Under the basis {@code consent} everything that a signal says of a use must cover it, and
 * something must be said: an opt-out, a broken string or a refused storage outweighs a yes beside
 * it, and a missing opt-out is no consent. An answer in a consent column is an answer to every use;
 * GA4's settings answer those that the policy names them for.
 */
final class SignalJudge {

  /**
   * A signal, judged.
   *
   * @param decidedAt when the person decided, where the signal itself says so
   */
  record Judged(Verdict verdict, @Nullable Instant decidedAt) {}

  /** A TCF string with mistakes, which stands among the answers because it looks like none. */
  private static final Pattern LIKE_STRING = Pattern.compile("\\s*[BC][A-Za-z0-9+/_=.-]{19,}\\s*");

  private static final Finding NOT_ASKED = Finding.heldBack("not-asked");

  private final ConsentPolicy policy;
  private final TcfJudge tcf;

  SignalJudge(ConsentPolicy policy) {
    this.policy = policy;
    this.tcf = new TcfJudge(policy.tcf());
  }

  /**
   * @param signal as {@link ConsentSignal} describes it
   */
  Judged judge(Basis basis, String signal) {
    if (basis == Basis.NONE) {
      var covered = new Finding("no-persons", true, Decision.NONE);
      return new Judged(new Verdict(covered, covered, covered), null);
    }
    Optional<ConsentSignal> parsed = ConsentSignal.parse(signal);
    if (parsed.isEmpty()) {
      return all(use -> on(basis, use, Finding.heldBack("signal-unreadable")), null);
    }
    Said said = said(parsed.get());
    return all(use -> on(basis, use, decided(said, use)), said.decidedAt);
  }

  private static Judged all(Function<Use, Finding> finding, @Nullable Instant decidedAt) {
    Verdict verdict =
        new Verdict(
            finding.apply(Use.ANALYTICS),
            finding.apply(Use.SCORING),
            finding.apply(Use.ACTIVATION));
    return new Judged(verdict, decidedAt);
  }

  /** What the basis makes of what the person decided. */
  private static Finding on(Basis basis, Use use, Finding decided) {
    if (basis == Basis.UNSTATED) {
      return new Finding("basis-unstated", false, decided.decision());
    }
    if (basis != Basis.OTHER) {
      return decided;
    }
    if (use != Use.ACTIVATION) {
      return new Finding("other-basis", true, Decision.NONE);
    }
    return decided.isRefusal()
        ? decided
        : new Finding("other-basis-unless-refused", true, decided.decision());
  }

  /** What the parts of a signal say, the same for every use but for those by use. */
  private static final class Said {
    final List<Finding> everyUse = new ArrayList<>();
    final Map<Use, Finding> byString = new EnumMap<>(Use.class);
    final Map<String, Finding> storage = new HashMap<>();
    @Nullable Instant decidedAt;

    void at(@Nullable Instant moment) {
      if (moment != null && (decidedAt == null || moment.isAfter(decidedAt))) {
        decidedAt = moment;
      }
    }
  }

  private Said said(ConsentSignal signal) {
    var said = new Said();
    signal.value(ConsentSignal.OPT_OUT).ifPresent(cell -> optOut(said, cell));
    signal.value(ConsentSignal.TCF).ifPresent(text -> string(said, text));
    signal.value(ConsentSignal.CONSENT).ifPresent(cell -> answerOrString(said, cell));
    for (String key : List.of(ConsentSignal.ANALYTICS_STORAGE, ConsentSignal.ADS_STORAGE)) {
      signal.value(key).ifPresent(cell -> said.storage.put(key, storage(cell)));
    }
    return said;
  }

  private static void optOut(Said said, String cell) {
    ConsentWords.Read read = ConsentWords.optOut(cell);
    switch (read.meaning()) {
      case YES -> {
        said.everyUse.add(Finding.refused("opted-out"));
        said.at(read.moment());
      }
      case NO, NOTHING -> {
        // no objection, which is not yet consent
      }
      case PENDING, OTHER_BASIS, UNCLEAR -> said.everyUse.add(Finding.heldBack("opt-out-unclear"));
    }
  }

  private void answerOrString(Said said, String cell) {
    if (LIKE_STRING.matcher(cell).matches()
        && ConsentWords.read(cell).meaning() == Meaning.UNCLEAR) {
      string(said, cell);
    } else {
      answer(said, cell);
    }
  }

  private static void answer(Said said, String cell) {
    Optional<Map<String, Finding>> categories = ConsentCategories.read(cell);
    if (categories.isPresent()) {
      said.storage.putAll(categories.get());
      return;
    }
    ConsentWords.Read read = ConsentWords.read(cell);
    said.at(read.moment());
    switch (read.meaning()) {
      case YES -> said.everyUse.add(Finding.granted("consent-given"));
      case NO -> said.everyUse.add(Finding.refused("consent-refused"));
      case PENDING -> said.everyUse.add(Finding.heldBack("consent-pending"));
      case OTHER_BASIS -> said.everyUse.add(Finding.heldBack("consent-other-basis"));
      case UNCLEAR -> said.everyUse.add(Finding.heldBack("consent-unclear"));
      case NOTHING -> {
        // not asked
      }
    }
  }

  private static Finding storage(String cell) {
    Meaning meaning = ConsentWords.read(cell).meaning();
    return switch (meaning) {
      case YES -> Finding.granted("storage-granted");
      case NO -> Finding.refused("storage-denied");
      case NOTHING -> NOT_ASKED;
      case PENDING, OTHER_BASIS, UNCLEAR -> Finding.heldBack("storage-unclear");
    };
  }

  private void string(Said said, String text) {
    try {
      TcfString string = TcfString.of(text);
      String invalid = tcf.invalid(string);
      if (invalid != null) {
        said.everyUse.add(Finding.heldBack(invalid));
        return;
      }
      said.at(string.lastUpdated());
      for (Use use : Use.values()) {
        said.byString.put(use, tcf.judge(string, policy.use(use)));
      }
    } catch (TcfShape.Fault e) {
      if (ConsentWords.read(text).meaning() == Meaning.UNCLEAR) {
        said.everyUse.add(Finding.heldBack(e.code));
      } else {
        // a long word, such as freely_given_consent, that was taken for a string
        answer(said, text);
      }
    }
  }

  /** A refusal before a fault before a yes; silence is not asked. */
  private Finding decided(Said said, Use use) {
    var findings = new ArrayList<Finding>(said.everyUse);
    Finding byString = said.byString.get(use);
    if (byString != null) {
      findings.add(byString);
    }
    findings.addAll(storage(said, use));
    Finding worst = NOT_ASKED;
    for (Finding finding : findings) {
      if (rank(finding) > rank(worst)) {
        worst = finding;
      }
    }
    return worst;
  }

  /** GA4's settings for a use: all of those it needs, where any is known. */
  private List<Finding> storage(Said said, Use use) {
    List<String> needed = policy.use(use).storage();
    List<Finding> known = new ArrayList<>();
    boolean missing = false;
    for (String key : needed) {
      Finding finding = said.storage.get(key);
      if (finding == null || finding == NOT_ASKED) {
        missing = true;
      } else {
        known.add(finding);
      }
    }
    if (missing) {
      known.removeIf(Finding::covered);
    }
    return known;
  }

  private static int rank(Finding finding) {
    if (finding.isRefusal()) {
      return 3;
    }
    if (finding.covered()) {
      return 1;
    }
    return finding == NOT_ASKED ? 0 : 2;
  }
}
