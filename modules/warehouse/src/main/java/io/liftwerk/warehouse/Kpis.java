package io.liftwerk.warehouse;

import io.liftwerk.warehouse.consent.Use;
import io.liftwerk.warehouse.kpi.KpiBook;
import io.liftwerk.warehouse.kpi.KpiDefinition;
import io.liftwerk.warehouse.project.ReportingZone;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads key figures out of gold, for a period and a channel. A figure over several days is the sum
 * over them, or the ratio of two sums, never the mean of ratios; money of two currencies is two
 * figures.
 */
public final class Kpis {
  private static final int DIGITS = 6;

  /** As {@code Field.day} writes it. */
  private static final Pattern ZONE = Pattern.compile("timezone\\('([^']+)',");

  private static final String MODELS = "models";
  private static final String GOLD = "gold";

  /** The sums of one day, channel and currency. */
  private record Cell(
      LocalDate day,
      String channel,
      @Nullable String currency,
      @Nullable BigDecimal sum,
      @Nullable BigDecimal by) {}

  /**
   * What was read for a figure.
   *
   * @param column the column that shows it
   * @param tests what came of the tests of what it comes from
   * @param heldBack who is missing in it
   */
  private record Found(String column, List<Cell> cells, KpiResult.Tests tests, HeldBack heldBack) {}

  private final Workspace workspace;

  public Kpis(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The key figures that the workspace knows. */
  public List<KpiDefinition> definitions() {
    return KpiBook.of(workspace.folder().resolve(MODELS));
  }

  /**
   * Works out the figures; those whose model is not built are left out.
   *
   * @throws WorkbenchException code {@code kpi-model} when a definition names a column that its
   *     model has not
   */
  public KpiResult view(KpiRequest request) {
    var cells = new LinkedHashMap<KpiDefinition, Found>();
    String zone;
    try (Connection connection = workspace.connect()) {
      Upstream upstream = Upstream.of(connection);
      TestStanding tests = TestStanding.of(connection, upstream);
      HeldBackCount held = HeldBackCount.of(connection, upstream);
      for (KpiDefinition kpi : definitions()) {
        Set<String> columns = columns(connection, kpi.model());
        if (!columns.isEmpty()) {
          cells.put(
              kpi,
              new Found(
                  columns.contains(kpi.id()) ? kpi.id() : kpi.sum(),
                  read(connection, kpi, columns),
                  tests.of(GOLD, kpi.model()),
                  held.behind(new TableRef(GOLD, kpi.model()), Use.ANALYTICS)));
        }
      }
      zone = zone(connection);
    } catch (SQLException e) {
      throw new WorkbenchException(
          "kpi-model", "The key figures cannot be read.", "Build the models again.", e);
    }
    return result(request, zone, cells);
  }

  /** That of the last build, which the setting may be ahead of. */
  private String zone(Connection connection) throws SQLException {
    for (String sql : BuiltModels.compiled(connection).values()) {
      Matcher zone = ZONE.matcher(sql);
      if (zone.find()) {
        return zone.group(1);
      }
    }
    return new ReportingZone(workspace.folder()).read();
  }

  private static Set<String> columns(Connection connection, String model) throws SQLException {
    var names = new HashSet<String>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT column_name FROM duckdb_columns() WHERE database_name = current_database()"
                + " AND schema_name = 'gold' AND table_name = ?")) {
      statement.setString(1, model);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          names.add(row.getString(1));
        }
      }
    }
    return names;
  }

  private static List<Cell> read(Connection connection, KpiDefinition kpi, Set<String> columns)
      throws SQLException {
    for (String needed : needed(kpi)) {
      if (!columns.contains(needed)) {
        throw new WorkbenchException(
            "kpi-model",
            "The key figure "
                + kpi.id()
                + " needs the column '"
                + needed
                + "', which gold."
                + kpi.model()
                + " has not.",
            "Correct kpis.yml, or the model.");
      }
    }
    String sql =
        "SELECT %s, %s, %s, sum(%s), sum(%s) FROM gold.%s WHERE %s IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
            .formatted(
                "CAST(" + Sql.identifier(kpi.day()) + " AS DATE)",
                kpi.channel() == null
                    ? "''"
                    : "coalesce(" + Sql.identifier(kpi.channel()) + ", '')",
                kpi.currency() == null
                    ? "NULL"
                    : "coalesce(" + Sql.identifier(kpi.currency()) + ", '')",
                decimal(kpi.sum()),
                kpi.by() == null ? "CAST(NULL AS DECIMAL(38, 6))" : decimal(kpi.by()),
                Sql.identifier(kpi.model()),
                Sql.identifier(kpi.day()));
    var cells = new ArrayList<Cell>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        cells.add(
            new Cell(
                row.getObject(1, LocalDate.class),
                row.getString(2),
                row.getString(3),
                row.getBigDecimal(4),
                row.getBigDecimal(5)));
      }
    }
    return cells;
  }

  private static String decimal(String column) {
    return "CAST(" + Sql.identifier(column) + " AS DECIMAL(38, 6))";
  }

  private static List<String> needed(KpiDefinition kpi) {
    var names = new ArrayList<>(List.of(kpi.sum(), kpi.day()));
    for (String more : new @Nullable String[] {kpi.by(), kpi.channel(), kpi.currency()}) {
      if (more != null) {
        names.add(more);
      }
    }
    return names;
  }

  private static KpiResult result(
      KpiRequest request, String zone, Map<KpiDefinition, Found> cells) {
    var days = new TreeSet<LocalDate>();
    var channels = new TreeSet<String>();
    for (Found found : cells.values()) {
      for (Cell cell : found.cells()) {
        days.add(cell.day());
        if (!cell.channel().isEmpty()) {
          channels.add(cell.channel());
        }
      }
    }
    if (days.isEmpty()) {
      var missing = new ArrayList<KpiResult.Kpi>();
      cells.forEach((kpi, found) -> missing.addAll(missing(kpi, found, request.channel())));
      return new KpiResult(null, null, null, null, request.channel(), List.of(), zone, missing);
    }
    LocalDate from = request.from() == null ? days.first() : request.from();
    LocalDate to = request.to() == null ? days.last() : request.to();
    var kpis = new ArrayList<KpiResult.Kpi>();
    cells.forEach((kpi, found) -> kpis.addAll(kpis(kpi, found, request.channel(), from, to)));
    return new KpiResult(
        from, to, days.first(), days.last(), request.channel(), List.copyOf(channels), zone, kpis);
  }

  /**
   * A figure whose rows are all held back is told without a value: it would be missed otherwise.
   */
  private static List<KpiResult.Kpi> missing(
      KpiDefinition kpi, Found found, @Nullable String channel) {
    HeldBack held = found.heldBack();
    // whoever was let in since the build is missing in what stands all the same
    boolean someone = held.held() > 0 || (held.older() && !held.sources().isEmpty());
    return channel != null || !someone
        ? List.of()
        : List.of(
            new KpiResult.Kpi(
                kpi,
                found.column(),
                kpi.currency() == null ? null : "",
                null,
                null,
                List.of(),
                List.of(),
                found.tests(),
                held));
  }

  /** The figure of every currency; a channel that the model does not tell apart has none. */
  private static List<KpiResult.Kpi> kpis(
      KpiDefinition kpi, Found found, @Nullable String channel, LocalDate from, LocalDate to) {
    if (channel != null && kpi.channel() == null) {
      return List.of();
    }
    if (found.cells().isEmpty()) {
      return missing(kpi, found, channel);
    }
    var byCurrency = new LinkedHashMap<String, List<Cell>>();
    for (Cell cell : found.cells()) {
      if (channel == null || cell.channel().equals(channel)) {
        String key = cell.currency() == null ? "" : cell.currency();
        byCurrency.computeIfAbsent(key, made -> new ArrayList<>()).add(cell);
      }
    }
    var kpis = new ArrayList<KpiResult.Kpi>();
    byCurrency.forEach(
        (currency, cells) ->
            kpis.add(kpi(kpi, found, kpi.currency() == null ? null : currency, cells, from, to)));
    return kpis;
  }

  private static KpiResult.Kpi kpi(
      KpiDefinition kpi,
      Found found,
      @Nullable String currency,
      List<Cell> cells,
      LocalDate from,
      LocalDate to) {
    Predicate<Cell> within = cell -> !cell.day().isBefore(from) && !cell.day().isAfter(to);
    long length = ChronoUnit.DAYS.between(from, to) + 1;
    LocalDate earlier = from.minusDays(length);
    boolean whole = cells.stream().anyMatch(cell -> !cell.day().isAfter(earlier));
    var byChannel = new HashMap<String, List<Cell>>();
    var byDay = new TreeMap<LocalDate, List<Cell>>();
    for (Cell cell : cells) {
      if (within.test(cell)) {
        byChannel.computeIfAbsent(cell.channel(), made -> new ArrayList<>()).add(cell);
        byDay.computeIfAbsent(cell.day(), made -> new ArrayList<>()).add(cell);
      }
    }
    var days = new ArrayList<KpiResult.Day>();
    byDay.forEach(
        (day, some) -> {
          BigDecimal value = value(kpi, some);
          if (value != null) {
            days.add(new KpiResult.Day(day, value));
          }
        });
    List<KpiResult.Part> parts =
        byChannel.entrySet().stream()
            .filter(entry -> !entry.getKey().isEmpty())
            .map(entry -> new KpiResult.Part(entry.getKey(), value(kpi, entry.getValue())))
            .sorted(
                Comparator.comparing(
                        KpiResult.Part::value, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .reversed()
                    .thenComparing(KpiResult.Part::channel))
            .toList();
    return new KpiResult.Kpi(
        kpi,
        found.column(),
        currency,
        value(kpi, cells.stream().filter(within).toList()),
        whole
            ? value(
                kpi,
                cells.stream()
                    .filter(cell -> !cell.day().isBefore(earlier) && cell.day().isBefore(from))
                    .toList())
            : null,
        parts,
        days,
        found.tests(),
        found.heldBack());
  }

  /** The sum, or the ratio of sums; null when nothing was told or it is divided by nothing. */
  static @Nullable BigDecimal value(KpiDefinition kpi, List<Cell> cells) {
    BigDecimal sum = null;
    BigDecimal by = BigDecimal.ZERO;
    for (Cell cell : cells) {
      // a ratio counts only where both of its parts were told
      if (cell.sum() != null && (kpi.by() == null || cell.by() != null)) {
        sum = sum == null ? cell.sum() : sum.add(cell.sum());
        by = cell.by() == null ? by : by.add(cell.by());
      }
    }
    if (sum == null || kpi.by() == null) {
      return sum;
    }
    return by.signum() == 0
        ? null
        : sum.multiply(BigDecimal.valueOf(kpi.times())).divide(by, DIGITS, RoundingMode.HALF_UP);
  }
}
