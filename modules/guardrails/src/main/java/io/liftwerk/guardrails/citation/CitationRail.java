package io.liftwerk.guardrails.citation;

import io.liftwerk.guardrails.Decision;
import io.liftwerk.guardrails.Evidence;
import io.liftwerk.guardrails.GuardPolicy.CitationPolicy;
import io.liftwerk.guardrails.GuardRequest;
import io.liftwerk.guardrails.plain.Hit;
import io.liftwerk.guardrails.plain.Prose;
import io.liftwerk.guardrails.plain.Prose.Line;
import io.liftwerk.guardrails.plain.Prose.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences without a citation, and sentences that their citation does not bear out. */
public final class CitationRail {
  private static final Pattern MARK =
      Pattern.compile("\\[(\\d{1,4}(?:\\s?[,;]\\s?\\d{1,4}){0,20})\\]");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

  private final CitationPolicy policy;

  public CitationRail(CitationPolicy policy) {
    this.policy = policy;
  }

  /**
   * @param request with evidence
   */
  public List<Hit> find(GuardRequest request) {
    List<Evidence> evidence = Objects.requireNonNull(request.evidence());
    var hits = new ArrayList<Hit>();
    for (Sentence sentence : Prose.sentences(request.text())) {
      judge(request.text(), sentence, evidence, hits);
    }
    return hits;
  }

  private void judge(String text, Sentence sentence, List<Evidence> evidence, List<Hit> hits) {
    String words = sentence.of(text);
    var cited = new TreeSet<Integer>();
    Matcher mark = MARK.matcher(words);
    while (mark.find()) {
      Matcher number = NUMBER.matcher(mark.group(1));
      while (number.find()) {
        int place = Integer.parseInt(number.group());
        if (place < 1 || place > evidence.size()) {
          add(
              "unknown",
              mark.start(),
              mark.end(),
              "There is no passage " + place + ".",
              policy.missing(),
              text,
              sentence,
              hits);
        } else {
          cited.add(place);
        }
      }
    }
    if (cited.isEmpty()) {
      if (claims(sentence, words) && !mark.reset().find()) {
        add(
            "missing",
            0,
            words.length(),
            "The sentence cites no passage.",
            policy.missing(),
            text,
            sentence,
            hits);
      }
      return;
    }
    compare(words, passages(cited, evidence), text, sentence, hits);
  }

  private static boolean claims(Sentence sentence, String words) {
    return (sentence.line() == Line.TEXT || sentence.line() == Line.ITEM)
        && !words.matches("(?s).*\\?[\"'“”’»)\\]*_]{0,3}$");
  }

  private static List<String> passages(TreeSet<Integer> cited, List<Evidence> evidence) {
    return cited.stream().map(place -> evidence.get(place - 1).text()).toList();
  }

  private void compare(
      String words, List<String> passages, String text, Sentence sentence, List<Hit> hits) {
    String said = MARK.matcher(words).replaceAll(found -> " ".repeat(found.group().length()));
    String passage = String.join("\n", passages);
    for (Quantities.Quantity wrong : Quantities.missing(said, passage)) {
      String written = said.substring(wrong.start(), wrong.end());
      add(
          wrong.unit().isEmpty() ? "number" : "quantity",
          wrong.start(),
          wrong.end(),
          "The cited passage does not have '" + written + "'.",
          policy.unsupported(),
          text,
          sentence,
          hits);
    }
    for (Names.Name wrong : Names.missing(said, passage)) {
      add(
          "name",
          wrong.start(),
          wrong.end(),
          "The cited passage does not have '" + said.substring(wrong.start(), wrong.end()) + "'.",
          policy.unsupported(),
          text,
          sentence,
          hits);
    }
    for (QuotedSpans.Quote wrong : QuotedSpans.missing(said, passages, QuotedSpans.USUAL_WORDS)) {
      add(
          "quote",
          wrong.start(),
          wrong.end(),
          "The cited passage does not have this quote.",
          policy.unsupported(),
          text,
          sentence,
          hits);
    }
  }

  private static void add(
      String kind,
      int start,
      int end,
      String reason,
      Decision decision,
      String text,
      Sentence sentence,
      List<Hit> hits) {
    hits.add(
        new Hit(
            kind,
            sentence.start() + start,
            sentence.start() + end,
            reason,
            decision,
            sentence.start(),
            Prose.cutEnd(text, sentence.end()),
            ""));
  }
}
