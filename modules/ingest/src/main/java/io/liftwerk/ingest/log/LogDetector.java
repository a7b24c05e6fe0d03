package io.liftwerk.ingest.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the first lines of a text whether it is a server log, and in which format. Half of
 * them must fit: less is a text that quotes a log, more would be too much for one with noise in it.
 */
public final class LogDetector {
  static final String EMPTY = "the line is empty";

  /** A line that fails with one of these has the shape of the format all the same. */
  private static final Set<String> NOISE =
      Set.of(RequestLine.EMPTY, RequestLine.TLS, RequestLine.OTHER);

  private LogDetector() {}

  /**
   * @param text in UTF-8 or a superset of ASCII, without BOM
   * @param whole whether the text ends with {@code length}
   * @return null when it is no server log
   */
  public static @Nullable LogFormat of(byte[] text, int length, boolean whole) {
    Sample sample = Sample.of(text, length, whole);
    if (sample.lines().isEmpty()) {
      return null;
    }
    LogFormat fields = W3cReader.detect(sample);
    if (fields != null) {
      return fields;
    }
    LogFormat json = JsonLogReader.detect(sample);
    return json != null ? json : template(sample);
  }

  private static @Nullable LogFormat template(Sample sample) {
    var fitting = new ArrayList<Integer>();
    int best = 0;
    for (Template template : Templates.ALL) {
      int fits = fitting(sample, template, new ArrayList<>());
      fitting.add(fits);
      best = Math.max(best, fits);
    }
    int lines = sample.lines().size();
    if (best * 2 < lines) {
      return null;
    }
    for (int i = 0; i < fitting.size(); i++) {
      if (fitting.get(i) * 2 >= best) {
        return format(sample, Templates.ALL.get(i), fitting.get(i));
      }
    }
    return null;
  }

  private static LogFormat format(Sample sample, Template template, int fitting) {
    var tails = new ArrayList<byte[]>();
    fitting(sample, template, tails);
    int behind = template.columns().size();
    Tail tail = template.open() ? Tail.of(behind, tails) : Tail.none(behind);
    var match = new LogMatch(template.id(), template.name(), sample.lines().size(), fitting);
    return new LogFormat(match, () -> new TemplateReader(template, tail));
  }

  /** How many lines have the template's shape; what stands behind them goes to {@code tails}. */
  private static int fitting(Sample sample, Template template, List<byte[]> tails) {
    int behind = template.columns().size();
    var reader = new TemplateReader(template, Tail.none(behind));
    var values = new LogValues();
    int fits = 0;
    for (Sample.Line line : sample.lines()) {
      LineReader.Verdict verdict = reader.read(sample.bytes(), line.from(), line.to(), values);
      if (verdict == LineReader.Verdict.RECORD) {
        fits++;
        tails.add(Arrays.copyOfRange(values.bytes(behind), values.from(behind), values.to(behind)));
      } else if (NOISE.contains(values.reason())) {
        fits++;
      }
    }
    return fits;
  }
}
