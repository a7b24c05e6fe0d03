package io.liftwerk.ingest.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a {@code #Fields:} line says, in the names all logs share. */
final class W3cFields {
  /** Ours, and theirs in the order in which they are preferred. */
  private static final Map<String, List<String>> KNOWN =
      Map.ofEntries(
          Map.entry("ip", List.of("c-ip")),
          Map.entry("user", List.of("cs-username")),
          Map.entry("method", List.of("cs-method")),
          Map.entry("path", List.of("cs-uri-stem", "cs-uri")),
          Map.entry("query", List.of("cs-uri-query")),
          Map.entry("protocol", List.of("cs-version", "cs-protocol-version")),
          Map.entry("scheme", List.of("cs-protocol")),
          Map.entry("status", List.of("sc-status", "c-status")),
          Map.entry("bytes", List.of("sc-bytes")),
          Map.entry("bytes_received", List.of("cs-bytes")),
          Map.entry("referrer", List.of("cs(referer)", "cs(referrer)", "cs-referer")),
          Map.entry("user_agent", List.of("cs(user-agent)", "cs-user-agent", "c-agent")),
          Map.entry("host", List.of("x-host-header", "cs-host", "cs(host)")),
          Map.entry("cookie", List.of("cs(cookie)")),
          Map.entry("duration_ms", List.of("time-taken", "timetakenms")),
          Map.entry("server_ip", List.of("s-ip")),
          Map.entry("port", List.of("s-port")),
          Map.entry("client_port", List.of("c-port")),
          Map.entry("forwarded_for", List.of("x-forwarded-for", "cs(x-forwarded-for)", "s-xff")));

  /** Names as the specification builds them, such as {@code cs(Referer)}. */
  private static final Pattern NAME =
      Pattern.compile("(?:c|s|r|cs|sc|sr|rs|x)(?:-\\w.*|\\(.+\\))|date|time|time-taken");

  private static final int ENOUGH = 3;
  private static final List<String> DATES = List.of("date", "date-local");
  private static final List<String> TIMES = List.of("time", "time-local");

  private final List<LogColumn> perField = new ArrayList<>();
  private final List<LogColumn> columns = new ArrayList<>();
  private final int date;
  private final int time;
  private final boolean local;
  private final int target;
  private final int duration;

  private W3cFields(List<String> names) {
    List<String> lower = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    this.date = first(lower, DATES);
    this.time = first(lower, TIMES);
    this.local = time >= 0 && lower.get(time).endsWith("-local");
    List<String> ours = ours(lower);
    // where the query has no field of its own, it stands behind the path
    this.target = ours.contains("query") ? -1 : ours.indexOf("path");
    this.duration = ours.indexOf("duration_ms");
    Set<String> used = new HashSet<>();
    if (time >= 0) {
      columns.add(LogColumn.of("time"));
      used.add("time");
    }
    for (int i = 0; i < names.size(); i++) {
      String name = ours.get(i).isEmpty() ? free(LogColumn.snake(lower.get(i)), used) : ours.get(i);
      boolean known = !ours.get(i).isEmpty();
      LogColumn column =
          known ? LogColumn.of(name) : new LogColumn(name, LogColumn.Type.TEXT, false);
      perField.add(column);
      if (!isMoment(i)) {
        used.add(name);
        columns.add(column);
      }
      if (i == target) {
        columns.add(LogColumn.of("query").whereFilled());
        used.add("query");
      }
    }
  }

  /**
   * @return null when these are not the fields of a W3C log
   */
  static @Nullable W3cFields of(byte[] line, int from, int to) {
    String text = new String(line, from, to - from, StandardCharsets.UTF_8).strip();
    List<String> names = List.of(text.split("\\s+"));
    long named =
        names.stream().filter(n -> NAME.matcher(n.toLowerCase(Locale.ROOT)).matches()).count();
    return named < ENOUGH ? null : new W3cFields(names);
  }

  private static int first(List<String> names, List<String> wanted) {
    return wanted.stream().mapToInt(names::indexOf).filter(i -> i >= 0).findFirst().orElse(-1);
  }

  /** For each field our name, or an empty one where it keeps its own. */
  private static List<String> ours(List<String> names) {
    var ours = new ArrayList<String>(names.stream().map(name -> "").toList());
    KNOWN.forEach(
        (our, theirs) -> {
          int field = first(names, theirs);
          if (field >= 0) {
            ours.set(field, our);
          }
        });
    return ours;
  }

  private static String free(String name, Set<String> used) {
    String free = KNOWN.containsKey(name) || name.equals("time") ? name + "_field" : name;
    for (int n = 2; used.contains(free); n++) {
      free = name + "_" + n;
    }
    return free;
  }

  int size() {
    return perField.size();
  }

  /** The columns these fields make; date and time of day are one. */
  List<LogColumn> columns() {
    return columns;
  }

  LogColumn column(int field) {
    return perField.get(field);
  }

  int date() {
    return date;
  }

  int time() {
    return time;
  }

  /** Whether the times are the server's own; else they are in UTC, as the specification says. */
  boolean local() {
    return local;
  }

  /** Whether the field is part of the moment. */
  boolean isMoment(int field) {
    return time >= 0 && (field == date || field == time);
  }

  /** Whether a query may stand behind the path in this field. */
  boolean isTarget(int field) {
    return field == target;
  }

  boolean isDuration(int field) {
    return field == duration;
  }
}
