package io.liftwerk.app.window.data;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.ingest.ControlTotal;
import io.liftwerk.ingest.ExportFindings;
import io.liftwerk.ingest.HiddenShare;
import io.liftwerk.ingest.Period;
import io.liftwerk.ingest.Recipes;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.workspace.TableInfo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What a table is, where it is from and whether it adds up, in words. */
final class TableText {
  private static final int MOST_NAMED = 2;

  private final Messages messages;
  private final Formats formats;
  private final DataModel model;

  TableText(Messages messages, DataModel model) {
    this.messages = messages;
    this.formats = messages.formats();
    this.model = model;
  }

  private Recipes.@Nullable Known known(String kind) {
    return model.kind(kind, messages.locale().getLanguage());
  }

  /** What people call an export. */
  String kind(String id) {
    Recipes.Known known = known(id);
    if (known != null) {
      return known.title();
    }
    return id.equals(ExportFindings.GENERIC) ? messages.text("kind.generic") : id;
  }

  /** What people call {@code table}'s export; of what an analysis made, that it did. */
  String kind(TableInfo table) {
    SourceTable source = model.source(table);
    return source == null
        ? messages.text("data.layer." + table.ref().schema())
        : kind(source.findings().kind());
  }

  Feather icon(String kind) {
    Recipes.Known known = known(kind);
    return known == null ? KindIcons.GENERIC : KindIcons.of(known.icon());
  }

  Feather icon(TableInfo table) {
    SourceTable source = model.source(table);
    if (source != null) {
      return icon(source.findings().kind());
    }
    return switch (table.ref().schema()) {
      case "gold" -> Feather.TRENDING_UP;
      case "silver" -> Feather.LAYERS;
      default -> KindIcons.GENERIC;
    };
  }

  /** Heading of a part of the list. */
  String group(TableGroup group) {
    return switch (group.rank()) {
      case PLATFORM -> Platforms.name(group.platform());
      case OTHER -> messages.text("data.group.other");
      case SILVER -> messages.text("data.layer.silver");
      case GOLD -> messages.text("data.layer.gold");
    };
  }

  /** How sure a recognition is. */
  String sure(double confidence) {
    return messages.text("kind.sure", formats.percent(confidence));
  }

  /** What columns mean, in words, by their names. */
  Map<String, String> roles(ExportFindings findings) {
    var words = new LinkedHashMap<String, String>();
    findings.roles().forEach((column, role) -> words.put(column, role(role.json())));
    return words;
  }

  /** What a file's columns would mean, in words, by their names. */
  Map<String, String> roles(Recipes.Fit fit) {
    var words = new LinkedHashMap<String, String>();
    fit.roles().forEach((column, role) -> words.put(column, role(role.json())));
    return words;
  }

  private String role(String id) {
    return messages.textOr("role." + id, id);
  }

  /** What one row stands for; empty where that is not known. */
  String grain(ExportFindings findings) {
    Map<String, String> roles = roles(findings);
    return findings.grain().stream()
        .map(column -> roles.getOrDefault(column, column))
        .distinct()
        .collect(Collectors.joining(" × "));
  }

  String period(Period period) {
    return formats.period(period.from(), period.to());
  }

  /** The finding of a table: what it is, how much, and whether it meets its report. */
  String finding(TableInfo table) {
    SourceTable source = model.source(table);
    long rows = Math.max(0, table.rows());
    if (source == null) {
      return messages.text("data.finding.made", kind(table), rows);
    }
    ExportFindings findings = source.findings();
    boolean generic = findings.kind().equals(ExportFindings.GENERIC);
    String what = generic ? source.file() : kind(findings.kind());
    Period period = findings.period();
    String head =
        period == null
            ? messages.text("data.finding.table", what, rows)
            : messages.text("data.finding.period", what, period(period), rows);
    var rest = new ArrayList<String>();
    if (!findings.totals().isEmpty()) {
      rest.add(verdict(findings.totals()));
    }
    HiddenShare hidden = hidden(findings);
    if (hidden != null) {
      rest.add(
          messages.text(
              "data.finding.hidden", formats.percent(hidden.share(), 1), hidden.column()));
    }
    return rest.isEmpty()
        ? head + "."
        : messages.text("data.finding.judged", head, String.join("; ", rest));
  }

  /** Whether a total of {@code table} is missed. */
  boolean isMissed(TableInfo table) {
    SourceTable source = model.source(table);
    return source != null && !missed(source.findings().totals()).isEmpty();
  }

  static List<ControlTotal> missed(List<ControlTotal> totals) {
    return totals.stream().filter(total -> total.verdict() == ControlTotal.Verdict.MISSED).toList();
  }

  private String verdict(List<ControlTotal> totals) {
    List<ControlTotal> missed = missed(totals);
    if (!missed.isEmpty()) {
      String named =
          missed.stream()
              .limit(MOST_NAMED)
              .map(total -> messages.text("data.finding.difference", total.column(), signed(total)))
              .collect(Collectors.joining(", "));
      return messages.text(
          "data.finding.missed",
          missed.size(),
          totals.size(),
          missed.size() > MOST_NAMED ? named + ", …" : named);
    }
    ControlTotal.Verdict worst =
        totals.stream()
            .map(ControlTotal::verdict)
            .max(Comparator.naturalOrder())
            .orElse(ControlTotal.Verdict.MET);
    return messages.text("data.finding." + worst.name().toLowerCase(Locale.ROOT));
  }

  /** A total's difference with its sign, to as many digits as its figures have. */
  String signed(ControlTotal total) {
    String number = formats.exact(total.difference().abs(), digits(total));
    return switch (total.difference().signum()) {
      case 1 -> "+" + number;
      case -1 -> "\u2212" + number;
      default -> number;
    };
  }

  /** Digits after the decimal sign: as many as the longest of a total's figures has. */
  static int digits(ControlTotal total) {
    return Stream.of(total.rows(), total.report(), total.difference())
        .mapToInt(BigDecimal::scale)
        .max()
        .orElse(0);
  }

  /** The hidden share that matters most: that of the cost, else the greatest. */
  private static @Nullable HiddenShare hidden(ExportFindings findings) {
    Comparator<HiddenShare> cost =
        Comparator.comparing(
            share -> {
              var role = findings.roles().get(share.column());
              return role != null && role.json().equals("cost");
            });
    return findings.hidden().stream()
        .max(cost.thenComparingDouble(HiddenShare::share))
        .orElse(null);
  }
}
