package io.liftwerk.report;

import io.liftwerk.report.page.Logo;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * What every report of a workspace begins with, kept in its folder: {@code report.json}, and the
 * logo as {@code report-logo.png} or {@code .svg}.
 *
 * @param client whom reports are for; empty while nobody has said
 * @param logo name of the logo's file; empty while there is none
 */
public record ReportSettings(String client, String logo) {
  private static final String FILE = "report.json";
  private static final String LOGO = "report-logo.";

  public ReportSettings {
    client = client == null ? "" : client;
    // nothing but a file of this name is ever read as the logo
    logo = logo == null || !logo.matches("report-logo\\.(png|svg)") ? "" : logo;
  }

  /**
   * What is kept.
   *
   * @throws WorkbenchException code {@code report-settings}
   */
  public static ReportSettings of(Workspace workspace) {
    Path file = workspace.folder().resolve(FILE);
    try {
      return Files.exists(file)
          ? Json.read(Files.readString(file), ReportSettings.class)
          : new ReportSettings("", "");
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** The file of the logo, where there is one. */
  public Optional<Path> logoFile(Workspace workspace) {
    return logo.isEmpty()
        ? Optional.empty()
        : Optional.of(workspace.folder().resolve(logo)).filter(Files::isRegularFile);
  }

  /** Keeps another client. */
  public static ReportSettings keepClient(Workspace workspace, String client) {
    ReportSettings next = new ReportSettings(client.strip(), of(workspace).logo());
    next.write(workspace);
    return next;
  }

  /**
   * Keeps a copy of a logo, read and written anew.
   *
   * @throws WorkbenchException codes {@code logo-missing}, {@code logo-too-large}, {@code
   *     logo-no-picture}, {@code report-settings}
   */
  public static ReportSettings keepLogo(Workspace workspace, Path file) {
    Logo logo = Logo.read(file);
    String name = LOGO + logo.ending();
    try {
      replace(workspace.folder().resolve(name), logo.bytes());
    } catch (IOException e) {
      throw failed(e);
    }
    ReportSettings next = new ReportSettings(of(workspace).client(), name);
    next.write(workspace);
    return next;
  }

  /** Reports go without a logo from now on. */
  public static ReportSettings withoutLogo(Workspace workspace) {
    ReportSettings next = new ReportSettings(of(workspace).client(), "");
    next.write(workspace);
    return next;
  }

  private void write(Workspace workspace) {
    try {
      replace(workspace.folder().resolve(FILE), Json.mapper().writeValueAsBytes(this));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path next = file.resolveSibling("." + file.getFileName() + ".next");
    Files.write(next, bytes);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static WorkbenchException failed(IOException cause) {
    return new WorkbenchException(
        "report-settings",
        "The settings of reports cannot be read or written.",
        "See that you may write to the workspace's folder and that the disk has room.",
        cause);
  }
}
