package io.liftwerk.warehouse.kpi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads which key figures there are: {@code kpis.yml}, shipped and in a workspace. */
public final class KpiBook {
  private static final String FILE = "kpis.yml";
  private static final String SHIPPED = "/io/liftwerk/warehouse/project/" + FILE;

  private KpiBook() {}

  /**
   * The shipped key figures, then those of a workspace; one of the same id takes the shipped one's
   * place.
   *
   * @param models the workspace's folder of models
   * @throws WorkbenchException code {@code kpis-unreadable}, naming the file and the line
   */
  public static List<KpiDefinition> of(Path models) {
    var all = new LinkedHashMap<String, KpiDefinition>();
    shipped().forEach(kpi -> all.put(kpi.id(), kpi));
    Path own = models.resolve(FILE);
    if (Files.isRegularFile(own)) {
      try {
        read("models/" + FILE, Files.readString(own)).forEach(kpi -> all.put(kpi.id(), kpi));
      } catch (IOException e) {
        throw unreadable("models/" + FILE, "it cannot be opened", e);
      }
    }
    return List.copyOf(all.values());
  }

  /** Those that are shipped. */
  public static List<KpiDefinition> shipped() {
    try (InputStream in = KpiBook.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException(SHIPPED + " is missing");
      }
      return read(FILE, new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<KpiDefinition> read(String file, String text) {
    try {
      Map<String, List<KpiDefinition>> read =
          new ObjectMapper(new YAMLFactory()).readValue(text, new TypeReference<>() {});
      var kpis = new ArrayList<KpiDefinition>(read.getOrDefault("kpis", List.of()));
      for (KpiDefinition kpi : kpis) {
        check(file, kpi);
      }
      return kpis;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw unreadable(
          file + (line > 0 ? ", line " + line : ""),
          e.getOriginalMessage().lines().findFirst().orElse(""),
          e);
    }
  }

  @SuppressWarnings("NullAway") // what YAML leaves out arrives as null
  private static void check(String file, KpiDefinition kpi) {
    if (kpi == null
        || kpi.id() == null
        || kpi.model() == null
        || kpi.sum() == null
        || kpi.unit() == null) {
      throw unreadable(
          file,
          kpi == null || kpi.id() == null
              ? "a key figure needs id, model, sum and unit"
              : "the key figure " + kpi.id() + " needs model, sum and unit",
          null);
    }
  }

  private static WorkbenchException unreadable(
      String where, String why, @org.jspecify.annotations.Nullable Exception cause) {
    return new WorkbenchException(
        "kpis-unreadable",
        "The key figures in " + where + " cannot be read: " + why + ".",
        "Correct the file, or remove it to have the shipped ones.",
        cause);
  }
}
