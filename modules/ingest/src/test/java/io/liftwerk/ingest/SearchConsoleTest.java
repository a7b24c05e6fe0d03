package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of one Search Console export are held against each other. */
class SearchConsoleTest {
  private static final Path SAMPLES = Path.of(System.getProperty("liftwerk.root"), "sample-data");

  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Map<String, ImportedTable> load(List<Path> paths) {
    return bench
        .result(ImportRequest.of(paths.stream().map(Path::toString).toList()))
        .tables()
        .stream()
        .collect(Collectors.toMap(ImportedTable::kind, Function.identity()));
  }

  @Test
  void cutQueriesAreToldAndDevicesAgree() {
    Map<String, ImportedTable> tables = load(List.of(SAMPLES.resolve("search-console")));
    ImportedTable queries = Objects.requireNonNull(tables.get("search-console-queries"));
    HiddenShare clicks = queries.hidden().getFirst();
    assertEquals(new BigDecimal("23220"), clicks.value());
    assertEquals(new BigDecimal("41720"), clicks.total());
    assertEquals(
        "Search Console cuts such lists off: these 1,000 rows carry 44.3 % of Klicks; 17.8 % of"
            + " Impressionen of its own days.",
        queries.notes().getFirst());
    for (String kind : List.of("search-console-devices", "search-console-countries")) {
      assertEquals(
          List.of(ControlTotal.Verdict.MET, ControlTotal.Verdict.MET),
          Objects.requireNonNull(tables.get(kind)).totals().stream()
              .map(ControlTotal::verdict)
              .toList(),
          kind);
    }
    assertEquals(
        queries.hidden(),
        new BronzeTables(bench.workspace()).find(queries.name()).orElseThrow().findings().hidden());
  }

  @Test
  void aDayThatIsMissingIsNoticed() {
    Path days =
        bench.file("Dates.csv", "Date,Clicks,Impressions,CTR,Position\n2026-09-01,5,50,10%,3.1\n");
    Path devices =
        bench.file(
            "Devices.csv",
            "Device,Clicks,Impressions,CTR,Position\nMobile,4,40,10%,3\nDesktop,3,20,15%,3\n");
    ControlTotal clicks =
        Objects.requireNonNull(load(List.of(days, devices)).get("search-console-devices"))
            .totals()
            .getFirst();
    assertEquals(ControlTotal.Verdict.MISSED, clicks.verdict());
    assertEquals(new BigDecimal("2"), clicks.difference());
    assertTrue(clicks.label().equalsIgnoreCase("dates"));
  }
}
