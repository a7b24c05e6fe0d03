package io.liftwerk.text;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liftwerk.testsupport.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Precision and recall on Presidio's annotated sentences, and Presidio's own cases for its
 * recognisers. A finding counts when it overlaps a span of the same kind. The floors lie a little
 * below what is reached, so that a change that costs something is noticed.
 */
@Tag("reference")
class PresidioReferenceTest {
  private static final PersonalData DATA = PersonalData.standard();

  /** The regions that Presidio reads telephone numbers of. */
  private static final PersonalData WORLD =
      PersonalData.ofRegions(List.of("US", "GB", "DE", "FR", "IL", "IN", "CA", "BR"));

  private record Floor(PersonalKind kind, double precision, double recall) {}

  private static final Map<String, Floor> FLOORS =
      Map.of(
          "EMAIL_ADDRESS", new Floor(PersonalKind.EMAIL, 0.99, 0.99),
          "PHONE_NUMBER", new Floor(PersonalKind.PHONE, 0.97, 0.96),
          "IBAN_CODE", new Floor(PersonalKind.IBAN, 0.99, 0.99),
          "IP_ADDRESS", new Floor(PersonalKind.IP, 0.99, 0.99),
          "CREDIT_CARD", new Floor(PersonalKind.CARD, 0.97, 0.97),
          "PERSON", new Floor(PersonalKind.NAME, 0.88, 0.75));

  private static JsonNode read(String file) throws IOException {
    return new ObjectMapper().readTree(Files.readString(SharedData.file(file)));
  }

  @Test
  void sentences() throws IOException {
    JsonNode sentences = read("data/pii/presidio_research_dev.json");
    StringBuilder table =
        new StringBuilder("kind            spans  found  exact  wrong  precision  recall\n");
    List<String> below = new ArrayList<>();
    for (Map.Entry<String, Floor> entry : FLOORS.entrySet()) {
      Count count = new Count();
      for (JsonNode sentence : sentences) {
        count.add(sentence, entry.getKey(), entry.getValue().kind());
      }
      table.append(
          String.format(
              Locale.ROOT,
              "%-15s %5d  %5d  %5d  %5d  %9.3f  %6.3f%n",
              entry.getKey(),
              count.spans,
              count.found,
              count.exact,
              count.wrong,
              count.precision(),
              count.recall()));
      Floor floor = entry.getValue();
      if (count.precision() < floor.precision() || count.recall() < floor.recall()) {
        below.add(entry.getKey());
      }
    }
    System.out.println(table);
    assertTrue(below.isEmpty(), () -> below + " below the floor:\n" + table);
  }

  private static final class Count {
    private int spans;
    private int found;
    private int exact;
    private int wrong;

    void add(JsonNode sentence, String type, PersonalKind kind) {
      String text = sentence.get("full_text").asText();
      List<Span> findings = DATA.find(text).stream().filter(span -> span.kind() == kind).toList();
      boolean[] right = new boolean[findings.size()];
      for (JsonNode gold : sentence.get("spans")) {
        if (!gold.get("entity_type").asText().equals(type)) {
          continue;
        }
        int start = text.offsetByCodePoints(0, gold.get("start_position").asInt());
        int end = text.offsetByCodePoints(0, gold.get("end_position").asInt());
        boolean hit = false;
        for (int i = 0; i < findings.size(); i++) {
          Span span = findings.get(i);
          if (span.overlaps(start, end)) {
            hit = true;
            right[i] = true;
            exact += span.start() == start && span.end() == end ? 1 : 0;
          }
        }
        spans++;
        found += hit ? 1 : 0;
      }
      for (boolean one : right) {
        wrong += one ? 0 : 1;
      }
    }

    double precision() {
      return found / (double) Math.max(1, found + wrong);
    }

    double recall() {
      return found / (double) Math.max(1, spans);
    }
  }

  /** A group of Presidio's cases: the file it is from, our kind, the smallest share that agrees. */
  private record Cases(String file, PersonalKind kind, PersonalData data, double floor) {}

  @Test
  void casesOfItsRecognisers() throws IOException {
    JsonNode groups = read("reference/text_guardrails.json").get("groups");
    List<Cases> all =
        List.of(
            new Cases("test_email_recognizer.py", PersonalKind.EMAIL, DATA, 1),
            new Cases("test_iban_recognizer.py", PersonalKind.IBAN, DATA, 0.99),
            new Cases("test_ip_recognizer.py", PersonalKind.IP, DATA, 0.92),
            new Cases("test_credit_card_recognizer.py", PersonalKind.CARD, DATA, 0.94),
            new Cases("test_phone_recognizer.py", PersonalKind.PHONE, WORLD, 0.9));
    StringBuilder table = new StringBuilder("cases                            agree  of\n");
    List<String> below = new ArrayList<>();
    for (Cases cases : all) {
      int agree = 0;
      int of = 0;
      for (JsonNode group : groups) {
        if (!group.get("file").asText().endsWith("/" + cases.file())) {
          continue;
        }
        for (JsonNode test : group.get("tests")) {
          for (JsonNode one : test.get("cases")) {
            // a leniency other than the default is an option of theirs
            if (one.has("expected_len") && !one.has("leniency")) {
              of++;
              boolean same = agrees(one, cases);
              agree += same ? 1 : 0;
              table.append(same ? "" : "  differs: " + one.toString().replace('\n', ' ') + "\n");
            }
          }
        }
      }
      table.append(String.format(Locale.ROOT, "%-32s %5d %3d%n", cases.file(), agree, of));
      if (of == 0 || agree < cases.floor() * of) {
        below.add(cases.file());
      }
    }
    System.out.println(table);
    assertTrue(below.isEmpty(), () -> below + " below the floor:\n" + table);
  }

  private static boolean agrees(JsonNode one, Cases cases) {
    String text = one.get(one.has("iban") ? "iban" : "text").asText();
    List<Span> spans =
        cases.data().find(text).stream().filter(span -> span.kind() == cases.kind()).toList();
    if (spans.size() != one.get("expected_len").asInt()) {
      return false;
    }
    JsonNode places =
        one.has("expected_res") ? one.get("expected_res") : one.get("expected_positions");
    for (int i = 0; i < Math.min(places.size(), spans.size()); i++) {
      Span span = spans.get(i);
      if (span.start() != places.get(i).get(0).asInt()
          || span.end() != places.get(i).get(1).asInt()) {
        return false;
      }
    }
    return true;
  }
}
