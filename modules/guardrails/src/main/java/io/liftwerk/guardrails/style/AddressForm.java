package io.liftwerk.guardrails.style;

import io.liftwerk.guardrails.plain.Prose.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether German words speak to the reader as du or as Sie. "Sie" at the beginning of a sentence
 * may be "they" or "she", so that it counts only where a form of the second person cannot be meant:
 * with a verb of politeness or asking behind it, or within a sentence.
 */
final class AddressForm {
  private static final Pattern DU =
      Pattern.compile(
          "(?<![\\p{L}-])(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein(?:e[mnrs]?)?|[Ee]uch|[Ee]uer|[Ee]ure[mnrs]?)(?![\\p{L}-])");
  private static final Pattern SIE =
      Pattern.compile("(?<![\\p{L}-])(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?|Ihrerseits)(?![\\p{L}-])");
  private static final Pattern ASKING =
      Pattern.compile(
          "\\s(?:können|müssen|sollten|dürfen|möchten|wollen|haben|finden|erhalten|bekommen|brauchen|sparen|erreichen|wünschen|suchen|sind)\\b.*",
          Pattern.DOTALL);

  private AddressForm() {}

  /**
   * A place where the reader is spoken to.
   *
   * @param formal whether as Sie
   */
  record Form(int start, int end, boolean formal) {}

  static List<Form> of(String text, List<Sentence> sentences) {
    var forms = new ArrayList<Form>();
    Matcher du = DU.matcher(text);
    Matcher sie = SIE.matcher(text);
    for (Sentence sentence : sentences) {
      for (int i = sentence.start(); i < sentence.end(); i++) {
        // few words begin as these do, and patterns are dear
        if ("dDeE".indexOf(text.charAt(i)) >= 0 && isAt(du, sentence, i)) {
          forms.add(new Form(i, du.end(), false));
        }
      }
      for (int i = sentence.start(); i < sentence.end(); i++) {
        if ((text.charAt(i) == 'S' || text.charAt(i) == 'I')
            && isAt(sie, sentence, i)
            && (!begins(text, sentence, sie) || asks(text, sentence, sie))) {
          forms.add(new Form(i, sie.end(), true));
        }
      }
    }
    return forms;
  }

  private static boolean isAt(Matcher form, Sentence sentence, int at) {
    form.region(at, sentence.end()).useTransparentBounds(true);
    return form.lookingAt();
  }

  /** At the beginning, also behind a colon or a quotation mark, a capital says nothing. */
  private static boolean begins(String text, Sentence sentence, Matcher sie) {
    int at = sie.start() - 1;
    while (at >= sentence.start() && !Character.isLetterOrDigit(text.charAt(at))) {
      if (text.charAt(at) == ':') {
        return true;
      }
      at--;
    }
    return at < sentence.start();
  }

  /** "Sie können … Ihr": who is asked has something within the sentence. */
  private static boolean asks(String text, Sentence sentence, Matcher sie) {
    String rest = text.substring(sie.end(), sentence.end());
    return sie.group().equals("Sie") && ASKING.matcher(rest).matches() && SIE.matcher(rest).find();
  }
}
