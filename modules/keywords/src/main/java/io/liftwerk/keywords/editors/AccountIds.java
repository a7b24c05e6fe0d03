package io.liftwerk.keywords.editors;

import io.liftwerk.keywords.account.Channel;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers a channel gave to what an account is made of. Microsoft needs those of lists that
 * exist already, Amazon those of campaigns and ad groups; Google's editor needs none.
 *
 * @param account the account's own; null if unknown
 * @param campaigns by name
 * @param adGroups by campaign and name, in that order
 * @param lists shared lists by name
 */
public record AccountIds(
    @Nullable String account,
    Map<String, String> campaigns,
    Map<List<String>, String> adGroups,
    Map<String, String> lists) {

  public static final AccountIds UNKNOWN = new AccountIds(null, Map.of(), Map.of(), Map.of());

  public AccountIds {
    campaigns = Map.copyOf(campaigns);
    adGroups = Map.copyOf(adGroups);
    lists = Map.copyOf(lists);
  }

  /**
   * Those of a bulk file that a user downloaded from Microsoft or Amazon, as CSV. Rows of other
   * kinds are passed over.
   *
   * @throws IOException when the file cannot be read
   */
  public static AccountIds read(Channel channel, Reader bulkFile) throws IOException {
    Csv.Table table = Csv.read(bulkFile);
    Map<String, Integer> columns = table.columns();
    String account = null;
    var campaigns = new HashMap<String, String>();
    var adGroups = new HashMap<List<String>, String>();
    var lists = new HashMap<String, String>();
    boolean amazon = channel == Channel.AMAZON;
    for (List<String> row : table.rows()) {
      String kind = Csv.Table.cell(columns, row, amazon ? "Entity" : "Type");
      String id = Csv.Table.cell(columns, row, "Id");
      String campaign = Csv.Table.cell(columns, row, amazon ? "Campaign Name" : "Campaign");
      switch (kind) {
        case "Account" -> account = id;
        case "Campaign" ->
            campaigns.put(campaign, amazon ? Csv.Table.cell(columns, row, "Campaign ID") : id);
        case "Ad Group" ->
            adGroups.put(
                List.of(
                    amazon ? Csv.Table.cell(columns, row, "Campaign ID") : campaign,
                    Csv.Table.cell(columns, row, amazon ? "Ad Group Name" : "Ad Group")),
                amazon ? Csv.Table.cell(columns, row, "Ad Group ID") : id);
        case "Negative Keyword List", "Account Negative Keyword List" ->
            lists.put(Csv.Table.cell(columns, row, "Name"), id);
        default -> {}
      }
    }
    return new AccountIds(
        account, campaigns, amazon ? byName(campaigns, adGroups) : adGroups, lists);
  }

  /** Amazon's rows of ad groups name their campaign by its identifier alone. */
  private static Map<List<String>, String> byName(
      Map<String, String> campaigns, Map<List<String>, String> adGroups) {
    var names = new HashMap<String, String>();
    campaigns.forEach((name, id) -> names.put(id, name));
    var byName = new HashMap<List<String>, String>();
    adGroups.forEach(
        (key, id) -> {
          String campaign = names.get(key.getFirst());
          if (campaign != null) {
            byName.put(List.of(campaign, key.getLast()), id);
          }
        });
    return byName;
  }

  String campaign(@Nullable String name) {
    return name == null ? "" : campaigns.getOrDefault(name, "");
  }

  String adGroup(@Nullable String campaign, @Nullable String name) {
    return campaign == null || name == null
        ? ""
        : adGroups.getOrDefault(List.of(campaign, name), "");
  }
}
