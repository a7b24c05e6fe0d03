package io.liftwerk.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code workspace.json} and brings an older folder up to the present layout, one step after
 * the other. A step changes the file in one replacement and notes itself in its {@code migrations},
 * from where the open after it enters it in the audit trail.
 */
final class WorkspaceFormat {
  static final String FILE = "workspace.json";

  /** One way from a format to the next. */
  private interface Step {
    void change(Path folder, ObjectNode json) throws IOException;
  }

  /** The step at index n leads from format n to n + 1. */
  private static final List<Step> STEPS = List.of(WorkspaceFormat::nameAndNumber);

  /** A step that was taken. */
  record Migrated(int from, int to, Instant at, String software) {}

  /** What the file says, and which steps were ever taken to it. */
  record Content(WorkspaceInfo info, List<Migrated> migrations) {}

  private WorkspaceFormat() {}

  /**
   * Looks whether this program can open the folder; changes nothing.
   *
   * @throws WorkbenchException code {@code workspace-missing}, {@code workspace-damaged}, {@code
   *     workspace-newer} or {@code workspace-unreadable}
   */
  static void check(Path folder) {
    ObjectNode json = read(folder);
    int format = format(folder, json);
    if (format > Workspace.FORMAT) {
      throw new WorkbenchException(
          "workspace-newer",
          "%s was made by a newer Liftwerk (%s, format %d; this one knows %d)."
              .formatted(folder, json.path("software").asText("?"), format, Workspace.FORMAT),
          "Update Liftwerk to open it.");
    }
    if (format == Workspace.FORMAT) {
      content(folder, json);
    }
  }

  /** The workspace's id; empty while it has none. */
  static String id(Path folder) {
    return read(folder).path("id").asText("");
  }

  /** As {@link #check}, and brings the folder up to the present format. */
  static Content migrate(Path folder) {
    check(folder);
    ObjectNode json = read(folder);
    for (int from = format(folder, json); from < Workspace.FORMAT; from++) {
      try {
        STEPS.get(from).change(folder, json);
        json.put("format", from + 1);
        json.withArray("migrations")
            .add(
                Json.mapper()
                    .valueToTree(new Migrated(from, from + 1, Instant.now(), Workspace.SOFTWARE)));
        write(folder, json);
      } catch (IOException e) {
        throw new WorkbenchException(
            Failures.isDiskFull(e) ? "disk-full" : "workspace-migration",
            "%s could not be brought from format %d to %d: %s."
                .formatted(folder, from, from + 1, Failures.reason(e)),
            "It is as it was; make room or see that it may be written, and open it again.",
            e);
      }
    }
    return content(folder, json);
  }

  static void write(Path folder, WorkspaceInfo info) throws IOException {
    write(folder, Json.mapper().<ObjectNode>valueToTree(info));
  }

  private static void write(Path folder, ObjectNode json) throws IOException {
    Durable.replace(
        folder.resolve(FILE),
        Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
  }

  /** From 0, which had neither number nor id. */
  private static void nameAndNumber(Path folder, ObjectNode json) throws IOException {
    json.put("id", UUID.randomUUID().toString());
    if (!json.path("name").isTextual()) {
      json.put("name", Workspace.nameOf(folder));
    }
    if (!json.path("createdAt").isTextual()) {
      Instant made = Files.getLastModifiedTime(folder.resolve(FILE)).toInstant();
      json.put("createdAt", made.toString());
    }
    if (!json.path("software").isTextual()) {
      json.put("software", "unknown");
    }
  }

  private static ObjectNode read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new WorkbenchException(
          "workspace-missing",
          "There is no workspace at " + folder + ": workspace.json is missing.",
          "Make one with 'liftwerk init', or restore the file from a copy.");
    }
    try {
      if (Json.mapper().readTree(Files.readString(file)) instanceof ObjectNode json) {
        return json;
      }
      throw damaged(file, "it holds no JSON object", null);
    } catch (JsonProcessingException | CharacterCodingException e) {
      throw damaged(file, "it is not JSON", e);
    } catch (IOException e) {
      throw new WorkbenchException(
          "workspace-unreadable", file + " cannot be read: " + Failures.reason(e) + ".", "", e);
    }
  }

  private static int format(Path folder, ObjectNode json) {
    JsonNode format = json.path("format");
    if (format.isMissingNode() && json.path("id").isMissingNode()) {
      return 0;
    }
    if (!format.canConvertToInt() || !format.isIntegralNumber() || format.asInt() < 1) {
      throw damaged(folder.resolve(FILE), "its format is no number", null);
    }
    return format.asInt();
  }

  private static Content content(Path folder, ObjectNode json) {
    Path file = folder.resolve(FILE);
    for (String field : List.of("id", "name", "createdAt", "software")) {
      if (json.path(field).asText("").isBlank()) {
        throw damaged(file, "its field '" + field + "' is missing", null);
      }
    }
    try {
      return new Content(
          Json.mapper().treeToValue(json, WorkspaceInfo.class),
          json.has("migrations")
              ? List.of(Json.mapper().treeToValue(json.get("migrations"), Migrated[].class))
              : List.of());
    } catch (JsonProcessingException e) {
      throw damaged(file, "a field does not fit", e);
    }
  }

  private static WorkbenchException damaged(Path file, String reason, @Nullable Exception cause) {
    return new WorkbenchException(
        "workspace-damaged",
        file + " is damaged: " + reason + ".",
        "Restore the file from a copy.",
        cause);
  }
}
