package io.liftwerk.workspace;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the tests of this package share: small jobs and a way to fill tables. */
final class Fixture {
  private Fixture() {}

  /** Parameters of {@link #job}. */
  record Words(String text) {}

  /** Result of {@link #job}. */
  record Count(long value) {}

  interface Work<R> {
    R run(JobContext context) throws Exception;
  }

  /** A job that does {@code work}. */
  static <R> Job<R> job(String name, Work<R> work) {
    return new Job<>() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Record parameters() {
        return new Words("of " + name);
      }

      @Override
      public R run(JobContext context) throws Exception {
        return work.run(context);
      }

      @Override
      public Map<String, Double> metrics(@Nullable R result) {
        return Map.of();
      }
    };
  }

  static Workspace workspace(Path folder) {
    return Workspace.create(folder.resolve("test"));
  }

  static JobRunner runner(Workspace workspace) {
    return new JobRunner(workspace, Runnable::run);
  }

  static void sql(Workspace workspace, String... statements) throws SQLException {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
