package io.liftwerk.keywords.editors;

import java.util.Arrays;
import java.util.List;

/**
 * A record of Microsoft Advertising's bulk file, format version 6.0 (learn.microsoft.com, Bulk
 * service, "Bulk File Schema").
 *
 * @param id of a list or of what is to be deleted; a negative number for a list that the same file
 *     makes
 * @param parentId of the campaign, ad group, list or account it belongs to
 */
record BulkRow(
    Kind kind,
    boolean active,
    String id,
    String parentId,
    String campaign,
    String adGroup,
    String clientId,
    String keyword,
    String match,
    String name) {

  enum Kind {
    CAMPAIGN_NEGATIVE_KEYWORD,
    AD_GROUP_NEGATIVE_KEYWORD,
    NEGATIVE_KEYWORD_LIST,
    SHARED_NEGATIVE_KEYWORD,
    CAMPAIGN_NEGATIVE_KEYWORD_LIST_ASSOCIATION,
    ACCOUNT_NEGATIVE_KEYWORD_LIST,
    ACCOUNT_SHARED_NEGATIVE_KEYWORD,
    ACCOUNT_NEGATIVE_KEYWORD_LIST_ASSOCIATION,
    KEYWORD,
    FORMAT_VERSION
  }

  private enum Column {
    TYPE,
    STATUS,
    ID,
    PARENT_ID,
    CAMPAIGN,
    AD_GROUP,
    CLIENT_ID,
    MODIFIED_TIME,
    KEYWORD,
    MATCH_TYPE,
    NAME
  }

  private enum Status {
    ACTIVE,
    DELETED
  }

  private static final String VERSION = "6.0";

  /** A record without a name of its own, and nothing else known yet. */
  static BulkRow of(Kind kind, String clientId) {
    return new BulkRow(kind, true, "", "", "", "", clientId, "", "", "");
  }

  BulkRow withId(String value) {
    return new BulkRow(
        kind, active, value, parentId, campaign, adGroup, clientId, keyword, match, name);
  }

  BulkRow withParent(String value) {
    return new BulkRow(kind, active, id, value, campaign, adGroup, clientId, keyword, match, name);
  }

  BulkRow in(String itsCampaign, String itsAdGroup) {
    return new BulkRow(
        kind, active, id, parentId, itsCampaign, itsAdGroup, clientId, keyword, match, name);
  }

  BulkRow saying(String text, String matchType) {
    return new BulkRow(
        kind, active, id, parentId, campaign, adGroup, clientId, text, matchType, name);
  }

  BulkRow named(String value) {
    return new BulkRow(
        kind, active, id, parentId, campaign, adGroup, clientId, keyword, match, value);
  }

  BulkRow deleted() {
    return new BulkRow(
        kind, false, id, parentId, campaign, adGroup, clientId, keyword, match, name);
  }

  List<String> cells() {
    return List.of(
        Labels.of(kind),
        Labels.of(active ? Status.ACTIVE : Status.DELETED),
        id,
        parentId,
        campaign,
        adGroup,
        clientId,
        "",
        keyword,
        match,
        name);
  }

  /** Byte order mark, header and the record that says which version the file has. */
  static String head() {
    return Csv.BOM
        + Csv.line(Arrays.stream(Column.values()).map(Labels::of).toList())
        + Csv.line(
            List.of(Labels.of(Kind.FORMAT_VERSION), "", "", "", "", "", "", "", "", "", VERSION));
  }
}
