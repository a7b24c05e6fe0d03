package io.liftwerk.workspace;

import io.liftwerk.testsupport.OtherJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;

/**
 * A second Java process with the test's class path, for what only another process can show: being
 * killed, and holding a workspace.
 */
public final class OtherProcess {
  private OtherProcess() {}

  /**
   * {@code load FOLDER NAME}: a job that makes gold.NAME and two files; {@code hold FOLDER}: opens
   * and waits; {@code rewrite FOLDER}: writes the database files anew.
   */
  public static void main(String[] arguments) throws Exception {
    try (Workspace workspace = Workspace.open(Path.of(arguments[1]))) {
      if (arguments[0].equals("hold")) {
        System.out.println("held");
        if (System.in.read() < 0) {
          return;
        }
      } else if (arguments[0].equals("rewrite")) {
        try (Connection connection = workspace.connect()) {
          workspace.rewriteAfter(connection, List.of(), List.of());
        }
        workspace.rewrite();
      } else {
        Fixture.runner(workspace).run(Fixture.job("load", context -> load(context, arguments[2])));
      }
    }
  }

  private static Fixture.Count load(JobContext context, String name) throws Exception {
    String table = "gold." + Sql.identifier(name);
    Files.writeString(context.workspace().staging().resolve(name), "dropped");
    KillPoint.STAGING.pass();
    context.execute("CREATE TABLE gold.half AS SELECT i FROM range(200000) t(i)");
    KillPoint.LOAD.pass();
    context.execute("ALTER TABLE gold.half RENAME TO " + Sql.identifier(name));
    Files.writeString(context.resultFile(name, "csv").draft(), "rows");
    Files.writeString(context.resultFile(name, "txt").draft(), "words");
    KillPoint.SWAP.pass();
    return new Fixture.Count(context.execute("UPDATE " + table + " SET i = i + 1"));
  }

  /** Starts it; {@code settings} are system properties such as {@code liftwerk.killAt=load}. */
  static Process start(List<String> settings, String... arguments) throws IOException {
    return OtherJvm.of(
            OtherProcess.class,
            settings.stream().map(setting -> "-D" + setting).toList(),
            arguments)
        .start();
  }

  /** Waits for its end and returns all it said. */
  static String output(Process process) throws IOException {
    return OtherJvm.output(process);
  }
}
