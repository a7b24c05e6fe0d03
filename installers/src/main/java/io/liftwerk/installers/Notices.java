package io.liftwerk.installers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The licences of all that is installed, in the folder {@code legal}: what the jars say themselves,
 * one folder a jar; the texts and names that others ask to be kept; and a list of everything.
 */
final class Notices {
  private static final Pattern TEXT =
      Pattern.compile(
          "(META-INF/)?(licen[cs]es?/)?[^/]*(licen[cs]e|notice|copying|copyright)[^/]*",
          Pattern.CASE_INSENSITIVE);

  private Notices() {}

  /**
   * Writes them.
   *
   * @param jars what is installed
   * @param bill the bill of materials, in CycloneDX's JSON
   * @param texts folder of the texts that jars do not bring
   * @param legal where they go
   */
  static void write(List<Path> jars, Path bill, Path texts, Path legal) throws IOException {
    Files.createDirectories(legal);
    for (Path jar : jars) {
      own(jar, legal);
    }
    try (Stream<Path> files = Files.list(texts)) {
      for (Path text : files.toList()) {
        Files.copy(
            text,
            legal.resolve(String.valueOf(text.getFileName())),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.writeString(legal.resolve("THIRD-PARTY.txt"), list(bill));
  }

  private static void own(Path jar, Path legal) throws IOException {
    String name = String.valueOf(jar.getFileName());
    try (var zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().filter(one -> !one.isDirectory()).toList()) {
        if (TEXT.matcher(entry.getName()).matches() && !entry.getName().endsWith(".class")) {
          Path target = legal.resolve(name).resolve(entry.getName().replace('/', '_'));
          Files.createDirectories(legal.resolve(name));
          try (InputStream bytes = zip.getInputStream(entry)) {
            Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
  }

  /** A line a component: its name, its version, its licences. */
  static String list(Path bill) throws IOException {
    JsonNode components = new ObjectMapper().readTree(Files.readString(bill)).path("components");
    var lines = new TreeSet<String>();
    for (JsonNode component : components) {
      String group = component.path("group").asText();
      if (!group.equals("io.liftwerk")) {
        lines.add(
            String.format(
                Locale.ROOT,
                "%-52s %-12s %s",
                group + ":" + component.path("name").asText(),
                component.path("version").asText(),
                String.join(" or ", licences(component))));
      }
    }
    return "What comes with Liftwerk, and under which licence. The texts lie beside this list.\n\n"
        + String.join("\n", lines)
        + "\n";
  }

  private static List<String> licences(JsonNode component) {
    var found = new ArrayList<String>();
    for (JsonNode one : component.path("licenses")) {
      JsonNode licence = one.path("license");
      Stream.of(one.path("expression"), licence.path("id"), licence.path("name"))
          .filter(JsonNode::isTextual)
          .map(JsonNode::asText)
          .findFirst()
          .ifPresent(found::add);
    }
    return found.isEmpty() ? List.of(unsaid(component)) : found;
  }

  /** The few that do not say it in their own description. */
  private static String unsaid(JsonNode component) {
    return Optional.of(component.path("publisher").asText())
        .filter(text -> !text.isBlank())
        .map(text -> "as told by " + text)
        .orElse("see NOTICES.txt");
  }
}
