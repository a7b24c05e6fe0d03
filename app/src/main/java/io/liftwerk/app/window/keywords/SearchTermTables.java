package io.liftwerk.app.window.keywords;

import io.liftwerk.workspace.TableInfo;
import java.util.regex.Pattern;

/** Which tables may hold search terms, by the names of their columns: only a proposal. */
final class SearchTermTables {
  private static final Pattern TERM =
      Pattern.compile(
          "(customer[ _])?search[ _]?(term|query)s?|(top )?queries|query|suchbegriffe?"
              + "|(häufigste )?suchanfragen?|requêtes?( les plus fréquentes)?|termes? de recherche",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private SearchTermTables() {}

  static boolean holds(TableInfo table) {
    return table.ref().schema().equals("bronze")
        && !table.ref().name().endsWith("__rejects")
        && table.columns().stream()
            .anyMatch(
                column ->
                    column.type().equals("VARCHAR")
                        && TERM.matcher(column.name().strip()).matches());
  }
}
