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
    var counts = Templates.ALL.stream().map(template -> count(sample, template)).toList();
    int records = counts.stream().mapToInt(Count::records).max().orElse(0);
    int fits = counts.stream().mapToInt(Count::fits).max().orElse(0);
    if (fits * 2 < sample.lines().size()) {
      return null;
    }
    if (records == 0) {
      // nothing but noise, which has the beginning of the most modest format
      return format(sample, Templates.ALL.getLast(), counts.getLast());
    }
    for (int i = 0; i < counts.size(); i++) {
      if (counts.get(i).records() * 2 >= records) {
        return format(sample, Templates.ALL.get(i), counts.get(i));
      }
    }
    return null;
  }

  /**
   * How a template suits a sample.
   *
   * @param records lines that are records
   * @param noise lines of that shape that are no requests
   * @param tails what stands behind the last field of each record
   */
  private record Count(int records, int noise, List<byte[]> tails) {
    int fits() {
      return records + noise;
    }
  }

  private static LogFormat format(Sample sample, Template template, Count count) {
    int behind = template.columns().size();
    Tail tail = template.open() ? Tail.of(behind, count.tails()) : Tail.none(behind);
    var match = new LogMatch(template.id(), template.name(), sample.lines().size(), count.fits());
    return new LogFormat(match, () -> new TemplateReader(template, tail));
  }

  private static Count count(Sample sample, Template template) {
    int behind = template.columns().size();
    var reader = new TemplateReader(template, Tail.none(behind));
    var values = new LogValues();
    var tails = new ArrayList<byte[]>();
    int noise = 0;
    for (Sample.Line line : sample.lines()) {
      LineReader.Verdict verdict = reader.read(sample.bytes(), line.from(), line.to(), values);
      if (verdict == LineReader.Verdict.RECORD) {
        tails.add(Arrays.copyOfRange(values.bytes(behind), values.from(behind), values.to(behind)));
      } else if (NOISE.contains(values.reason())) {
        noise++;
      }
    }
    return new Count(tails.size(), noise, tails);
  }
}
