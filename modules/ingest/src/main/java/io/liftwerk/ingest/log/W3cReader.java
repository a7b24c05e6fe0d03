package io.liftwerk.ingest.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * W3C extended logs, as IIS, CloudFront and streaming servers write them: lines that begin with
 * {@code #} describe those below, {@code #Fields:} names their fields and may do so again with
 * others. Fields are separated by blanks, a text with blanks stands in quotes that are doubled
 * inside; CloudFront separates by tabs and quotes nothing.
 */
final class W3cReader implements LineReader {
  private static final byte[] FIELDS = "#Fields:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DATE = "#Date:".getBytes(StandardCharsets.US_ASCII);
  private static final int DATE_LENGTH = 10;

  private final Map<String, Integer> columnNumbers = new LinkedHashMap<>();
  private final List<LogColumn> columns = new ArrayList<>();
  private final LogTime time = new LogTime();
  private @Nullable W3cFields section;
  private byte[] day = new byte[0];
  private int[] from = new int[64];
  private int[] to = new int[64];
  private boolean[] doubled = new boolean[64];
  private int found;

  /** The format, when one of the first lines names fields as a W3C log does. */
  static @Nullable LogFormat detect(Sample sample) {
    var reader = new W3cReader();
    for (Sample.Line line : sample.lines()) {
      reader.survey(sample.bytes(), line.from(), line.to());
    }
    if (reader.columns.isEmpty()) {
      return null;
    }
    int lines = 0;
    int fits = 0;
    var values = new LogValues();
    for (Sample.Line line : sample.lines()) {
      switch (reader.read(sample.bytes(), line.from(), line.to(), values)) {
        case RECORD -> {
          lines++;
          fits++;
        }
        case REJECT -> lines++;
        case ASIDE -> {
          // a header fits by itself
        }
      }
    }
    boolean front = reader.columns.stream().anyMatch(c -> c.name().startsWith("x_edge_"));
    LogMatch match =
        front
            ? new LogMatch("server-log-cloudfront", "format of Amazon CloudFront", lines, fits)
            : new LogMatch("server-log-w3c", "W3C extended format", lines, fits);
    return new LogFormat(match, W3cReader::new);
  }

  @Override
  public boolean surveys() {
    return true;
  }

  @Override
  public void survey(byte[] line, int first, int last) {
    if (first < last && line[first] == '#' && startsWith(line, first, last, FIELDS)) {
      W3cFields fields = W3cFields.of(line, first + FIELDS.length, last);
      if (fields == null) {
        return;
      }
      for (LogColumn column : fields.columns()) {
        if (!columnNumbers.containsKey(column.name())) {
          columnNumbers.put(column.name(), columns.size());
          columns.add(column);
        }
      }
    }
  }

  @Override
  public List<LogColumn> columns() {
    return columns;
  }

  @Override
  public Verdict read(byte[] line, int first, int last, LogValues values) {
    values.start(line, columns.size());
    if (first < last && line[first] == '#') {
      directive(line, first, last);
      return Verdict.ASIDE;
    }
    split(line, first, last);
    if (found == 0) {
      return values.reject(LogDetector.EMPTY);
    }
    W3cFields fields = section;
    if (fields == null) {
      return values.reject("no line with '#Fields:' stands above it");
    }
    if (found != fields.size()) {
      return values.reject(
          found + (found == 1 ? " field" : " fields") + " instead of " + fields.size());
    }
    String problem = moment(line, fields, values);
    for (int i = 0; i < found && problem == null; i++) {
      problem = field(line, fields, i, values);
    }
    return problem == null ? Verdict.RECORD : values.reject(problem);
  }

  private void directive(byte[] line, int first, int last) {
    if (startsWith(line, first, last, FIELDS)) {
      section = W3cFields.of(line, first + FIELDS.length, last);
    } else if (startsWith(line, first, last, DATE)) {
      int at = first + DATE.length;
      while (at < last && line[at] == ' ') {
        at++;
      }
      day = Arrays.copyOfRange(line, at, Math.min(last, at + DATE_LENGTH));
    }
  }

  private @Nullable String field(byte[] line, W3cFields fields, int i, LogValues values) {
    if (fields.isMoment(i)) {
      return null;
    }
    int column = number(fields.column(i).name());
    LogColumn.Type type = fields.column(i).type();
    int start = from[i];
    int end = to[i];
    if (type == LogColumn.Type.TEXT) {
      text(line, fields, i, column, values);
      return null;
    }
    if (!Numbers.fits(line, start, end, type)) {
      return Numbers.misfit(line, start, end, fields.column(i).name());
    }
    if (fields.isDuration(i) && point(line, start, end)) {
      // IIS counts whole milliseconds, all others seconds with a fraction
      String seconds = new String(line, start, end - start, StandardCharsets.US_ASCII);
      values.text(column, Milliseconds.ofSeconds(seconds));
      return null;
    }
    values.slice(column, start, end);
    return null;
  }

  private void text(byte[] line, W3cFields fields, int i, int column, LogValues values) {
    int start = from[i];
    int end = to[i];
    if (fields.isTarget(i)) {
      int question = start;
      while (question < end && line[question] != '?') {
        question++;
      }
      if (question + 1 < end) {
        values.slice(column, start, question);
        values.slice(number("query"), question + 1, end);
        return;
      }
    }
    if (doubled[i]) {
      String text = new String(line, start, end - start, StandardCharsets.UTF_8);
      values.text(column, text.replace("\"\"", "\""));
    } else {
      values.slice(column, start, end);
    }
  }

  private static boolean point(byte[] line, int start, int end) {
    for (int i = start; i < end; i++) {
      if (line[i] == '.') {
        return true;
      }
    }
    return false;
  }

  /** Joins date and time of day; a log of times alone tells the date above them. */
  private @Nullable String moment(byte[] line, W3cFields fields, LogValues values) {
    int clock = fields.time();
    int date = fields.date();
    if (clock < 0) {
      return null;
    }
    byte[] joined = new byte[DATE_LENGTH + 1 + to[clock] - from[clock]];
    byte[] source = date < 0 ? day : line;
    int start = date < 0 ? 0 : from[date];
    int length = date < 0 ? day.length : to[date] - from[date];
    if (length == DATE_LENGTH) {
      System.arraycopy(source, start, joined, 0, length);
      joined[DATE_LENGTH] = ' ';
      System.arraycopy(line, from[clock], joined, DATE_LENGTH + 1, to[clock] - from[clock]);
      if (time.iso(joined, 0, joined.length, values, number("time"))) {
        if (!fields.local()) {
          values.markUtc();
        }
        return null;
      }
    }
    return Numbers.noTime(line, from[date < 0 ? clock : Math.min(date, clock)], to[clock]);
  }

  private int number(String name) {
    return java.util.Objects.requireNonNull(columnNumbers.get(name));
  }

  private void split(byte[] line, int first, int last) {
    found = 0;
    boolean tabs = false;
    for (int i = first; i < last && !tabs; i++) {
      tabs = line[i] == '\t';
    }
    int at = first;
    if (tabs) {
      while (at <= last) {
        int end = at;
        while (end < last && line[end] != '\t') {
          end++;
        }
        add(at, end, false);
        at = end + 1;
      }
      return;
    }
    while (at < last) {
      if (line[at] == ' ') {
        at++;
      } else if (line[at] == '"') {
        at = quoted(line, at, last);
      } else {
        int end = at;
        while (end < last && line[end] != ' ') {
          end++;
        }
        add(at, end, false);
        at = end;
      }
    }
  }

  private int quoted(byte[] line, int quote, int last) {
    boolean pairs = false;
    for (int i = quote + 1; i < last; i++) {
      if (line[i] != '"') {
        continue;
      }
      if (i + 1 < last && line[i + 1] == '"') {
        pairs = true;
        i++;
      } else if (i + 1 == last || line[i + 1] == ' ') {
        add(quote + 1, i, pairs);
        return i + 1;
      }
    }
    // no quote closes it, so it is a character like any other
    int end = quote;
    while (end < last && line[end] != ' ') {
      end++;
    }
    add(quote, end, false);
    return end;
  }

  private void add(int first, int last, boolean pairs) {
    if (found == from.length) {
      from = Arrays.copyOf(from, found * 2);
      to = Arrays.copyOf(to, found * 2);
      doubled = Arrays.copyOf(doubled, found * 2);
    }
    from[found] = first;
    to[found] = last;
    doubled[found++] = pairs;
  }

  private static boolean startsWith(byte[] line, int first, int last, byte[] sign) {
    return last - first >= sign.length
        && Arrays.equals(line, first, first + sign.length, sign, 0, sign.length);
  }
}
