package io.liftwerk.warehouse.project;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.warehouse.consent.PolicyText;
import io.liftwerk.warehouse.model.ModelFile;
import io.liftwerk.workspace.Names;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.List;

/**
 * The clock by which moments that say their time zone become days: the variable {@code
 * reporting_time_zone} of the workspace's project, in its {@code dbt_project.yml}.
 */
public final class ReportingZone {
  /** Name of the variable, and of the setting. */
  public static final String NAME = "reporting_time_zone";

  private static final String FILE = "dbt_project.yml";
  private static final String VARS = "vars";
  private static final String USUAL = "UTC";

  private final Path folder;

  /**
   * @param folder the workspace's
   */
  public ReportingZone(Path folder) {
    this.folder = folder;
  }

  /** What is set, such as {@code Europe/Berlin}; {@code UTC} where nothing is. */
  public String read() {
    ProjectSettings settings = ProjectSettings.none();
    for (ModelFile file : ProjectFiles.of(folder, List.of()).files()) {
      if (ProjectFiles.isSettings(file)) {
        settings = settings.with(file);
      }
    }
    return String.valueOf(settings.vars().getOrDefault(NAME, USUAL));
  }

  /**
   * Sets it for the next build, in the workspace's own file, which is made where it is missing.
   *
   * @throws WorkbenchException code {@code time-zone} when there is no such time zone; {@code yaml}
   *     when the file is none, or {@code model-file} when it cannot be written
   */
  public void write(String zone) {
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      throw new WorkbenchException(
          "time-zone",
          "There is no time zone '"
              + zone
              + "'."
              + Names.suggestion(zone, ZoneId.getAvailableZoneIds()),
          "Name it as the tz database does, such as Europe/Berlin.");
    }
    Path file = folder.resolve(FILE);
    try {
      String text = Files.exists(file) ? Files.readString(file) : "";
      Path next = file.resolveSibling("." + FILE + ".next");
      Files.writeString(next, with(text, zone));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new WorkbenchException(
          "model-file",
          "The file " + FILE + " cannot be written.",
          "See that you may write to the workspace's folder and that the disk has room.",
          e);
    }
  }

  private static String with(String text, String zone) {
    JsonNode tree = Yaml.read(new ModelFile(FILE, text));
    if (tree.isEmpty()) {
      String before = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
      return before + VARS + ":\n  " + NAME + ": " + zone + "\n";
    }
    // variables may stand below the project's name, and what stands there goes before
    String project = tree.path("name").asText("");
    boolean below = tree.path(VARS).path(project).has(NAME);
    return PolicyText.set(text, below ? List.of(VARS, project, NAME) : List.of(VARS, NAME), zone);
  }
}
