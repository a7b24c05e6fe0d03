package io.liftwerk.warehouse.quality;

import io.liftwerk.ingest.SourceTable;
import io.liftwerk.warehouse.quality.Watched.Kind;
import io.liftwerk.warehouse.quality.Watched.State;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what nobody stated: how many rows a day or a load brought, and how long nothing came. A
 * built table is watched by its days, a bronze table by its loads. Each of the newest fourteen days
 * is judged by the days before it alone.
 */
public final class Alerts implements AutoCloseable {
  private static final int RECENT = 14;
  private static final int GAPS = 60;

  /** Names of the column that says which day a row is of, the surest first. */
  private static final List<String> DAYS =
      List.of(
          "date_day",
          "day",
          "date",
          "created_on",
          "ordered_on",
          "event_on",
          "event_date",
          "session_date",
          "order_date");

  private final Reader reader;
  private final Relations relations;
  private final Instant now;

  public Alerts(JobContext context, Relations relations, Instant now) throws SQLException {
    this.reader = new Reader(context);
    this.relations = relations;
    this.now = now;
  }

  @Override
  public void close() throws SQLException {
    reader.close();
  }

  /**
   * Watches a table by its days; nothing when it has no column that says the day.
   *
   * @param stated the column that says it, null to look for one by its name
   */
  public List<Watched> ofDays(TableRef table, @Nullable String stated) throws SQLException {
    reader.begin();
    try {
      var target = new Target(reader, relations, relations.place(table), now, null);
      String column = stated == null ? dayColumn(target) : stated;
      return column == null ? List.of() : ofDays(table, target, target.column(column));
    } catch (WorkbenchException | SQLException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      return List.of(
          Watched.unknown(
              Kind.VOLUME,
              table.toString(),
              0,
              "The days of " + table + " cannot be counted: " + why.replaceAll("\\.$", "") + "."));
    }
  }

  private static @Nullable String dayColumn(Target target) {
    return DAYS.stream()
        .filter(name -> target.has(name) && target.isMoment(name))
        .findFirst()
        .orElse(null);
  }

  private List<Watched> ofDays(TableRef table, Target target, String column) throws SQLException {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<List<@Nullable Object>> rows =
        target.all(
            """
            SELECT epoch_us(CAST(%1$s AS DATE)) // 86400000000 AS d, count(*) FROM %2$s
            WHERE %1$s IS NOT NULL AND CAST(%1$s AS DATE) <= DATE '%3$s' GROUP BY d ORDER BY d
            """
                .formatted(column, target.rows(), today));
    if (rows.isEmpty()) {
      return List.of(
          Watched.unknown(
              Kind.VOLUME, table.toString(), 0, table + " has no rows of any day yet."));
    }
    long[] days = rows.stream().mapToLong(row -> Target.number(row.get(0))).toArray();
    long first = days[0];
    int length = (int) Math.min(Integer.MAX_VALUE - 8L, days[days.length - 1] - first + 1);
    long[] counts = new long[length];
    for (int i = 0; i < days.length; i++) {
      counts[(int) (days[i] - first)] = Target.number(rows.get(i).get(1));
    }
    var found = new ArrayList<>(volume(table.toString(), LocalDate.ofEpochDay(first), counts));
    found.add(age(table.toString(), days, today));
    return found;
  }

  /** One entry for each unusual day of the newest; else one for the newest. */
  static List<Watched> volume(String table, LocalDate first, long[] counts) {
    int newest = counts.length - 1;
    var unusual = new ArrayList<Watched>();
    for (int day = Math.max(0, newest - RECENT + 1); day < newest; day++) {
      Usual usual = Usual.ofDay(counts, day);
      if (usual != null && usual.isUnusual()) {
        unusual.add(volume(table, first.plusDays(day), counts[day], usual, false));
      }
    }
    Usual usual = Usual.ofDay(counts, newest);
    if (usual == null) {
      return List.of(
          Watched.unknown(
              Kind.VOLUME,
              table,
              newest,
              "Too little is known of "
                  + table
                  + " to tell what is usual: "
                  + newest
                  + " earlier days of the "
                  + Usual.LEAST_DAYS
                  + " that are needed."));
    }
    if (usual.isUnusual() || unusual.isEmpty()) {
      unusual.add(volume(table, first.plusDays(newest), counts[newest], usual, true));
    }
    return unusual;
  }

  private static String name(DayOfWeek day) {
    return switch (day) {
      case MONDAY -> "Monday";
      case TUESDAY -> "Tuesday";
      case WEDNESDAY -> "Wednesday";
      case THURSDAY -> "Thursday";
      case FRIDAY -> "Friday";
      case SATURDAY -> "Saturday";
      case SUNDAY -> "Sunday";
    };
  }

  private static Watched volume(
      String table, LocalDate day, long count, Usual usual, boolean newest) {
    String weekday = name(day.getDayOfWeek());
    String learned = usual.periods() + " days before";
    String had = table + " has " + TableTests.rows(count) + " of " + day;
    String between =
        TableTests.number(Math.round(Math.ceil(usual.low())))
            + " to "
            + TableTests.number(Math.round(Math.floor(usual.high())));
    boolean late = newest && usual.isUnusual() && usual.score() < 0;
    String reason = had + "; by the " + learned + ", " + between + " are usual.";
    if (usual.byWeekday()) {
      reason =
          late
              ? had
                  + "; by the "
                  + learned
                  + ", "
                  + between
                  + " are usual for a "
                  + weekday
                  + ". It is the newest day, so it may not be complete yet."
              : had + "; by the " + learned + ", " + between + " are usual for a " + weekday + ".";
    } else if (late) {
      reason += " It is the newest day, so it may not be complete yet.";
    }
    return new Watched(
        Kind.VOLUME,
        table,
        usual.isUnusual() ? State.UNUSUAL : State.USUAL,
        day.toString(),
        (double) count,
        usual.low(),
        usual.high(),
        usual.periods(),
        reason);
  }

  /** The days since the newest one, held against the days between those before it. */
  static Watched age(String table, long[] days, LocalDate today) {
    int from = Math.max(0, days.length - 1 - GAPS);
    double[] gaps = new double[days.length - 1 - from];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = days[from + i + 1] - days[from + i];
    }
    LocalDate newest = LocalDate.ofEpochDay(days[days.length - 1]);
    double age = ChronoUnit.DAYS.between(newest, today);
    // a day is complete, and exported, on the next one
    double longest = Usual.longestGap(gaps) + 1;
    if (Double.isNaN(longest)) {
      return Watched.unknown(Kind.FRESHNESS, table, gaps.length, tooFewGaps(table, gaps.length));
    }
    String reason =
        "The newest day of "
            + table
            + " is "
            + newest
            + ", "
            + Math.round(age)
            + " days before the check; by the "
            + gaps.length
            + " days with rows before it, up to "
            + FigureTests.text(longest)
            + " are usual.";
    return new Watched(
        Kind.FRESHNESS,
        table,
        age > longest ? State.UNUSUAL : State.USUAL,
        newest.toString(),
        age * 24,
        0.0,
        longest * 24,
        gaps.length,
        reason);
  }

  private static String tooFewGaps(String table, int gaps) {
    return "Too little is known of "
        + table
        + " to tell how often it comes: "
        + gaps
        + " earlier gaps of the "
        + Usual.LEAST_GAPS
        + " that are needed.";
  }

  /** Watches bronze tables by their loads. */
  public List<Watched> ofLoads(List<SourceTable> tables) throws SQLException {
    reader.begin();
    if (tables.isEmpty()) {
      return List.of();
    }
    record Load(long rows, Instant at) {}
    Map<Long, Load> loads =
        reader.rows("SELECT id, row_count, epoch_us(loaded_at) FROM load.catalog").stream()
            .collect(
                Collectors.toMap(
                    row -> Target.number(row.get(0)),
                    row ->
                        new Load(
                            Target.number(row.get(1)),
                            Instant.EPOCH.plus(Target.number(row.get(2)), ChronoUnit.MICROS))));
    var found = new ArrayList<Watched>();
    for (SourceTable table : tables) {
      List<Load> all =
          LongStream.concat(
                  table.earlier().stream().mapToLong(Long::longValue), LongStream.of(table.id()))
              .mapToObj(loads::get)
              .filter(load -> load != null)
              .toList();
      String name = new TableRef("bronze", table.name()).toString();
      Watched volume = loadVolume(name, all.stream().mapToLong(Load::rows).toArray());
      found.add(volume);
      if (volume.state() != State.UNKNOWN) {
        // with too few loads to judge one by, there are too few gaps as well, which needs no saying
        found.add(loadAge(name, all.stream().map(Load::at).toList(), now));
      }
    }
    return found;
  }

  static Watched loadVolume(String table, long[] rows) {
    Usual usual = Usual.ofLast(rows);
    int before = Math.max(0, rows.length - 1);
    if (usual == null) {
      return Watched.unknown(
          Kind.VOLUME,
          table,
          before,
          "Too little is known of "
              + table
              + " to tell what is usual: "
              + before
              + " earlier loads of the "
              + Usual.LEAST_LOADS
              + " that are needed.");
    }
    long count = rows[rows.length - 1];
    return new Watched(
        Kind.VOLUME,
        table,
        usual.isUnusual() ? State.UNUSUAL : State.USUAL,
        "load " + rows.length,
        (double) count,
        usual.low(),
        usual.high(),
        before,
        "The latest load of "
            + table
            + " brought "
            + TableTests.rows(count)
            + "; by the "
            + before
            + " loads before, "
            + TableTests.number(Math.round(Math.ceil(usual.low())))
            + " to "
            + TableTests.number(Math.round(Math.floor(usual.high())))
            + " are usual.");
  }

  static Watched loadAge(String table, List<Instant> loads, Instant now) {
    double[] gaps = new double[Math.max(0, loads.size() - 1)];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = hours(loads.get(i), loads.get(i + 1));
    }
    double longest = Usual.longestGap(gaps);
    if (Double.isNaN(longest)) {
      return Watched.unknown(Kind.FRESHNESS, table, gaps.length, tooFewGaps(table, gaps.length));
    }
    double age = hours(loads.getLast(), now);
    return new Watched(
        Kind.FRESHNESS,
        table,
        age > longest ? State.UNUSUAL : State.USUAL,
        "load " + loads.size(),
        age,
        0.0,
        longest,
        gaps.length,
        "The latest load of "
            + table
            + " was "
            + FigureTests.text(age)
            + " hours before the check; by the "
            + gaps.length
            + " loads before it, up to "
            + FigureTests.text(longest)
            + " are usual.");
  }

  private static double hours(Instant from, Instant to) {
    return Duration.between(from, to).toMinutes() / 60.0;
  }
}
