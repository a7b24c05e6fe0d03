package io.liftwerk.keywords.editors;

import io.liftwerk.keywords.account.LiveKeyword;
import io.liftwerk.keywords.account.MatchType;
import io.liftwerk.keywords.account.Negative;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rows of Amazon's bulksheet for Sponsored Products: entities "Negative Keyword" and "Campaign
 * Negative Keyword" with the match types {@code negativePhrase} and {@code negativeExact}, created
 * and, to take them back, archived (bulksheetpro.com/learn, "Anatomy of a bulk sheet" and "Adding
 * negative keywords in bulk"). Rows are tied to campaigns and ad groups by identifier; the names
 * stand beside them for whoever reads the file.
 *
 * <p>To archive, Amazon wants the keyword's identifier, which it gives when the file is uploaded;
 * until {@link UndoIds} has put it in, {@code see:} and the row's number stand in its place.
 */
final class AmazonRows implements Rows {
  private enum Column {
    PRODUCT,
    ENTITY,
    OPERATION,
    CAMPAIGN_ID,
    AD_GROUP_ID,
    KEYWORD_ID,
    CAMPAIGN_NAME,
    AD_GROUP_NAME,
    STATE,
    KEYWORD_TEXT,
    MATCH_TYPE
  }

  private enum Kind {
    SPONSORED_PRODUCTS,
    NEGATIVE_KEYWORD,
    CAMPAIGN_NEGATIVE_KEYWORD,
    KEYWORD
  }

  private enum Operation {
    CREATE,
    ARCHIVE
  }

  private static final String ENABLED = "enabled";

  private final AccountIds ids;

  AmazonRows(AccountIds ids) {
    this.ids = ids;
  }

  @Override
  public String head() {
    return Csv.line(
        Arrays.stream(Column.values())
            .map(Labels::of)
            .map(label -> label.replaceFirst("Id$", "ID"))
            .toList());
  }

  @Override
  public List<List<String>> export(Changes changes) {
    return rows(changes, Operation.CREATE);
  }

  @Override
  public List<List<String>> undo(Changes changes) {
    return rows(changes, Operation.ARCHIVE).reversed();
  }

  private List<List<String>> rows(Changes changes, Operation operation) {
    var rows = new ArrayList<List<String>>();
    for (Negative one : changes.negatives()) {
      if (one.campaign() != null) {
        Kind kind = one.adGroup() == null ? Kind.CAMPAIGN_NEGATIVE_KEYWORD : Kind.NEGATIVE_KEYWORD;
        String match = one.match() == MatchType.EXACT ? "negativeExact" : "negativePhrase";
        rows.add(row(rows, operation, kind, one.campaign(), one.adGroup(), one.text(), match));
      }
    }
    for (LiveKeyword one : changes.keywords()) {
      String match = one.match().label().toLowerCase(Locale.ROOT);
      rows.add(
          row(rows, operation, Kind.KEYWORD, one.campaign(), one.adGroup(), one.text(), match));
    }
    return rows;
  }

  private List<String> row(
      List<List<String>> before,
      Operation operation,
      Kind kind,
      String campaign,
      @Nullable String adGroup,
      String text,
      String match) {
    boolean create = operation == Operation.CREATE;
    return List.of(
        Labels.of(Kind.SPONSORED_PRODUCTS),
        Labels.of(kind),
        Labels.of(operation),
        ids.campaign(campaign),
        ids.adGroup(campaign, adGroup),
        create ? "" : UndoIds.reference("row-" + (before.size() + 1)),
        campaign,
        adGroup == null ? "" : adGroup,
        create ? ENABLED : "",
        text,
        match);
  }
}
