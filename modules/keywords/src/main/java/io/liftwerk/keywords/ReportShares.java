package io.liftwerk.keywords;

import io.liftwerk.ingest.HiddenShare;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.ingest.recipe.Role;
import io.liftwerk.keywords.KeywordResult.Source;
import io.liftwerk.workspace.JobContext;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reports that the snapshot's rows come from, and what they count but do not list. */
final class ReportShares {
  private final JobContext context;
  private final Map<String, SourceTable> loaded;

  ReportShares(JobContext context, Map<String, SourceTable> loaded) {
    this.context = context;
    this.loaded = loaded;
  }

  /** The reports the rows come from, with what they hide. */
  List<Source> sources() throws SQLException {
    List<Source> sources = new ArrayList<>();
    Query.each(
        context,
        "SELECT source, max(platform), count(*), sum(cost) FROM "
            + TermSnapshot.TABLE
            + TermSnapshot.USED
            + " GROUP BY source ORDER BY source",
        row -> {
          String name = row.getString(1);
          Optional<HiddenShare> hidden = hidden(name, Role.COST);
          sources.add(
              new Source(
                  name,
                  row.getString(2),
                  row.getLong(3),
                  TermSnapshot.money(row.getBigDecimal(4)),
                  hidden.map(HiddenShare::total).orElse(null),
                  hidden.map(HiddenShare::value).orElse(null)));
        });
    return sources;
  }

  /** Share of what the reports count but do not list; null where none tells. */
  @Nullable Double hiddenShare(List<Source> sources, TermSnapshot.Counted counted) {
    Role role = counted.cost() ? Role.COST : Role.CLICKS;
    BigDecimal hidden = BigDecimal.ZERO;
    BigDecimal whole = BigDecimal.ZERO;
    for (Source source : sources) {
      Optional<HiddenShare> share = hidden(source.table(), role);
      if (share.isPresent()) {
        hidden = hidden.add(share.get().value());
        whole = whole.add(share.get().total());
      }
    }
    return whole.signum() == 0 ? null : hidden.doubleValue() / whole.doubleValue();
  }

  private Optional<HiddenShare> hidden(String table, Role role) {
    SourceTable source = loaded.get(table);
    return source == null
        ? Optional.empty()
        : source.findings().hidden().stream()
            .filter(one -> source.findings().roles().get(one.column()) == role)
            .findFirst();
  }
}
