package io.liftwerk.guardrails.structure;

import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text's lines one after the other; see {@link io.liftwerk.guardrails.Shape.LineShape} for
 * how its table is written. Where several rules of a state fit a line, the first one counts.
 */
final class LineAutomaton {
  private static final Pattern RULE =
      Pattern.compile(
          "([\\w-]{1,40})\\s*:\\s*(\"[^\"]{1,200}\"|[a-z]{1,20})\\s*->\\s*([\\w-]{1,40})");
  private static final Pattern END = Pattern.compile("end\\s*:\\s*([\\w-]+(?:\\s*,\\s*[\\w-]+)*)");
  private static final Set<String> KINDS =
      Set.of("heading", "subheading", "item", "number", "text", "blank");

  private final List<Rule> rules;
  private final String first;
  private final Set<String> ends;

  private record Rule(String state, String line, String next) {}

  private LineAutomaton(List<Rule> rules, String first, Set<String> ends) {
    this.rules = rules;
    this.first = first;
    this.ends = ends;
  }

  /** Where a text departs from the form: a line from 1, and what could have stood there. */
  record Fault(int line, int start, int end, String expected) {}

  /**
   * @throws WorkbenchException code {@code guard-shape}, with the line
   */
  static LineAutomaton of(String table) {
    var rules = new ArrayList<Rule>();
    Set<String> ends = new HashSet<>();
    List<String> lines = table.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher end = END.matcher(line);
      Matcher rule = RULE.matcher(line);
      if (end.matches()) {
        ends.addAll(List.of(end.group(1).split("\\s*,\\s*")));
      } else if (rule.matches()
          && (rule.group(2).startsWith("\"") || KINDS.contains(rule.group(2)))) {
        rules.add(new Rule(rule.group(1), rule.group(2), rule.group(3)));
      } else {
        throw broken("line " + (i + 1) + " is no rule such as 'title: heading -> body'");
      }
    }
    if (rules.isEmpty() || ends.isEmpty()) {
      throw broken("it needs a rule and a line that begins with 'end:'");
    }
    return new LineAutomaton(rules, rules.getFirst().state(), ends);
  }

  /** Where {@code text} departs from the form first; an empty list where it does not. */
  List<Fault> faults(String text) {
    String state = first;
    int start = 0;
    int number = 1;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      String line = text.substring(start, end).strip();
      String next = next(state, line);
      if (next == null) {
        return List.of(new Fault(number, start, end, expected(state)));
      }
      state = next;
      start = end + 1;
      number++;
    }
    return ends.contains(state)
        ? List.of()
        : List.of(new Fault(number, text.length(), text.length(), expected(state)));
  }

  private @Nullable String next(String state, String line) {
    for (Rule rule : rules) {
      if (rule.state().equals(state) && fits(rule.line(), line)) {
        return rule.next();
      }
    }
    return null;
  }

  private static boolean fits(String wanted, String line) {
    return switch (wanted) {
      case "heading" -> line.startsWith("# ");
      case "subheading" -> line.startsWith("## ") || line.startsWith("### ");
      case "item" -> line.matches("[-*+•] .*");
      case "number" -> line.matches("\\d{1,3}[.)] .*");
      case "blank" -> line.isEmpty();
      case "text" -> !line.isEmpty() && !line.matches("(?:#{1,6}|[-*+•]|\\d{1,3}[.)]) .*");
      default -> line.startsWith(wanted.substring(1, wanted.length() - 1));
    };
  }

  private String expected(String state) {
    var expected = new LinkedHashSet<String>();
    rules.stream()
        .filter(rule -> rule.state().equals(state))
        .forEach(rule -> expected.add(rule.line()));
    return String.join(", ", expected);
  }

  private static WorkbenchException broken(String what) {
    return new WorkbenchException(
        "guard-shape", "The form of lines cannot be used: " + what + ".", "Correct it.");
  }
}
