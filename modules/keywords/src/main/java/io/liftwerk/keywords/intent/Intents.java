package io.liftwerk.keywords.intent;

import io.liftwerk.text.Words;
import io.liftwerk.text.Words.Word;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Judges terms by {@link IntentRules}. Precedence: the own brand, then competitors, then the rules
 * from top to bottom; the first that fits decides, and the next that says something else is the
 * second intent. May be used by many threads.
 */
public final class Intents {
  private static final String BRANDS = "brands";
  private static final String COMPETITORS = "competitors";
  private static final String OTHERWISE = "otherwise";

  /** Words whose rules are remembered. */
  private static final int REMEMBERED = 200_000;

  private final Intent otherwise;
  private final BrandNames brands;
  private final BrandNames competitors;
  private final List<Compiled> rules = new ArrayList<>();
  private final Set<String> light = new HashSet<>();

  /** By folded word: the rules that have a phrase which begins with it. */
  private final Map<String, BitSet> touched = new ConcurrentHashMap<>();

  public Intents(IntentRules rules) {
    this.otherwise = rules.otherwise();
    this.brands = new BrandNames(rules.brands());
    this.competitors = new BrandNames(rules.competitors());
    for (IntentRule rule : rules.rules()) {
      var compiled =
          new Compiled(
              rule.name(),
              rule.intent(),
              new Phrases(rule.words()),
              new Phrases(rule.begins()),
              new Phrases(rule.unless()));
      this.rules.add(compiled);
      light.addAll(compiled.words.single());
    }
  }

  private record Compiled(
      String name, Intent intent, Phrases words, Phrases begins, Phrases unless) {

    Optional<String> fits(List<Word> term) {
      Optional<String> found = begins.at(term, 0).or(() -> words.in(term));
      return found.isPresent() && unless.in(term).isPresent() ? Optional.empty() : found;
    }
  }

  private record Hit(Intent intent, String rule, String matched) {}

  /** The verdict on {@code term}. */
  public IntentVerdict of(String term) {
    return of(Words.of(term));
  }

  /** The verdict on a term that has been cut into words. */
  public IntentVerdict of(List<Word> term) {
    BitSet possible = possible(term);
    Hit first = hit(term, possible, null);
    if (first == null) {
      return new IntentVerdict(otherwise, OTHERWISE, "", null, null);
    }
    Hit second = hit(term, possible, first.intent);
    return new IntentVerdict(
        first.intent,
        first.rule,
        first.matched,
        second == null ? null : second.intent,
        second == null ? null : second.rule);
  }

  /** First that fits and says something else than {@code not}. */
  private @Nullable Hit hit(List<Word> term, BitSet possible, @Nullable Intent not) {
    Optional<String> brand = not == Intent.BRAND ? Optional.empty() : brands.in(term);
    if (brand.isPresent()) {
      return new Hit(Intent.BRAND, BRANDS, brand.get());
    }
    Optional<String> competitor =
        not == Intent.COMPETITOR ? Optional.empty() : competitors.in(term);
    if (competitor.isPresent()) {
      return new Hit(Intent.COMPETITOR, COMPETITORS, competitor.get());
    }
    for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
      Compiled rule = rules.get(i);
      if (rule.intent != not) {
        Optional<String> found = rule.fits(term);
        if (found.isPresent()) {
          return new Hit(rule.intent, rule.name, found.get());
        }
      }
    }
    return null;
  }

  /** Rules of which a phrase begins with a word of {@code term}: no other can fit. */
  private BitSet possible(List<Word> term) {
    var possible = new BitSet(rules.size());
    for (Word word : term) {
      possible.or(touched(word.folded()));
    }
    return possible;
  }

  private BitSet touched(String folded) {
    BitSet known = touched.get(folded);
    if (known != null) {
      return known;
    }
    var found = new BitSet(rules.size());
    for (int i = 0; i < rules.size(); i++) {
      found.set(i, rules.get(i).words.begin(folded) || rules.get(i).begins.begin(folded));
    }
    if (touched.size() < REMEMBERED) {
      touched.put(folded, found);
    }
    return found;
  }

  /**
   * Whether a folded word is one that the rules go by: it says what somebody wants to do, or where,
   * and not with what.
   */
  public boolean isLight(String folded) {
    return light.contains(folded);
  }

  /** Whether a term names the own brand. */
  public boolean isBrand(List<Word> term) {
    return brands.in(term).isPresent();
  }
}
