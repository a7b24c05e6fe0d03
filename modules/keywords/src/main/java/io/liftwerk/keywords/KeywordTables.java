package io.liftwerk.keywords;

import io.liftwerk.keywords.KeywordResult.Ngram;
import io.liftwerk.workspace.JobContext;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The tables a run leaves in gold: its n-grams, its terms. The newest run's replace the older. */
final class KeywordTables {
  private final JobContext context;

  KeywordTables(JobContext context) {
    this.context = context;
  }

  void write(List<Ngram> ngrams) throws SQLException {
    context.execute("CREATE SCHEMA IF NOT EXISTS gold");
    context.execute(
        """
        CREATE OR REPLACE TABLE gold.keyword_ngrams (ngram VARCHAR, folded VARCHAR, n TINYINT,
          terms INTEGER, impressions BIGINT, clicks BIGINT, cost DECIMAL(28, 6),
          conversions DECIMAL(28, 6), conversions_value DECIMAL(28, 6), rate DOUBLE,
          rate_low DOUBLE, rate_high DOUBLE, standing VARCHAR, run VARCHAR)
        """);
    DuckDBConnection connection = context.connection().unwrap(DuckDBConnection.class);
    try (DuckDBAppender appender = connection.createAppender("gold", "keyword_ngrams")) {
      for (Ngram one : ngrams) {
        appender.beginRow();
        appender.append(one.ngram());
        appender.append(one.folded());
        appender.append((byte) one.n());
        appender.append(one.terms());
        appender.append(one.impressions());
        appender.append(one.clicks());
        appender.append(exact(one.cost()));
        appender.append(exact(one.conversions()));
        appender.append(exact(one.value()));
        appender.append(one.rate());
        appender.append(one.low());
        appender.append(one.high());
        appender.append(one.standing().name().toLowerCase(Locale.ROOT));
        appender.append(context.run());
        appender.endRow();
      }
    }
  }

  /** As the column holds it: the appender takes no other scale. */
  private static @Nullable BigDecimal exact(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.setScale(TermSnapshot.SCALE);
  }
}
