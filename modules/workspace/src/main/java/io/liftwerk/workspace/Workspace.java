package io.liftwerk.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An open client folder {@code NAME.liftwerk/}: its database, ledger and audit trail. One process
 * at a time holds it; a second is told who does.
 */
public final class Workspace implements AutoCloseable {

  /** Version of the folder's layout that this program writes. */
  public static final int FORMAT = 1;

  /** Version of Liftwerk, recorded with every run. */
  public static final String SOFTWARE = Software.version();

  private static final String SUFFIX = ".liftwerk";
  private static final List<String> FOLDERS =
      List.of("models", "index", "registry", "runs", "exports", "staging");

  private final Path folder;
  private final WorkspaceInfo info;
  private final WorkspaceLock lock;
  private final Database database;
  private final RunLedger ledger;
  private final AuditTrail audit;
  private final SortedOrder sortedOrder = new SortedOrder(this);
  private final AtomicLong version = new AtomicLong();

  private Workspace(Path folder, WorkspaceInfo info, WorkspaceLock lock) throws SQLException {
    this.folder = folder;
    this.info = info;
    this.lock = lock;
    this.database =
        Database.open(folder.resolve("warehouse.duckdb"), folder, Software.databaseMegabytes());
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String schema : List.of("bronze", "silver", "gold")) {
        statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
      }
    }
    this.ledger = new RunLedger(this);
    this.audit = AuditTrail.open(folder);
  }

  /**
   * Makes a new workspace and opens it.
   *
   * @param folder where; {@code .liftwerk} is appended when the name does not end in it
   * @throws WorkbenchException when something is there already, or the place cannot be written
   */
  public static Workspace create(Path folder) {
    Path place = withSuffix(folder);
    if (Files.exists(place)) {
      throw new WorkbenchException(
          "workspace-exists",
          "There is already something at " + place + ".",
          "Open it, or choose another name.");
    }
    try {
      for (String name : FOLDERS) {
        Files.createDirectories(place.resolve(name));
      }
      String fileName = String.valueOf(place.getFileName());
      writeInfo(
          place,
          new WorkspaceInfo(
              FORMAT,
              UUID.randomUUID().toString(),
              fileName.substring(0, fileName.length() - SUFFIX.length()),
              Instant.now(),
              SOFTWARE));
    } catch (IOException e) {
      throw new WorkbenchException(
          "workspace-unwritable",
          "The folder " + place + " cannot be made: " + e.getMessage() + ".",
          "Choose a place you may write to.",
          e);
    }
    return open(place);
  }

  /**
   * Opens a workspace.
   *
   * @throws WorkbenchException when it is not one, is damaged, newer, read-only, or held by another
   *     process
   */
  public static Workspace open(Path folder) {
    Path place = Files.isDirectory(folder) ? folder : withSuffix(folder);
    place = place.toAbsolutePath().normalize();
    WorkspaceInfo info = WorkspaceFormat.readAndMigrate(place);
    WorkspaceLock lock = WorkspaceLock.take(place);
    try {
      return new Workspace(place, info, lock);
    } catch (SQLException | RuntimeException e) {
      lock.close();
      if (e instanceof WorkbenchException workbench) {
        throw workbench;
      }
      throw new WorkbenchException(
          "workspace-damaged",
          "The database of " + place + " cannot be opened: " + e.getMessage() + ".",
          "Restore warehouse.duckdb from a copy.",
          e);
    }
  }

  /** {@code nordwand} becomes {@code nordwand.liftwerk}. */
  public static Path withSuffix(Path folder) {
    String name = String.valueOf(folder.getFileName());
    return name.endsWith(SUFFIX) ? folder : folder.resolveSibling(name + SUFFIX);
  }

  public Path folder() {
    return folder;
  }

  public WorkspaceInfo info() {
    return info;
  }

  public String name() {
    return info.name();
  }

  /** Where dropped files wait while they are loaded; emptied at every open. */
  public Path staging() {
    return folder.resolve("staging");
  }

  /** Where results for people are written. */
  public Path exports() {
    return folder.resolve("exports");
  }

  /** A further connection to the guarded database; the caller closes it. */
  public Connection connect() throws SQLException {
    return database.connect();
  }

  public RunLedger ledger() {
    return ledger;
  }

  public AuditTrail audit() {
    return audit;
  }

  /** Changes whenever a run has ended, so that what was read before may be out of date. */
  public long version() {
    return version.get();
  }

  SortedOrder sortedOrder() {
    return sortedOrder;
  }

  /** After a run's line is committed: its entry in the audit trail. */
  void recorded(RunRecord run) {
    version.incrementAndGet();
    KillPoint.AUDIT.pass();
    audit.append(
        "run", java.util.Map.of("run", run.id(), "job", run.job(), "status", run.status()));
  }

  static void writeInfo(Path folder, WorkspaceInfo info) throws IOException {
    Path target = folder.resolve("workspace.json");
    Path next = folder.resolve("workspace.json.next");
    Files.writeString(
        next, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(info) + "\n");
    Files.move(next, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    try {
      sortedOrder.close();
      database.close();
    } catch (SQLException e) {
      throw new WorkbenchException(
          "workspace-close", "The workspace could not be closed: " + e.getMessage() + ".", "", e);
    } finally {
      lock.close();
    }
  }
}
