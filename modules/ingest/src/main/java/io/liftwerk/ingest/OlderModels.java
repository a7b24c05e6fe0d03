package io.liftwerk.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the models that rows beneath them were taken out or written anew: what was built is older
 * now, and the next build makes all of it anew, incremental tables included.
 */
final class OlderModels {
  private OlderModels() {}

  /**
   * Marks everything that was built.
   *
   * @param why one sentence, shown beside what was built
   */
  static void mark(Session session, String why) throws Exception {
    List<@Nullable String[]> there =
        session.query(
            "SELECT 1 FROM duckdb_tables() WHERE database_name = current_database()"
                + " AND schema_name = 'build' AND table_name = 'models'");
    if (!there.isEmpty()) {
      // without inputs a model counts as changed, see BuiltModels
      session.execute("UPDATE build.models SET inputs = '', older = true, reason = ?", why);
    }
  }
}
