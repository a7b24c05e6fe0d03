package io.liftwerk.guardrails.style;

import io.liftwerk.guardrails.Address;
import io.liftwerk.guardrails.Decision;
import io.liftwerk.guardrails.GuardPolicy.StylePolicy;
import io.liftwerk.guardrails.GuardRequest;
import io.liftwerk.guardrails.plain.Folding;
import io.liftwerk.guardrails.plain.Hit;
import io.liftwerk.guardrails.plain.PhraseBook;
import io.liftwerk.guardrails.plain.Prose;
import io.liftwerk.guardrails.plain.Prose.Sentence;
import io.liftwerk.guardrails.plain.View;
import io.liftwerk.guardrails.plain.WordList;
import io.liftwerk.text.Language;
import io.liftwerk.text.LanguageGuess;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds what leaves to the house's style. */
public final class StyleRail {
  private static final PhraseBook TONE = PhraseBook.of(StyleRail.class, "tone.txt");
  private static final Pattern SHOUTING =
      Pattern.compile("(?:\\b\\p{Lu}{4,30}\\b[\\s,!]{1,3}){2,30}\\p{Lu}{3,30}\\b");
  private static final Pattern EXCLAMATION = Pattern.compile("!{2,20}|[!?]{3,20}");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*");

  /** Fewer words say nothing about how easy a text is. */
  private static final int LEAST_WORDS = 30;

  private final StylePolicy policy;
  private final WordList<String> forbidden = new WordList<>();

  public StyleRail(StylePolicy policy) {
    this.policy = policy;
    policy.forbidden().forEach(word -> forbidden.add(word, word, false));
  }

  public List<Hit> find(GuardRequest request) {
    String text = request.text();
    List<Sentence> sentences = Prose.sentences(text);
    var hits = new ArrayList<Hit>();
    for (WordList.Found<String> found : forbidden.find(text)) {
      Sentence sentence = around(found.start(), sentences);
      hits.add(
          new Hit(
              "forbidden",
              found.start(),
              found.end(),
              "The house's style forbids '" + found.value() + "'.",
              policy.forbiddenDecision(),
              sentence == null ? found.start() : sentence.start(),
              sentence == null ? found.end() : Prose.cutEnd(text, sentence.end()),
              ""));
    }
    Language language = language(request);
    if (language == Language.GERMAN) {
      address(
          request.address() == null ? policy.address() : request.address(), text, sentences, hits);
    }
    lengths(text, sentences, hits);
    ease(text, sentences, language, hits);
    tone(text, hits);
    return hits;
  }

  private static @Nullable Sentence around(int at, List<Sentence> sentences) {
    return sentences.stream()
        .filter(sentence -> sentence.start() <= at && at < sentence.end())
        .findFirst()
        .orElse(null);
  }

  private static Language language(GuardRequest request) {
    if (request.language() != null) {
      return request.language();
    }
    String text = request.text();
    return LanguageGuess.of(text.substring(0, Math.min(2_000, text.length()))).language();
  }

  private void address(Address wanted, String text, List<Sentence> sentences, List<Hit> hits) {
    List<AddressForm.Form> forms = AddressForm.of(text, sentences);
    boolean mixed =
        forms.stream().anyMatch(AddressForm.Form::formal)
            && !forms.stream().allMatch(AddressForm.Form::formal);
    for (AddressForm.Form form : forms) {
      boolean wrong =
          switch (wanted) {
            case DU -> form.formal();
            case SIE -> !form.formal();
            case EITHER -> mixed && form.formal() != forms.getFirst().formal();
          };
      if (wrong) {
        hits.add(
            Hit.of(
                "address",
                form.start(),
                form.end(),
                wanted == Address.EITHER
                    ? "It speaks to its reader as du and as Sie."
                    : "It should speak to its reader as " + spoken(wanted) + ".",
                told()));
      }
    }
  }

  private static String spoken(Address address) {
    return address == Address.DU ? "du" : "Sie";
  }

  /** A word cannot be taken out of a sentence: what would redact is told or blocks. */
  private Decision told() {
    return policy.decision() == Decision.BLOCK ? Decision.BLOCK : Decision.PASS;
  }

  private void lengths(String text, List<Sentence> sentences, List<Hit> hits) {
    if (policy.longestSentence() == 0) {
      return;
    }
    for (Sentence sentence : sentences) {
      long words =
          WORD.matcher(sentence.of(text).replaceAll("\\[\\d{1,4}\\]", "")).results().count();
      if (words > policy.longestSentence()) {
        hits.add(
            Hit.of(
                "long-sentence",
                sentence.start(),
                sentence.end(),
                "The sentence has %d words; %d are the most."
                    .formatted(words, policy.longestSentence()),
                told()));
      }
    }
  }

  private void ease(String text, List<Sentence> sentences, Language language, List<Hit> hits) {
    if (policy.leastEase() == null || language == Language.OTHER) {
      return;
    }
    ReadingEase ease = ReadingEase.of(text, sentences, language);
    if (ease.words() >= LEAST_WORDS && ease.ease() < policy.leastEase()) {
      hits.add(
          Hit.of(
              "reading-ease",
              0,
              text.length(),
              String.format(
                  Locale.ROOT,
                  "The text's reading ease is %.0f (LIX %.0f); %.0f is the least.",
                  ease.ease(),
                  ease.lix(),
                  policy.leastEase()),
              told()));
    }
  }

  private void tone(String text, List<Hit> hits) {
    if (policy.tone().contains("shouting") && hasCapitals(text)) {
      all(SHOUTING, "shouting", "It shouts in capitals.", text, hits);
    }
    if (policy.tone().contains("exclamation")) {
      all(EXCLAMATION, "exclamation", "It shouts with signs.", text, hits);
    }
    View view = Folding.of(text);
    for (PhraseBook.Match match : TONE.find(view)) {
      if (policy.tone().contains(match.kind())) {
        hits.add(
            Hit.of(
                match.kind(),
                view.start(match.start()),
                view.end(match.end()),
                match.kind().equals("pressure")
                    ? "It presses its reader."
                    : "It speaks badly of someone or something.",
                told()));
      }
    }
  }

  /** Whether four capitals stand in a row. */
  private static boolean hasCapitals(String text) {
    int row = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // capitals beyond the basic plane are two characters each
      row = Character.isUpperCase(c) || Character.isSurrogate(c) ? row + 1 : 0;
      if (row == 4) {
        return true;
      }
    }
    return false;
  }

  private void all(Pattern pattern, String kind, String reason, String text, List<Hit> hits) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      hits.add(Hit.of(kind, matcher.start(), matcher.end(), reason, told()));
    }
  }
}
