package io.liftwerk.app.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The steps of a disciplined start, in their order. Their words are sentences of the engine. */
public enum PlanStep {
  PROBLEM(
      "Problem and KPI",
      "Which decision should become better, and by which one key figure will you see that it did?",
      "The problem stands here in two sentences, with one key figure, where it is today and where"
          + " it is to be."),
  DATA(
      "Data inventory and consent",
      "Which sources are there, can they be trusted, and on what does the data of persons rest?",
      "Every source is loaded or named as missing, the tests have run, and each source with persons"
          + " has its basis."),
  STACK(
      "Stack and way out",
      "What runs where, who may see it, and how would the client leave again?",
      "The figures come from models that a colleague can read, and what leaves this computer is"
          + " written down."),
  BASELINE(
      "Baseline of simple rules",
      "How far do rules get that somebody can say in a sentence?",
      "The simple rules were judged on records held out, and everybody knows the figure to beat."),
  MODEL(
      "Model against the baseline",
      "Does a model do better than the rules by enough to be worth its upkeep?",
      "The model was compared with the rules on the same records, in money too, and it is in the"
          + " registry."),
  GUARDRAILS(
      "Guardrails for what leaves",
      "What may no text and no list ever contain, and who says so?",
      "The rails are set, and a text has gone through them before anybody publishes one."),
  CANARY(
      "Canary before everybody",
      "Who gets it first, what would stop it, and who looks?",
      "A small share goes first, with a metric that must not get worse, registered before its"
          + " results come."),
  VERDICT(
      "A/B verdict, costs and benefit",
      "What did it really bring, how sure is that, and what remains after its costs?",
      "The experiment was read by its plan, and the benefit stands beside the costs."),
  HARDENING(
      "Hardening for every day",
      "Will it still be right in three months, when nobody is looking?",
      "A run was repeated with identical figures, drift is watched, and what is old goes by"
          + " itself."),
  NEXT(
      "Next steps",
      "What comes next, by whom, and what was decided against?",
      "Each next step has a name and a day, and what is open here was looked at.");

  private final String title;
  private final String asks;
  private final String done;

  PlanStep(String title, String asks, String done) {
    this.title = title;
    this.asks = asks;
    this.done = done;
  }

  /** As files, documents and commands name it: {@code baseline}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** 1 to 10. */
  public int number() {
    return ordinal() + 1;
  }

  public String title() {
    return title;
  }

  /** What it asks. */
  public String asks() {
    return asks;
  }

  /** What counts as done. */
  public String done() {
    return done;
  }

  /** The step that a person names by its id, in any case, or by its number. */
  public static Optional<PlanStep> find(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(step -> step.id().equals(wanted) || String.valueOf(step.number()).equals(wanted))
        .findFirst();
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(PlanStep::id).toList();
  }
}
