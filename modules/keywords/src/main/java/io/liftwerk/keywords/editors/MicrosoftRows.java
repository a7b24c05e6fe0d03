package io.liftwerk.keywords.editors;

import io.liftwerk.keywords.account.LiveKeyword;
import io.liftwerk.keywords.account.Negative;
import io.liftwerk.keywords.account.SharedList;
import io.liftwerk.keywords.editors.BulkRow.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft Advertising's bulk file. New lists have negative identifiers, by which the same file's
 * members and links refer to them. A campaign or ad group is told by its identifier where that is
 * known, else by its name, as the documentation allows.
 *
 * <p>To delete, Microsoft wants the identifier it gave ("Id … Delete: Required"). It is known only
 * from the file that the upload gives back, in which "Client Id" is handed through; until then the
 * undo file has {@code see:} and the client id in its place. Never is it left empty: "to delete all
 * negative keywords for the campaign, you only need to upload the Status and Parent Id".
 */
final class MicrosoftRows implements Rows {
  private final AccountIds ids;
  private final IntFunction<String> clientId;

  MicrosoftRows(AccountIds ids) {
    this(ids, n -> "liftwerk-" + n);
  }

  /**
   * @param clientId the client id of the n-th row, from 1
   */
  MicrosoftRows(AccountIds ids, IntFunction<String> clientId) {
    this.ids = ids;
    this.clientId = clientId;
  }

  @Override
  public String head() {
    return BulkRow.head();
  }

  @Override
  public List<List<String>> export(Changes changes) {
    return rows(changes).stream().map(BulkRow::cells).toList();
  }

  @Override
  public List<List<String>> undo(Changes changes) {
    List<BulkRow> rows = rows(changes);
    Map<String, String> made = new HashMap<>();
    for (BulkRow row : rows) {
      if (isList(row.kind())) {
        made.put(row.id(), UndoIds.reference(row.clientId()));
      }
    }
    return rows.reversed().stream().map(row -> undone(row, made).cells()).toList();
  }

  private static BulkRow undone(BulkRow row, Map<String, String> made) {
    String own = isLink(row.kind()) ? row.id() : "";
    String id = own.isEmpty() ? UndoIds.reference(row.clientId()) : made.getOrDefault(own, own);
    return row.withId(id).withParent(made.getOrDefault(row.parentId(), row.parentId())).deleted();
  }

  private static boolean isList(Kind kind) {
    return kind == Kind.NEGATIVE_KEYWORD_LIST || kind == Kind.ACCOUNT_NEGATIVE_KEYWORD_LIST;
  }

  private static boolean isLink(Kind kind) {
    return kind == Kind.CAMPAIGN_NEGATIVE_KEYWORD_LIST_ASSOCIATION
        || kind == Kind.ACCOUNT_NEGATIVE_KEYWORD_LIST_ASSOCIATION;
  }

  private List<BulkRow> rows(Changes changes) {
    var rows = new ArrayList<BulkRow>();
    Map<String, String> lists = new HashMap<>(ids.lists());
    Map<String, Boolean> whole = new HashMap<>();
    changes.links().forEach(link -> whole.put(link.list().name(), link.list().wholeAccount()));
    for (SharedList list : changes.lists()) {
      String id = "-" + (rows.size() + 1);
      lists.put(list.name(), id);
      whole.put(list.name(), list.wholeAccount());
      Kind kind =
          list.wholeAccount() ? Kind.ACCOUNT_NEGATIVE_KEYWORD_LIST : Kind.NEGATIVE_KEYWORD_LIST;
      rows.add(next(rows, kind).withId(id).named(list.name()));
    }
    for (Negative negative : changes.negatives()) {
      String list = negative.list();
      if (list == null) {
        rows.add(negative(next(rows, kind(negative.adGroup())), negative));
      } else if (lists.containsKey(list)) {
        Kind kind =
            whole.getOrDefault(list, false)
                ? Kind.ACCOUNT_SHARED_NEGATIVE_KEYWORD
                : Kind.SHARED_NEGATIVE_KEYWORD;
        rows.add(
            next(rows, kind)
                .withParent(lists.get(list))
                .saying(negative.text(), negative.match().label()));
      }
    }
    for (Changes.Link link : changes.links()) {
      String id = lists.get(link.list().name());
      if (id != null) {
        rows.add(link(rows, link.campaign(), id));
      }
    }
    changes.keywords().forEach(one -> rows.add(keyword(next(rows, Kind.KEYWORD), one)));
    return rows;
  }

  private static Kind kind(@Nullable String adGroup) {
    return adGroup == null ? Kind.CAMPAIGN_NEGATIVE_KEYWORD : Kind.AD_GROUP_NEGATIVE_KEYWORD;
  }

  private BulkRow next(List<BulkRow> rows, Kind kind) {
    return BulkRow.of(kind, clientId.apply(rows.size() + 1));
  }

  private BulkRow negative(BulkRow row, Negative negative) {
    return placed(row, String.valueOf(negative.campaign()), negative.adGroup())
        .saying(negative.text(), negative.match().label());
  }

  private BulkRow keyword(BulkRow row, LiveKeyword keyword) {
    return placed(row, keyword.campaign(), keyword.adGroup())
        .saying(keyword.text(), keyword.match().label());
  }

  private BulkRow link(List<BulkRow> rows, String campaign, String list) {
    return campaign.isEmpty()
        ? next(rows, Kind.ACCOUNT_NEGATIVE_KEYWORD_LIST_ASSOCIATION)
            .withId(list)
            .withParent(String.valueOf(ids.account()))
        : placed(
            next(rows, Kind.CAMPAIGN_NEGATIVE_KEYWORD_LIST_ASSOCIATION).withId(list),
            campaign,
            null);
  }

  private BulkRow placed(BulkRow row, String campaign, @Nullable String adGroup) {
    String parent = adGroup == null ? ids.campaign(campaign) : ids.adGroup(campaign, adGroup);
    return parent.isEmpty()
        ? row.in(campaign, adGroup == null ? "" : adGroup)
        : row.withParent(parent);
  }
}
