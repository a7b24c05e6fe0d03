package io.liftwerk.experiments;

import io.liftwerk.experiments.AbTable.Field;
import io.liftwerk.experiments.IncrementalityResult.Day;
import io.liftwerk.experiments.IncrementalityResult.Estimate;
import io.liftwerk.experiments.IncrementalityResult.Weight;
import io.liftwerk.experiments.abtest.SyntheticControl;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Names;
import io.liftwerk.workspace.WorkbenchException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Estimates what something brought where chance did not decide who got it: difference in
 * differences and synthetic control on daily key figures of regions or shops, each beside what the
 * same calculation finds in units where nothing was done.
 */
public final class Incrementality implements Job<IncrementalityResult> {
  /** Name of the job. */
  public static final String NAME = "incrementality";

  private static final int FEWEST_CONTROLS = 3;
  private static final int FEWEST_DAYS = 8;
  private static final int MOST_UNITS = 1000;
  private static final double SURE = 0.1;

  private final IncrementalityRequest request;

  public Incrementality(IncrementalityRequest request) {
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public IncrementalityRequest parameters() {
    return request;
  }

  /** Values of every unit on every day; days without a row count 0. */
  private record Panel(List<String> units, List<LocalDate> days, double[][] values) {
    private double[] mean(List<Integer> of) {
      var mean = new double[days.size()];
      for (int unit : of) {
        for (int t = 0; t < mean.length; t++) {
          mean[t] += values[unit][t] / of.size();
        }
      }
      return mean;
    }
  }

  /**
   * @throws WorkbenchException when a name is unknown, or there is too little to compare with
   */
  @Override
  public IncrementalityResult run(JobContext context) throws Exception {
    context.progress(0.1, "Looking at the table");
    AbTable table = AbTable.find(context, request.table());
    Panel panel = read(context, table);
    List<Integer> treated = treated(panel, table);
    var controls = new ArrayList<Integer>();
    for (int i = 0; i < panel.units().size(); i++) {
      if (!treated.contains(i)) {
        controls.add(i);
      }
    }
    int before = (int) panel.days().stream().filter(d -> d.isBefore(request.start())).count();
    int after = panel.days().size() - before;
    refuseTooLittle(table, controls.size(), before, after);

    context.progress(0.4, "Comparing what was known before");
    double[] unit = panel.mean(treated);
    Estimate differences = differences(panel, treated, controls, 0, before, panel.days().size());
    Estimate placebo = differences(panel, treated, controls, 0, before / 2, before);
    double[][] donors = donors(panel, controls, -1);
    SyntheticControl synthetic = SyntheticControl.of(unit, donors, before);
    int asFar = 1;
    for (int placeboUnit : controls) {
      context.checkCancelled();
      SyntheticControl other =
          SyntheticControl.of(
              panel.values()[placeboUnit], donors(panel, controls, placeboUnit), before);
      asFar += other.ratio() >= synthetic.ratio() ? 1 : 0;
    }
    double expected = mean(synthetic.expected(), before, unit.length);
    var found =
        new Estimate(
            synthetic.effect(),
            expected == 0 ? 0 : synthetic.effect() / expected,
            (double) asFar / (controls.size() + 1));
    return new IncrementalityResult(
        table.ref().toString(),
        treated.stream().map(i -> panel.units().get(i)).toList(),
        controls.size(),
        request.start(),
        before,
        after,
        differences,
        found,
        placebo,
        weights(panel, controls, synthetic),
        series(panel, unit, synthetic),
        verdict(differences, found, placebo));
  }

  private static List<Weight> weights(
      Panel panel, List<Integer> controls, SyntheticControl synthetic) {
    var list = new ArrayList<Weight>();
    for (int i = 0; i < controls.size(); i++) {
      if (synthetic.weights()[i] > 0.001) {
        list.add(new Weight(panel.units().get(controls.get(i)), synthetic.weights()[i]));
      }
    }
    list.sort((a, b) -> Double.compare(b.weight(), a.weight()));
    return list;
  }

  private static List<Day> series(Panel panel, double[] unit, SyntheticControl synthetic) {
    var list = new ArrayList<Day>();
    for (int t = 0; t < unit.length; t++) {
      list.add(new Day(panel.days().get(t), unit[t], synthetic.expected()[t]));
    }
    return list;
  }

  private static double mean(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).average().orElse(0);
  }

  private static double change(double[] values, int from, int at, int to) {
    return mean(values, at, to) - mean(values, from, at);
  }

  /** Change of the treated units beside that of the others, ranked among all single units' own. */
  private static Estimate differences(
      Panel panel, List<Integer> treated, List<Integer> controls, int from, int at, int to) {
    double[] unit = panel.mean(treated);
    double[] others = panel.mean(controls);
    double effect = change(unit, from, at, to) - change(others, from, at, to);
    int asFar = 1;
    for (int one : controls) {
      var rest = new ArrayList<Integer>(controls);
      rest.remove(Integer.valueOf(one));
      double placebo =
          change(panel.values()[one], from, at, to) - change(panel.mean(rest), from, at, to);
      asFar += Math.abs(placebo) >= Math.abs(effect) ? 1 : 0;
    }
    double expected = mean(unit, at, to) - effect;
    return new Estimate(
        effect, expected == 0 ? 0 : effect / expected, (double) asFar / (controls.size() + 1));
  }

  private static double[][] donors(Panel panel, List<Integer> controls, int without) {
    return controls.stream()
        .filter(one -> one != without)
        .map(one -> panel.values()[one])
        .toArray(double[][]::new);
  }

  private Panel read(JobContext context, AbTable table) throws Exception {
    Field unit = table.field("unit column", request.unit());
    Field date = table.field("date column", request.date());
    AbColumn value = AbColumn.of(table, table.field("metric column", request.value()), "v", false);
    String day =
        date.temporal()
            ? "CAST(" + date.sql() + " AS DATE)"
            : "TRY_CAST(" + date.text() + " AS DATE)";
    record Cell(String unit, LocalDate day, double value) {}
    // through decimals, so that the order of rows leaves no trace
    List<Cell> cells =
        AbQuery.list(
            context,
            "SELECT u, d, CAST(sum(CAST(v AS DECIMAL(38, 6))) AS DOUBLE) FROM (SELECT "
                + unit.text()
                + " AS u, "
                + day
                + " AS d, "
                + value.number()
                + " AS v FROM "
                + table.ref().sql()
                + ") WHERE u IS NOT NULL AND d IS NOT NULL AND isfinite(v) GROUP BY u, d"
                + " ORDER BY u, d",
            row -> new Cell(row.getString(1), row.getObject(2, LocalDate.class), row.getDouble(3)));
    context.input(table.ref().toString(), Hashes.sha256(cells.toString()), cells.size());
    var units = new TreeMap<String, Integer>();
    var days = new TreeSet<LocalDate>();
    for (Cell cell : cells) {
      units.putIfAbsent(cell.unit(), units.size());
      days.add(cell.day());
    }
    if (units.size() > MOST_UNITS) {
      throw new WorkbenchException(
          "units-many",
          "The column '%s' of %s has more than %d units."
              .formatted(request.unit(), table.ref(), MOST_UNITS),
          "Name a column with regions or shops.");
    }
    List<LocalDate> ordered = List.copyOf(days);
    var places = new TreeMap<LocalDate, Integer>();
    ordered.forEach(one -> places.put(one, places.size()));
    var values = new double[units.size()][ordered.size()];
    for (Cell cell : cells) {
      values[units.getOrDefault(cell.unit(), 0)][places.getOrDefault(cell.day(), 0)] = cell.value();
    }
    return new Panel(List.copyOf(units.keySet()), ordered, values);
  }

  private List<Integer> treated(Panel panel, AbTable table) {
    var treated = new ArrayList<Integer>();
    for (String name : request.treated()) {
      String unit =
          Names.match(name.strip(), panel.units())
              .orElseThrow(
                  () ->
                      new WorkbenchException(
                          "unit-unknown",
                          "No row of the column '%s' of %s says '%s'."
                              .formatted(request.unit(), table.ref(), name.strip()),
                          Names.nearest(name, panel.units())
                              .map(near -> "Did you mean '" + near + "'?")
                              .orElse("Import a file first.")));
      treated.add(panel.units().indexOf(unit));
    }
    return treated;
  }

  private void refuseTooLittle(AbTable table, int controls, int before, int after) {
    if (request.treated().isEmpty() || controls < FEWEST_CONTROLS) {
      throw new WorkbenchException(
          "units-few",
          "%s has %d units without treatment, too few to compare with."
              .formatted(table.ref(), controls),
          "At least %d are needed, better twenty.".formatted(FEWEST_CONTROLS));
    }
    if (before < FEWEST_DAYS || after < 1) {
      throw new WorkbenchException(
          "days-few",
          "%s has %d days before %s and %d since, too few to compare."
              .formatted(table.ref(), before, request.start(), after),
          "At least %d days before are needed, and one since.".formatted(FEWEST_DAYS));
    }
  }

  private static String verdict(Estimate differences, Estimate synthetic, Estimate placebo) {
    boolean parallel = placebo.p() > SURE;
    boolean agree = differences.effect() * synthetic.effect() > 0;
    boolean clear = differences.p() <= SURE && synthetic.p() <= SURE;
    String lift = String.format(Locale.ROOT, "%+,.1f %%", synthetic.lift() * 100);
    if (!parallel) {
      return ("The treated units ran differently from the others before anything was done, so the"
              + " change of %s cannot be put down to it: plan an experiment.")
          .formatted(lift);
    }
    return agree && clear
        ? ("It probably changed the figure by %s; this is weaker than an experiment, since whatever"
                + " else happened there counts too: confirm it with one.")
            .formatted(lift)
        : ("A change of %s was seen, as it is in units where nothing was done: it may be chance, so"
                + " plan an experiment.")
            .formatted(lift);
  }
}
