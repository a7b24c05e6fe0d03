package io.liftwerk.guardrails.claims;

import io.liftwerk.guardrails.Decision;
import io.liftwerk.guardrails.GuardPolicy.Claim;
import io.liftwerk.guardrails.GuardPolicy.ClaimPolicy;
import io.liftwerk.guardrails.GuardPolicy.WordRule;
import io.liftwerk.guardrails.GuardRequest;
import io.liftwerk.guardrails.plain.Folding;
import io.liftwerk.guardrails.plain.Hit;
import io.liftwerk.guardrails.plain.PhraseBook;
import io.liftwerk.guardrails.plain.Prose;
import io.liftwerk.guardrails.plain.Prose.Sentence;
import io.liftwerk.guardrails.plain.View;
import io.liftwerk.guardrails.plain.WordList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Claims, competitors and words that a brand or a market does not allow. */
public final class ClaimRail {
  private static final PhraseBook PHRASES = PhraseBook.of(ClaimRail.class, "claims.txt");

  /** What turns a claim round, up to a few words before it. */
  private static final Pattern DENIED =
      Pattern.compile(
          "(?:^|[^\\p{L}])(?:nicht|kein|keine|keinen|keiner|keinem|nie|niemals|ohne|not|no|never"
              + "|isn't|aren't|without)(?:\\s+[\\p{L}-]{1,30}){0,3}\\s*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CITED = Pattern.compile("\\[\\d{1,4}\\]");

  private final ClaimPolicy policy;
  private final LocalDate day;
  private final WordList<Claim> list = new WordList<>();
  private final WordList<String> competitors = new WordList<>();
  private final WordList<WordRule> words = new WordList<>();

  /**
   * @param day today: a claim has a last day
   */
  public ClaimRail(ClaimPolicy policy, LocalDate day) {
    this.policy = policy;
    this.day = day;
    policy.list().forEach(claim -> list.add(claim.text(), claim, false));
    policy.names().forEach(name -> competitors.add(name, name, true));
    for (WordRule rule : policy.words()) {
      rule.words().forEach(word -> words.add(word, rule, false));
    }
  }

  public List<Hit> find(GuardRequest request) {
    var hits = new ArrayList<Hit>();
    List<String> markets = request.market() == null ? policy.markets() : List.of(request.market());
    String brand = request.brand() == null ? policy.brand() : request.brand();
    for (Sentence sentence : Prose.sentences(request.text())) {
      new InSentence(request, sentence, markets, brand, hits).look();
    }
    return hits;
  }

  private final class InSentence {
    private final GuardRequest request;
    private final Sentence sentence;
    private final String words;
    private final List<String> markets;
    private final String brand;
    private final List<Hit> hits;

    InSentence(
        GuardRequest request,
        Sentence sentence,
        List<String> markets,
        String brand,
        List<Hit> hits) {
      this.request = request;
      this.sentence = sentence;
      this.words = sentence.of(request.text());
      this.markets = markets;
      this.brand = brand;
      this.hits = hits;
    }

    void look() {
      List<WordList.Found<Claim>> listed = list.find(words);
      var allowed = new ArrayList<int[]>();
      for (WordList.Found<Claim> found : listed) {
        listed(found, allowed);
      }
      for (WordList.Found<WordRule> found : ClaimRail.this.words.find(words)) {
        rule(found, allowed);
      }
      for (WordList.Found<String> found : competitors.find(words)) {
        add(
            "competitor",
            found.start(),
            found.end(),
            "It names the competitor '" + found.value() + "'.",
            policy.competitors());
      }
      View view = Folding.of(words);
      for (PhraseBook.Match match : PHRASES.find(view)) {
        kind(match.kind(), view.start(match.start()), view.end(match.end()), allowed);
      }
    }

    private void listed(WordList.Found<Claim> found, List<int[]> allowed) {
      Claim claim = found.value();
      if (!applies(claim.markets())) {
        return;
      }
      if (!claim.allowed()) {
        if (!isDenied(found.start())) {
          add(
              "forbidden",
              found.start(),
              found.end(),
              "The list of claims forbids '" + claim.text() + "'.",
              policy.decision());
        }
      } else if (claim.until() != null && day.isAfter(claim.until())) {
        add(
            "expired",
            found.start(),
            found.end(),
            "The claim '" + claim.text() + "' was allowed until " + claim.until() + ".",
            policy.decision());
      } else {
        allowed.add(new int[] {found.start(), found.end()});
      }
    }

    private void rule(WordList.Found<WordRule> found, List<int[]> allowed) {
      WordRule rule = found.value();
      boolean ours =
          rule.brands().isEmpty() || rule.brands().stream().anyMatch(brand::equalsIgnoreCase);
      if (!ours || !applies(rule.markets())) {
        return;
      }
      if (rule.allowed()) {
        allowed.add(new int[] {found.start(), found.end()});
        return;
      }
      String word = words.substring(found.start(), found.end());
      add(
          "word",
          found.start(),
          found.end(),
          rule.reason().isEmpty()
              ? "The word '" + word + "' is not allowed here."
              : "The word '" + word + "' is not allowed here: " + rule.reason() + ".",
          policy.decision());
    }

    private void kind(String kind, int start, int end, List<int[]> allowed) {
      boolean covered = allowed.stream().anyMatch(place -> place[0] < end && start < place[1]);
      // whether the passage bears it out is the citation rail's question
      boolean cited = request.evidence() != null && CITED.matcher(words).find();
      boolean told = hits.stream().anyMatch(hit -> overlaps(hit, start, end));
      if (!covered && !cited && !told && !isDenied(start)) {
        add(kind, start, end, MarketRules.reason(kind, markets), policy.decision());
      }
    }

    private boolean overlaps(Hit hit, int start, int end) {
      return hit.start() < sentence.start() + end && sentence.start() + start < hit.end();
    }

    private boolean isDenied(int start) {
      return DENIED.matcher(words.substring(0, start)).find();
    }

    private boolean applies(List<String> where) {
      return where.isEmpty() || markets.isEmpty() || where.stream().anyMatch(markets::contains);
    }

    private void add(String kind, int start, int end, String reason, Decision decision) {
      hits.add(
          new Hit(
              kind,
              sentence.start() + start,
              sentence.start() + end,
              reason,
              decision,
              sentence.start(),
              Prose.cutEnd(request.text(), sentence.end()),
              ""));
    }
  }
}
