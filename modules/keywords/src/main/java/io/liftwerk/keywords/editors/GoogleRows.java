package io.liftwerk.keywords.editors;

import io.liftwerk.keywords.account.LiveKeyword;
import io.liftwerk.keywords.account.MatchType;
import io.liftwerk.keywords.account.Negative;
import io.liftwerk.keywords.account.SharedList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Google Ads Editor's import CSV (support.google.com/google-ads/editor/answer/57747): English
 * headers, a blank cell changes nothing. What a row is follows from the cells it fills: a shared
 * list from its name and type, a link from these and a campaign, a member from these and a keyword.
 *
 * <p>What is to go has the status "Removed", as Editor is said to write it ("Enabled", "Paused",
 * "Removed"); Editor shows such a row as a removal that is proposed, to be kept or rejected, like
 * every other change of an import.
 */
final class GoogleRows implements Rows {
  private enum Column {
    CAMPAIGN,
    AD_GROUP,
    KEYWORD,
    CRITERION_TYPE,
    SHARED_SET_NAME,
    SHARED_SET_TYPE,
    STATUS
  }

  private enum Kind {
    CAMPAIGN_NEGATIVE,
    NEGATIVE,
    NEGATIVE_KEYWORDS
  }

  private enum Status {
    ENABLED,
    REMOVED
  }

  @Override
  public String head() {
    return Csv.line(Arrays.stream(Column.values()).map(Labels::of).toList());
  }

  @Override
  public List<List<String>> export(Changes changes) {
    return rows(changes, Status.ENABLED);
  }

  @Override
  public List<List<String>> undo(Changes changes) {
    return rows(changes, Status.REMOVED).reversed();
  }

  private static List<List<String>> rows(Changes changes, Status status) {
    var rows = new ArrayList<List<String>>();
    changes.lists().forEach(list -> rows.add(list(list, null, status)));
    changes.negatives().stream()
        .filter(one -> one.list() != null)
        .forEach(one -> rows.add(negative(one, status)));
    changes.links().forEach(link -> rows.add(list(link.list(), link.campaign(), status)));
    changes.negatives().stream()
        .filter(one -> one.list() == null)
        .forEach(one -> rows.add(negative(one, status)));
    changes.keywords().forEach(one -> rows.add(keyword(one, status)));
    return rows;
  }

  private static List<String> list(SharedList list, @Nullable String campaign, Status status) {
    Map<Column, String> cells = cells(status);
    cells.put(Column.SHARED_SET_NAME, list.name());
    cells.put(Column.SHARED_SET_TYPE, sentenceCase(Kind.NEGATIVE_KEYWORDS));
    if (campaign != null) {
      cells.put(Column.CAMPAIGN, campaign);
    }
    return row(cells);
  }

  private static List<String> negative(Negative negative, Status status) {
    Map<Column, String> cells = cells(status);
    Kind kind = Kind.NEGATIVE;
    if (negative.list() != null) {
      cells.put(Column.SHARED_SET_NAME, negative.list());
      cells.put(Column.SHARED_SET_TYPE, sentenceCase(Kind.NEGATIVE_KEYWORDS));
    } else if (negative.adGroup() == null) {
      kind = Kind.CAMPAIGN_NEGATIVE;
    } else {
      cells.put(Column.AD_GROUP, negative.adGroup());
    }
    if (negative.campaign() != null) {
      cells.put(Column.CAMPAIGN, negative.campaign());
    }
    cells.put(Column.KEYWORD, negative.text());
    cells.put(Column.CRITERION_TYPE, type(kind, negative.match()));
    return row(cells);
  }

  private static List<String> keyword(LiveKeyword keyword, Status status) {
    Map<Column, String> cells = cells(status);
    cells.put(Column.CAMPAIGN, keyword.campaign());
    if (keyword.adGroup() != null) {
      cells.put(Column.AD_GROUP, keyword.adGroup());
    }
    cells.put(Column.KEYWORD, keyword.text());
    cells.put(Column.CRITERION_TYPE, keyword.match().label());
    return row(cells);
  }

  private static String type(Kind kind, MatchType match) {
    return Labels.of(kind) + ' ' + match.label();
  }

  private static String sentenceCase(Kind kind) {
    String label = Labels.of(kind);
    return label.charAt(0) + label.substring(1).toLowerCase(java.util.Locale.ROOT);
  }

  private static Map<Column, String> cells(Status status) {
    var cells = new EnumMap<Column, String>(Column.class);
    cells.put(Column.STATUS, Labels.of(status));
    return cells;
  }

  private static List<String> row(Map<Column, String> cells) {
    return Arrays.stream(Column.values()).map(c -> cells.getOrDefault(c, "")).toList();
  }
}
