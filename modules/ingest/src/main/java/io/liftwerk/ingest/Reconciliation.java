package io.liftwerk.ingest;

import io.liftwerk.ingest.recipe.Match;
import io.liftwerk.ingest.recipe.Recipe;
import io.liftwerk.ingest.recipe.RecipeColumn;
import io.liftwerk.ingest.recipe.Role;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was loaded with what the report says of itself: the rows' sums with its total rows,
 * and tells the days covered and the currency.
 */
final class Reconciliation {
  /** Three standard deviations of the sum of rounding errors, each even over one last digit. */
  private static final double ROUNDING = 3 / Math.sqrt(12);

  private final Session session;
  private final StoredTable stored;
  private final List<Decided> columns;
  private final @Nullable Match match;
  private final List<AsideLine> aside;

  Reconciliation(
      Session session,
      StoredTable stored,
      List<Decided> columns,
      @Nullable Match match,
      List<AsideLine> aside) {
    this.session = session;
    this.stored = stored;
    this.columns = columns;
    this.match = match;
    this.aside = aside;
  }

  /**
   * @param rows rows loaded
   */
  ExportFindings findings(long rows) throws Exception {
    Period period = period();
    if (match == null) {
      return new ExportFindings(
          ExportFindings.GENERIC,
          0,
          "No recipe fits, so it is read as a table of its own.",
          "",
          List.of(),
          Map.of(),
          period,
          unitCurrency().orElse(null),
          List.of(),
          List.of(),
          aside);
    }
    Recipe recipe = match.recipe();
    var totals = new ArrayList<ControlTotal>();
    var hidden = new ArrayList<HiddenShare>();
    reconcile(rows, totals, hidden);
    return new ExportFindings(
        recipe.id(),
        match.confidence(),
        match.because(),
        recipe.platform(),
        recipe.grain().stream().map(match.columns()::get).filter(Objects::nonNull).toList(),
        match.roles(),
        period,
        currency().orElse(null),
        totals,
        hidden,
        aside);
  }

  private record Sum(Decided column, int index, BigDecimal rows, int scale) {}

  private void reconcile(long rows, List<ControlTotal> totals, List<HiddenShare> hidden)
      throws Exception {
    List<AsideLine> lines =
        aside.stream().filter(line -> line.kind() == AsideLine.Kind.TOTAL).toList();
    if (lines.isEmpty()) {
      return;
    }
    var amounts = new ReportAmounts(session, columns);
    for (Sum sum : sums()) {
      var sides = new Sides(amounts, sum, lines);
      if (sides.listed != null) {
        totals.add(control(sum, sides.listedLabel, sum.rows(), sides.listed, rows));
      }
      BigDecimal whole = sides.whole;
      if (whole == null) {
        continue;
      }
      BigDecimal shown = sides.listed == null ? sum.rows() : sides.listed;
      BigDecimal unseen = sides.hidden == null ? whole.subtract(shown) : sides.hidden;
      if (sides.hidden != null || sides.listed == null) {
        BigDecimal covered = sides.hidden == null ? sum.rows() : sum.rows().add(sides.hidden);
        totals.add(control(sum, sides.wholeLabel, covered, whole, rows));
      }
      boolean part = sides.hidden != null || sides.listed != null;
      if (part && unseen.signum() > 0 && whole.signum() > 0) {
        hidden.add(
            new HiddenShare(
                sum.column().name(),
                plain(unseen),
                plain(whole),
                unseen.divide(whole, MathContext.DECIMAL64).doubleValue()));
      }
    }
  }

  /** The report's own figures of one column, by what they are totals of. */
  private final class Sides {
    private @Nullable BigDecimal listed;
    private String listedLabel = "";
    private @Nullable BigDecimal hidden;
    private @Nullable BigDecimal whole;
    private String wholeLabel = "";

    Sides(ReportAmounts amounts, Sum sum, List<AsideLine> lines) throws Exception {
      for (AsideLine line : lines) {
        List<String> cells = line.cells();
        BigDecimal amount =
            sum.index() < cells.size() ? amounts.of(sum.column(), cells.get(sum.index())) : null;
        if (amount == null) {
          continue;
        }
        String label = label(cells);
        if (is(label, recipe().totals().hidden())) {
          hidden = hidden == null ? amount : hidden.add(amount);
        } else if (is(label, recipe().totals().account())) {
          whole = amount;
          wholeLabel = label;
        } else if (listed == null) {
          listed = amount;
          listedLabel = label;
        }
      }
    }
  }

  private Recipe recipe() {
    return Objects.requireNonNull(match).recipe();
  }

  private String label(List<String> cells) {
    for (String cell : cells) {
      if (is(cell.strip(), recipe().totals().labels())) {
        return cell.strip();
      }
    }
    return "";
  }

  private static boolean is(String label, List<Pattern> patterns) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(label).matches());
  }

  /** The sum of every column that may be added up. */
  private List<Sum> sums() throws Exception {
    Map<String, Role> roles = Objects.requireNonNull(match).roles();
    var found = new ArrayList<Decided>();
    for (Decided column : columns) {
      Role role = roles.get(column.name());
      if (role != null && role.additive() && column.reading() instanceof NumberReading) {
        found.add(column);
      }
    }
    if (found.isEmpty()) {
      return List.of();
    }
    String list =
        found.stream()
            .map(
                column -> "coalesce(sum(" + stored.value(column.name(), column.reading()) + "), 0)")
            .collect(Collectors.joining(", "));
    @Nullable String[] row = session.query("SELECT " + list + " FROM " + stored.table()).getFirst();
    var sums = new ArrayList<Sum>();
    for (int i = 0; i < found.size(); i++) {
      Decided column = found.get(i);
      NumberReading.Size size = ((NumberReading) column.reading()).size();
      sums.add(
          new Sum(
              column,
              columns.indexOf(column),
              exact(String.valueOf(row[i])),
              size == null ? 2 : size.scale()));
    }
    return sums;
  }

  /** Floating-point sums carry noise behind the digits that count. */
  private static BigDecimal exact(String number) {
    BigDecimal value = new BigDecimal(number);
    return number.contains("E") || value.scale() > 12
        ? value.round(MathContext.DECIMAL64).setScale(6, RoundingMode.HALF_EVEN)
        : value;
  }

  private ControlTotal control(
      Sum sum, String label, BigDecimal rows, BigDecimal report, long count) throws Exception {
    BigDecimal difference = plain(rows.subtract(report));
    return new ControlTotal(
        sum.column().name(),
        label,
        plain(rows),
        plain(report),
        difference,
        verdict(sum, difference, count));
  }

  private ControlTotal.Verdict verdict(Sum sum, BigDecimal difference, long count)
      throws Exception {
    if (difference.signum() == 0) {
      return ControlTotal.Verdict.MET;
    }
    BigDecimal masked = masked(sum.column());
    if (difference.signum() < 0 && difference.abs().compareTo(masked) <= 0) {
      return ControlTotal.Verdict.MASKED;
    }
    double rounding =
        sum.scale() == 0 ? 0 : ROUNDING * Math.sqrt(count) * Math.pow(10, -sum.scale());
    return difference.abs().doubleValue() <= rounding
        ? ControlTotal.Verdict.ROUNDING
        : ControlTotal.Verdict.MISSED;
  }

  /** The most that cells such as {@code <5} can hold together. */
  private BigDecimal masked(Decided column) throws Exception {
    String text = stored.text(column.name());
    String sum =
        session.query(
                "SELECT coalesce(sum(TRY_CAST(regexp_extract("
                    + text
                    + ", '([0-9]+)', 1) AS BIGINT)), 0) FROM "
                    + stored.table()
                    + " WHERE starts_with(trim("
                    + text
                    + "), '<')")
            .getFirst()[0];
    return new BigDecimal(String.valueOf(sum));
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private @Nullable Period period() throws Exception {
    Period stated =
        PeriodText.of(
            aside.stream()
                .filter(line -> line.kind() != AsideLine.Kind.TOTAL)
                .map(AsideLine::text)
                .toList());
    if (match == null) {
      return stated;
    }
    var found = new ArrayList<Period>();
    for (Role role : List.of(Role.DAY, Role.MOMENT, Role.PERIOD_START, Role.PERIOD_END)) {
      boolean whole = role == Role.PERIOD_START || role == Role.PERIOD_END || found.isEmpty();
      Optional<Period> covered = whole ? covered(role) : Optional.empty();
      covered.ifPresent(found::add);
    }
    if (found.isEmpty()) {
      return stated;
    }
    // the period that rows state themselves is the report's; the days that have rows may be fewer
    Period last = found.getLast();
    return new Period(
        found.stream().map(Period::from).min(LocalDate::compareTo).orElse(last.from()),
        found.stream().map(Period::to).max(LocalDate::compareTo).orElse(last.to()));
  }

  private Optional<Period> covered(Role role) throws Exception {
    Optional<Decided> column = column(role);
    boolean temporal =
        column.isPresent()
            && (column.get().reading().type() == ColumnType.DATE
                || column.get().reading().type() == ColumnType.TIMESTAMP);
    if (!temporal) {
      return Optional.empty();
    }
    String value = stored.value(column.get().name(), column.get().reading());
    @Nullable String[] row =
        session
            .query(
                "SELECT CAST(min(v) AS DATE), CAST(max(v) AS DATE) FROM (SELECT "
                    + value
                    + " AS v FROM "
                    + stored.table()
                    + ")")
            .getFirst();
    String from = row[0];
    String to = row[1];
    return from == null || to == null
        ? Optional.empty()
        : Optional.of(new Period(LocalDate.parse(from), LocalDate.parse(to)));
  }

  private Optional<Decided> column(Role role) {
    return Objects.requireNonNull(match)
        .column(role)
        .flatMap(name -> columns.stream().filter(column -> column.name().equals(name)).findFirst());
  }

  private Optional<String> currency() throws Exception {
    Optional<Decided> column = column(Role.CURRENCY);
    if (column.isPresent()) {
      var codes = new TreeSet<String>();
      for (@Nullable String[] row :
          session.query(
              "SELECT DISTINCT upper(trim("
                  + stored.text(column.get().name())
                  + ")) FROM "
                  + stored.table()
                  + " LIMIT 50")) {
        String code = row[0];
        if (code != null && code.matches("[A-Z]{3}")) {
          codes.add(code);
        }
      }
      return codes.size() == 1 ? Optional.of(codes.first()) : Optional.empty();
    }
    return headerCurrency().or(this::unitCurrency);
  }

  /** As in {@code Amount spent (EUR)}. */
  private Optional<String> headerCurrency() {
    Match found = Objects.requireNonNull(match);
    var codes = new LinkedHashMap<String, String>();
    found
        .columns()
        .forEach(
            (key, name) -> {
              RecipeColumn column = found.recipe().columns().get(key);
              String code = column == null ? null : column.within(name);
              if (code != null && code.matches("(?i)[a-z]{3}")) {
                codes.put(code.toUpperCase(Locale.ROOT), name);
              }
            });
    return codes.size() == 1 ? Optional.of(codes.keySet().iterator().next()) : Optional.empty();
  }

  /** The one currency that the values of number columns carry. */
  private Optional<String> unitCurrency() {
    var codes = new TreeSet<String>();
    for (Decided column : columns) {
      if (column.reading() instanceof NumberReading number && !number.unit().isEmpty()) {
        String unit = number.unit();
        if (unit.equals("€")) {
          codes.add("EUR");
        } else if (unit.equals("£")) {
          codes.add("GBP");
        } else if (unit.matches("[A-Z]{3}")) {
          codes.add(unit);
        }
      }
    }
    return codes.size() == 1 ? Optional.of(codes.first()) : Optional.empty();
  }
}
