package io.liftwerk.scoring;

import io.liftwerk.scoring.LeadScoringResult.LeftOut;
import io.liftwerk.scoring.SourceTable.Field;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Preparation;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.scoring.features.Work;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table made ready to learn from, and what was noticed on the way.
 *
 * @param splitBy {@code seed}, or the column that divides the rows
 * @param dates columns of dates that could have divided them
 */
record Prepared(
    SourceTable source,
    Target target,
    @Nullable Field id,
    RowFacts facts,
    Preparation preparation,
    Dataset data,
    Split split,
    String splitBy,
    List<String> dates,
    List<LeftOut> leftOut,
    List<ScoringWarning> warnings) {

  static Prepared of(JobContext context, LeadScoringRequest request, Work work) throws Exception {
    var warnings = new ArrayList<ScoringWarning>();
    ScoringOptions options = request.options();
    context.progress(0.01, "Looking at the table");
    SourceTable source = SourceTable.snapshot(context, request.table());
    int rows = source.count(context);
    Field targetField = source.field("target column", request.target());
    Field split = named(source, "split column", request.split());
    Field time = named(source, "date column", options.time());
    Field groups = named(source, "column to compare", options.fairness());
    check(split, time, options);
    Target target = Target.decide(context, source, targetField, request.positive(), warnings);
    Profile profile = Profile.of(context, source, target, request);
    context.progress(0.05, "Reading the rows");
    var facts =
        RowFacts.read(
            context, source, target, new RowFacts.Named(profile.id(), split, time, groups), rows);
    Split parts =
        split != null
            ? UserSplit.of(facts.bare(), facts.part(), split.name())
            : time != null
                ? TimeSplit.of(facts.bare(), facts.day(), time.name())
                : Split.seeded(facts.bare(), request.seed());
    Preparation learned = new Preparing(context, warnings).learn(profile.uses(), parts.train());
    Dataset read = new DatasetReader(context, source, learned).read(facts.outcome());
    var leftOut = new ArrayList<>(profile.leftOut());
    Dataset data = Narrowing.keep(read, parts.train(), request.seed(), work, leftOut);
    warnings.addAll(Suspicion.of(data, parts, facts.hash()));
    return new Prepared(
        source,
        target,
        profile.id(),
        facts,
        learned.without(dropped(read, data)),
        data,
        parts,
        split != null ? split.name() : time != null ? time.name() : "seed",
        profile.uses().stream()
            .filter(use -> use.kind() == Profile.Kind.DATE)
            .map(use -> use.field().name())
            .toList(),
        leftOut,
        warnings);
  }

  private static Set<String> dropped(Dataset read, Dataset kept) {
    Set<String> sources =
        kept.columns().stream().map(column -> column.source()).collect(Collectors.toSet());
    return read.columns().stream()
        .map(column -> column.source())
        .filter(name -> !sources.contains(name))
        .collect(Collectors.toSet());
  }

  private static @Nullable Field named(SourceTable source, String role, @Nullable String name) {
    return name == null ? null : source.field(role, name);
  }

  private static void check(@Nullable Field split, @Nullable Field time, ScoringOptions options) {
    if (split != null && time != null) {
      throw new WorkbenchException(
          "split-twice",
          "The rows are to be divided by '%s' and by the date '%s' at once."
              .formatted(split.name(), time.name()),
          "Name one of the two.");
    }
    Double value = options.value();
    Double cost = options.cost();
    Long capacity = options.capacity();
    if (value == null && (cost != null || capacity != null)) {
      throw new WorkbenchException(
          "profit-value",
          "The cost of a contact or the capacity says nothing without the value of a win.",
          "Name the value of a win too, with --value.");
    }
    if (value != null && !(value > 0)
        || cost != null && !(cost >= 0)
        || capacity != null && capacity < 1) {
      throw new WorkbenchException(
          "profit-value",
          "The value of a win and the capacity must be more than 0, and the cost of a contact not"
              + " less.",
          "Correct --value, --cost or --capacity.");
    }
  }

  /** Takes note of warnings, one a column: what is said of it already is enough. */
  void warn(List<ScoringWarning> more) {
    for (ScoringWarning warning : more) {
      if (warnings.stream().noneMatch(one -> Objects.equals(one.column(), warning.column()))) {
        warnings.add(warning);
      }
    }
  }

  /** Share of yes among the rows with an outcome. */
  double base() {
    int[] labelled = data.labelled();
    return data.positives(labelled) / (double) labelled.length;
  }
}
