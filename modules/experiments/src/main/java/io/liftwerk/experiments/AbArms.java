package io.liftwerk.experiments;

import io.liftwerk.experiments.AbTestResult.Arm;
import io.liftwerk.experiments.AbTestResult.SampleRatio;
import io.liftwerk.workspace.Names;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arms of an experiment.
 *
 * @param control the one the others are compared with
 * @param others in the order of their names
 * @param persons in each
 * @param shares as they were planned, adding up to 1
 */
record AbArms(
    String control, List<String> others, Map<String, Long> persons, Map<String, Double> shares) {

  /**
   * @throws WorkbenchException code {@code control-unknown}, {@code arms-one}, {@code arm-empty},
   *     {@code arm-small} or {@code shares}
   */
  static AbArms of(AbRows rows, AbTestRequest request) throws Exception {
    Map<String, Long> persons = rows.arms();
    String table = rows.table().ref().toString();
    List<String> names = List.copyOf(persons.keySet());
    String wanted = request.control().strip();
    String control =
        Names.match(wanted, names)
            .orElseThrow(
                () ->
                    new WorkbenchException(
                        "control-unknown",
                        "No row of the arm column '%s' of %s says '%s'."
                            .formatted(request.arm(), table, wanted),
                        "Did you mean '%s'?"
                            .formatted(Names.nearest(wanted, names).orElse(wanted))));
    Map<String, Double> shares = shares(request.shares(), control, names, table);
    if (names.size() < 2) {
      throw new WorkbenchException(
          "arms-one",
          "All rows of %s belong to the arm '%s', so there is nothing to compare it with."
              .formatted(table, control),
          "Take a table that holds the other arms too.");
    }
    for (Map.Entry<String, Long> arm : persons.entrySet()) {
      if (arm.getValue() < 2) {
        throw new WorkbenchException(
            "arm-small",
            "The arm '%s' of %s has one person only, so nothing is known of how persons differ."
                .formatted(arm.getKey(), table),
            "Wait for more persons, or leave the arm out through a view.");
      }
    }
    List<String> others = names.stream().filter(name -> !name.equals(control)).toList();
    return new AbArms(control, others, persons, shares);
  }

  private static Map<String, Double> shares(
      List<String> given, String control, List<String> names, String table) {
    var shares = new LinkedHashMap<String, Double>();
    if (given.isEmpty()) {
      names.forEach(name -> shares.put(name, 1.0 / names.size()));
      return shares;
    }
    double sum = 0;
    for (String one : given) {
      int equals = one.lastIndexOf('=');
      String name = equals < 1 ? one : one.substring(0, equals).strip();
      double share = equals < 1 ? Double.NaN : number(one.substring(equals + 1));
      if (!(share > 0) || Double.isInfinite(share)) {
        throw new WorkbenchException(
            "shares", "'%s' is no arm and its share.".formatted(one), "Write it like control=50.");
      }
      if (!names.contains(name)) {
        throw new WorkbenchException(
            "arm-empty",
            "The arm '%s' has no persons in %s.".formatted(name, table),
            "Its rows may be missing from the export; its arms are: %s."
                .formatted(String.join(", ", names)));
      }
      shares.put(name, share);
      sum += share;
    }
    double rest = 1 - shares.getOrDefault(control, 1.0);
    if (shares.size() == 1 && rest > 0) {
      // of the control alone: the others have the rest, alike
      names.forEach(name -> shares.putIfAbsent(name, rest / (names.size() - 1)));
      return shares;
    }
    for (String name : names) {
      if (!shares.containsKey(name)) {
        throw new WorkbenchException(
            "shares",
            "The planned shares leave out the arm '%s'.".formatted(name),
            "Name a share for every arm, or none for equal ones.");
      }
    }
    double whole = sum;
    shares.replaceAll((name, share) -> share / whole);
    return shares;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Persons of all arms. */
  long total() {
    return persons.values().stream().mapToLong(Long::longValue).sum();
  }

  private List<String> ordered() {
    var all = new ArrayList<String>();
    all.add(control);
    all.addAll(others);
    return all;
  }

  /** Whether the arms hold what they were meant to; clusters where those were assigned. */
  SampleRatio sampleRatio(Map<String, Long> counts) {
    List<String> all = ordered();
    return AbTest.sampleRatio(
        all.stream().mapToLong(name -> counts.getOrDefault(name, 0L)).toArray(),
        all.stream().mapToDouble(name -> shares.getOrDefault(name, 0.0)).toArray());
  }

  /** The control first. */
  List<Arm> records(@Nullable Map<String, Long> clusters) {
    double total = total();
    return ordered().stream()
        .map(
            name -> {
              long n = persons.getOrDefault(name, 0L);
              return new Arm(
                  name,
                  n,
                  n / total,
                  shares.getOrDefault(name, 0.0),
                  clusters == null ? null : clusters.get(name));
            })
        .toList();
  }
}
