package io.liftwerk.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An open client folder {@code NAME.liftwerk/}: its database, ledger and audit trail. One process
 * at a time holds it; a second is told who does.
 */
public final class Workspace implements AutoCloseable {

  /** Version of the folder's layout that this program writes. */
  public static final int FORMAT = 1;

  /** Code of what fails because the folder is no longer where it was opened. */
  public static final String GONE = "workspace-gone";

  /** Version of Liftwerk, recorded with every run. */
  public static final String SOFTWARE = Software.version();

  static final String DATABASE = "warehouse.duckdb";

  private static final String SUFFIX = ".liftwerk";
  private static final int SECONDS_FOR_JOBS = 20;
  private static final long LARGE_LOG = 16L << 20;

  private final Path folder;
  private final WorkspaceInfo info;
  private final WorkspaceLock lock;
  private volatile Database database;
  private final RunLedger ledger;
  private final AuditTrail audit;
  private final Vault vault;
  private final SortedOrder sortedOrder = new SortedOrder(this);
  private final AtomicLong version = new AtomicLong();
  private final Activity activity = new Activity();
  private final List<AutoCloseable> companions = new CopyOnWriteArrayList<>();
  private final Reserve reserve;

  private Workspace(Path folder, WorkspaceInfo info, WorkspaceLock lock, boolean fresh)
      throws SQLException {
    this.folder = folder;
    this.info = info;
    this.lock = lock;
    this.reserve = new Reserve(folder);
    this.database = Database.open(folder.resolve(DATABASE), folder, Software.databaseMegabytes());
    try {
      Home home = Home.locate();
      this.ledger = new RunLedger(this, fresh);
      this.audit = AuditTrail.open(folder, info.id(), home);
      this.vault = new Vault(folder, info.id(), home, audit);
      ledger.skipTo(audit.runs());
      reserve.hold();
    } catch (SQLException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Makes a new workspace and opens it. It is made beside its place and takes its name when it is
   * complete.
   *
   * @param folder where; {@code .liftwerk} is appended when the name does not end in it
   * @throws WorkbenchException when something is there already, or the place cannot be written;
   *     nothing is left behind
   */
  public static Workspace create(Path folder) {
    Path place = withSuffix(folder.toAbsolutePath().normalize());
    if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      throw new WorkbenchException(
          "workspace-exists",
          "There is already something at " + place + ".",
          "Open it, or choose another name.");
    }
    Database.checkPath(place);
    WorkspaceMaker.make(place, Workspace::fill);
    return open(place);
  }

  private static void fill(Path folder, String name) throws IOException, SQLException {
    var info =
        new WorkspaceInfo(FORMAT, UUID.randomUUID().toString(), name, Instant.now(), SOFTWARE);
    Tidy.folder(folder);
    WorkspaceLock lock = WorkspaceLock.take(folder);
    try (var workspace = new Workspace(folder, info, lock, true)) {
      workspace.audit.append("created", Map.of("software", SOFTWARE, "format", FORMAT));
    } finally {
      lock.close();
    }
    WorkspaceFormat.write(folder, info);
  }

  /**
   * Opens a workspace.
   *
   * @throws WorkbenchException when it is not one ({@code workspace-missing}), is damaged ({@code
   *     workspace-damaged}), newer ({@code workspace-newer}), read-only ({@code
   *     workspace-read-only}), on a full disk ({@code disk-full}), or held by another process
   *     ({@code workspace-held}); nothing is changed then
   */
  public static Workspace open(Path folder) {
    Path place = place(folder);
    WorkspaceFormat.check(place);
    WorkspaceLock lock = WorkspaceLock.take(place);
    try {
      checkDatabaseIsThere(place);
      Aside.recover(place);
      Tidy.folder(place);
      WorkspaceFormat.Content content = WorkspaceFormat.migrate(place);
      Rewrite.carryOut(place);
      var workspace = new Workspace(place, content.info(), lock, false);
      try {
        workspace.catchUp(content);
        workspace.rewrite();
      } catch (IOException | SQLException | RuntimeException e) {
        workspace.close();
        throw e;
      }
      return workspace;
    } catch (IOException | SQLException | RuntimeException e) {
      lock.close();
      throw refused(place, e);
    }
  }

  /** Completes what a kill kept from being completed, and enters it in the trail. */
  private void catchUp(WorkspaceFormat.Content content) throws IOException {
    if (audit.isStartedAnew() && content.migrations().isEmpty()) {
      audit.append(
          AuditTrail.NOTICED, Map.of("found", "The audit trail was gone and was started anew."));
    }
    content.migrations().forEach(audit::migrated);
    RunFiles.recover(this);
    ledger.others(audit.runs(), run -> audit.run(run, true));
  }

  /** A workspace always has its database: a missing one must not come back empty. */
  private static void checkDatabaseIsThere(Path place) throws IOException {
    Path file = place.resolve(DATABASE);
    if (!Files.isRegularFile(file) || Files.size(file) == 0) {
      throw new WorkbenchException(
          "workspace-damaged",
          "The database of " + place + " is gone: " + DATABASE + " is missing or empty.",
          "Restore " + DATABASE + " from a copy.");
    }
  }

  private static RuntimeException refused(Path place, Exception e) {
    if (e instanceof WorkbenchException workbench) {
      return workbench;
    }
    if (Failures.isDiskFull(e)) {
      return WorkspaceLock.diskFull(place, e);
    }
    if (e instanceof SQLException && Failures.isLocked(e)) {
      return new WorkbenchException(
          "workspace-held",
          "The database of " + place + " is held by another program.",
          "Close it there, or work on a copy.",
          e);
    }
    if (Failures.isReadOnly(e)) {
      return WorkspaceLock.readOnly(place, e);
    }
    if (e instanceof IOException io) {
      return new WorkbenchException(
          "workspace-unwritable",
          "The workspace " + place + " cannot be put in order: " + Failures.reason(io) + ".",
          "See that you may write to it.",
          e);
    }
    return new WorkbenchException(
        "workspace-damaged",
        "The database of " + place + " cannot be opened: " + Failures.firstLine(e) + ".",
        "Restore " + DATABASE + " from a copy.",
        e);
  }

  /**
   * Where the workspace lies that a person named: its folder, with or without the suffix, or the
   * file {@code open.liftwerk} in it.
   */
  public static Path place(Path named) {
    Path folder = Door.behind(named);
    Path place = Files.isDirectory(folder) ? folder : withSuffix(folder);
    try {
      return place.toRealPath();
    } catch (IOException e) {
      // the next look says what is missing
      return place.toAbsolutePath().normalize();
    }
  }

  /** {@code nordwand} becomes {@code nordwand.liftwerk}. */
  public static Path withSuffix(Path folder) {
    String name = String.valueOf(folder.getFileName());
    return name.endsWith(SUFFIX) ? folder : folder.resolveSibling(name + SUFFIX);
  }

  /** {@code nordwand.liftwerk} is called {@code nordwand}. */
  static String nameOf(Path folder) {
    String name = String.valueOf(folder.getFileName());
    return name.endsWith(SUFFIX) && name.length() > SUFFIX.length()
        ? name.substring(0, name.length() - SUFFIX.length())
        : name;
  }

  public Path folder() {
    return folder;
  }

  /**
   * Whether the folder is still where it was opened. Once it is gone (a stick was pulled, somebody
   * moved or deleted it) it stays so until it is opened again; no job starts or commits then.
   */
  public boolean isThere() {
    return lock.isThere();
  }

  /**
   * @throws WorkbenchException code {@code workspace-gone}
   */
  public void checkThere() {
    if (!isThere()) {
      throw WorkspaceLock.gone(folder, null);
    }
  }

  /** Why reading or writing failed: {@code failure}, unless the whole folder is gone. */
  public Throwable explained(Throwable failure) {
    return failure instanceof CancelledException || isThere()
        ? failure
        : WorkspaceLock.gone(folder, failure);
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

  /** Where trained models are kept. */
  public Path registry() {
    return folder.resolve("registry");
  }

  /** Where the index over the sources lies. */
  public Path index() {
    return folder.resolve("index");
  }

  /**
   * How {@code file} is called in records: relative to the folder, or by its name outside of it.
   */
  public String relative(Path file) {
    Path inside = folder.toAbsolutePath();
    Path absolute = file.toAbsolutePath();
    return absolute.startsWith(inside)
        ? inside.relativize(absolute).toString().replace('\\', '/')
        : String.valueOf(absolute.getFileName());
  }

  /**
   * A further connection to the guarded database; the caller closes it, and at the latest the
   * workspace does.
   */
  public Connection connect() throws SQLException {
    return database.connect();
  }

  public RunLedger ledger() {
    return ledger;
  }

  public AuditTrail audit() {
    return audit;
  }

  /** What identifies people, under lock. */
  public Vault vault() {
    return vault;
  }

  /**
   * Notes, in the transaction of a job that deletes what must leave no byte behind, what is to go
   * once it is committed: by {@link #rewrite}, or else by the next open.
   *
   * @param job the job's connection
   * @param originals pseudonyms whose originals leave the vault
   * @param files of the workspace, by their paths in it
   */
  public void rewriteAfter(Connection job, Collection<String> originals, Collection<String> files)
      throws SQLException {
    Leaving.note(job, originals, files);
  }

  /** Whether {@link #rewrite} has something to do. */
  public boolean awaitsRewrite() throws IOException, SQLException {
    try (Connection connection = connect()) {
      return !Rewrite.noted(folder).isEmpty() || Leaving.any(connection);
    }
  }

  /**
   * Carries out what was noted, and writes both database files anew, so that nothing of what was
   * deleted is left in them. Every connection is closed by it; jobs must not run meanwhile.
   *
   * @throws WorkbenchException code {@code workspace-busy} when one runs: then the next open does
   *     it
   */
  public void rewrite() throws IOException, SQLException {
    if (!awaitsRewrite()) {
      return;
    }
    if (!activity.pause()) {
      throw new WorkbenchException(
          "workspace-busy",
          "Other work is going on in this workspace, so its files were not written anew yet.",
          "It is done when the workspace is opened the next time.");
    }
    try {
      leave();
      sortedOrder.close();
      vault.close();
      database.close();
      try {
        Rewrite.carryOut(folder);
      } finally {
        database = Database.open(folder.resolve(DATABASE), folder, Software.databaseMegabytes());
        version.incrementAndGet();
      }
    } finally {
      activity.resume();
    }
  }

  private void leave() throws IOException, SQLException {
    try (Connection connection = connect()) {
      if (Leaving.any(connection)) {
        KillPoint.LEAVE.pass();
        Leaving.carryOut(connection, vault, folder);
        KillPoint.LEAVE.pass();
        Rewrite.note(folder, List.of(DATABASE, Vault.FILE));
        KillPoint.LEAVE.pass();
        Leaving.clear(connection);
      }
    }
  }

  /** Changes whenever a run has ended, so that what was read before may be out of date. */
  public long version() {
    return version.get();
  }

  SortedOrder sortedOrder() {
    return sortedOrder;
  }

  Activity activity() {
    return activity;
  }

  /**
   * After a run's line is committed: its entry in the audit trail. The run is done by then, so a
   * trail that cannot be written does not undo it: the next open enters it from the ledger.
   */
  void recorded(RunRecord run) {
    version.incrementAndGet();
    KillPoint.AUDIT.pass();
    try {
      audit.run(run, false);
    } catch (WorkbenchException e) {
      warn("run " + run.id() + " is not in the audit trail yet", e);
    }
  }

  /**
   * Writes what has been committed into the database file when much of it still lies in the log
   * beside it. DuckDB does so by itself at 16 MB and at close, but not while another connection
   * reads; left alone, the log would be replayed at the next open after a kill.
   */
  void checkpoint() {
    try {
      Path log = folder.resolve(DATABASE + ".wal");
      if (!Files.exists(log) || Files.size(log) < LARGE_LOG) {
        return;
      }
      try (Connection connection = connect();
          Statement statement = connection.createStatement()) {
        statement.execute("CHECKPOINT");
      }
    } catch (IOException | SQLException e) {
      // somebody reads just now: the next job, or closing, does it
      return;
    }
  }

  /** After a job that filled the disk: makes room for what is to be written down about it. */
  void afterFullDisk(Runnable lastWords) {
    reserve.release();
    try {
      lastWords.run();
    } finally {
      reserve.hold();
    }
  }

  private void closeDatabases() throws SQLException {
    sortedOrder.close();
    vault.close();
    database.close();
  }

  static void warn(String what, Throwable e) {
    System.getLogger(Workspace.class.getName())
        .log(System.Logger.Level.WARNING, what + ": " + Failures.firstLine(e));
  }

  /** Has {@code companion}, which works with this workspace, closed before it is. */
  public void closeFirst(AutoCloseable companion) {
    companions.add(companion);
  }

  /** Takes {@link #closeFirst} back, once {@code companion} has ended by itself. */
  public void closeNoMore(AutoCloseable companion) {
    companions.remove(companion);
  }

  /**
   * Closes its companions, cancels the jobs that run, waits for them, and closes every connection.
   */
  @Override
  public void close() {
    for (AutoCloseable companion : companions) {
      try {
        companion.close();
      } catch (Exception e) {
        warn("something that works with the workspace could not be closed", e);
      }
    }
    activity.end(SECONDS_FOR_JOBS);
    try {
      if (lock.isReplaced()) {
        try (Aside logs = Aside.put(folder)) {
          closeDatabases();
        }
      } else {
        reserve.release();
        closeDatabases();
      }
    } catch (SQLException | IOException e) {
      throw new WorkbenchException(
          "workspace-close",
          "The workspace could not be closed: " + Failures.firstLine(e) + ".",
          "",
          e);
    } finally {
      lock.close();
    }
  }
}
