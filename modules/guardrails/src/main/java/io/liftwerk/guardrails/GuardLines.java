package io.liftwerk.guardrails;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.text.Language;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks texts that come as lines of JSON, and writes a verdict a line in the same order. A line is
 *
 * <pre>
 * {"id":"1","text":"…","direction":"input"}
 * </pre>
 *
 * <p>and may say more of an output: {@code language} ({@code de} or {@code en}), {@code evidence}
 * (a list of {@code {"id","text","url"}}), {@code urls}, {@code address} ({@code du}, {@code sie}),
 * {@code brand}, {@code market}, and {@code schema}, a JSON Schema. What it says besides is passed
 * over. A line that cannot be read gets no verdict, which nobody can take for a pass; those after
 * it are checked all the same.
 *
 * <p>Memory is bounded by the longest line, which has at most {@link #LONGEST} bytes, and by what
 * is read ahead for the processors.
 */
public final class GuardLines {
  /** Bytes of the longest line. */
  public static final int LONGEST = 64 << 20;

  /** What is read ahead: so many bytes or lines. */
  private static final int AHEAD_BYTES = 1 << 20;

  private static final int AHEAD_LINES = 512;

  private final Guardrails rails;

  public GuardLines(Guardrails rails) {
    this.rails = rails;
  }

  /**
   * What became of the lines.
   *
   * @param broken lines without a verdict
   * @param first the first of them, and what is wrong with it; null where there is none
   */
  public record Summary(
      long lines, long passed, long redacted, long blocked, long broken, @Nullable String first) {

    /**
     * @throws WorkbenchException code {@code guard-lines} when a line was broken
     */
    public void throwIfBroken() {
      if (first != null) {
        throw new WorkbenchException(
            "guard-lines",
            broken == 1
                ? "A line was not checked: " + first + "."
                : "%d lines were not checked, the first of them: %s.".formatted(broken, first),
            "Write lines with id, text and direction.");
      }
    }
  }

  /** One line's verdict as JSON, or what is wrong with the line. */
  private record Outcome(
      @Nullable String json, @Nullable Decision verdict, @Nullable String fault) {}

  /**
   * Reads until there is no more line.
   *
   * @param out gets one line of JSON for each line that could be read
   */
  public Summary run(InputStream in, Writer out) throws IOException {
    var counts = new long[Decision.values().length];
    long number = 0;
    long broken = 0;
    String first = null;
    try (var lines = new LineReader(in, LONGEST)) {
      List<LineReader.Line> ahead = ahead(lines);
      while (!ahead.isEmpty()) {
        List<Outcome> outcomes = ahead.parallelStream().map(this::outcome).toList();
        for (Outcome outcome : outcomes) {
          number++;
          if (outcome.fault() != null) {
            broken++;
            first = first == null ? "line " + number + " " + outcome.fault() : first;
          } else if (outcome.json() != null && outcome.verdict() != null) {
            out.write(outcome.json());
            out.write('\n');
            counts[outcome.verdict().ordinal()]++;
          }
        }
        out.flush();
        ahead = ahead(lines);
      }
    }
    return new Summary(number, counts[0], counts[1], counts[2], broken, first);
  }

  private static List<LineReader.Line> ahead(LineReader lines) throws IOException {
    var ahead = new ArrayList<LineReader.Line>();
    long bytes = 0;
    while (bytes < AHEAD_BYTES && ahead.size() < AHEAD_LINES) {
      // whoever types waits for an answer to the line, not to a hundred
      if (!ahead.isEmpty() && !lines.hasMoreAtOnce()) {
        break;
      }
      LineReader.Line line = lines.next();
      if (line == null) {
        break;
      }
      ahead.add(line);
      bytes += line.bytes().length;
    }
    return ahead;
  }

  private Outcome outcome(LineReader.Line line) {
    if (line.tooLong()) {
      return new Outcome(null, null, "has more than %d MB".formatted(LONGEST >> 20));
    }
    if (line.isBlank()) {
      return new Outcome(null, null, null);
    }
    GuardRequest request;
    try {
      request = request(Json.mapper().readTree(line.bytes()));
    } catch (JacksonException e) {
      return new Outcome(null, null, "is no JSON");
    } catch (IOException e) {
      return new Outcome(null, null, "is not in UTF-8");
    } catch (Unusable e) {
      return new Outcome(null, null, e.fault);
    }
    try {
      Verdict verdict = rails.check(request);
      return new Outcome(json(verdict).toString(), verdict.verdict(), null);
    } catch (WorkbenchException e) {
      return new Outcome(null, null, "cannot be used (" + e.sentence() + ")");
    }
  }

  /** A line that is JSON and no request. */
  private static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;
    private final String fault;

    Unusable(String fault) {
      super(fault, null, false, false);
      this.fault = fault;
    }
  }

  private static GuardRequest request(JsonNode line) throws Unusable {
    if (!line.isObject()) {
      throw new Unusable("is no object");
    }
    JsonNode id = line.path("id");
    if (!id.isTextual() && !id.isNumber()) {
      throw new Unusable("has no 'id'");
    }
    JsonNode text = line.path("text");
    if (!text.isTextual()) {
      throw new Unusable("has no 'text'");
    }
    return new GuardRequest(
        id.asText(),
        text.asText(),
        direction(line.path("direction")),
        language(line.path("language")),
        evidence(line.path("evidence")),
        urls(line.path("urls")),
        shape(line.path("schema")),
        address(line.path("address")),
        textOrNull(line, "brand"),
        market(line));
  }

  private static Direction direction(JsonNode node) throws Unusable {
    for (Direction direction : Direction.values()) {
      if (direction.word().equals(node.asText())) {
        return direction;
      }
    }
    throw new Unusable("has no 'direction' of input, source or output");
  }

  private static @Nullable Language language(JsonNode node) {
    return switch (node.asText()) {
      case "de" -> Language.GERMAN;
      case "en" -> Language.ENGLISH;
      default -> null;
    };
  }

  private static @Nullable List<Evidence> evidence(JsonNode node) throws Unusable {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isArray()) {
      throw new Unusable("has an 'evidence' that is no list");
    }
    var evidence = new ArrayList<Evidence>();
    for (JsonNode passage : node) {
      if (!passage.path("text").isTextual()) {
        throw new Unusable("has an 'evidence' without 'text'");
      }
      evidence.add(
          new Evidence(
              passage.path("id").asText(""),
              passage.get("text").asText(),
              textOrNull(passage, "url")));
    }
    return evidence;
  }

  private static Set<String> urls(JsonNode node) throws Unusable {
    if (!node.isMissingNode() && !node.isNull() && !node.isArray()) {
      throw new Unusable("has 'urls' that are no list");
    }
    var urls = new HashSet<String>();
    node.forEach(url -> urls.add(url.asText()));
    return urls;
  }

  private static @Nullable Shape shape(JsonNode node) {
    return node.isObject() || node.isBoolean() ? new Shape.JsonShape(node.toString()) : null;
  }

  private static @Nullable Address address(JsonNode node) throws Unusable {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    for (Address address : Address.values()) {
      if (address.word().equals(node.asText())) {
        return address;
      }
    }
    throw new Unusable("has an 'address' other than du, sie and either");
  }

  private static @Nullable String market(JsonNode line) {
    String market = textOrNull(line, "market");
    return market == null ? null : market.toUpperCase(Locale.ROOT);
  }

  private static @Nullable String textOrNull(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() ? value.asText() : null;
  }

  /** A verdict as lines carry it, without its trace. */
  public static ObjectNode json(Verdict verdict) {
    ObjectNode json =
        Json.mapper()
            .createObjectNode()
            .put("id", verdict.id())
            .put("verdict", verdict.verdict().word())
            .put("text", verdict.text());
    ArrayNode findings = json.putArray("findings");
    for (Finding finding : verdict.findings()) {
      findings
          .addObject()
          .put("rail", finding.rail().word())
          .put("kind", finding.kind())
          .put("start", finding.start())
          .put("end", finding.end())
          .put("reason", finding.reason());
    }
    return json;
  }
}
