import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * LinkedIn Campaign Manager: UTF-16LE, tabs, five lines before the header, American dates. Its
 * leads are those whose source the CRM calls LinkedIn.
 */
final class LinkedInReport {
  private LinkedInReport() {}

  static byte[] write(World world) {
    Dice dice = world.dice("linkedin");
    Map<String, Integer> leads = leads(world, dice);
    List<Ledger.Row> rows = world.ledger().of(channel -> channel == Marketing.BUSINESS);
    var sheet =
        new Sheet('\t', "\r\n")
            .line("Campaign Performance Report (in UTC)")
            .line("Report Start: " + Days.longEnglish(Advertising.FIRST) + ", 12:00 AM")
            .line("Report End: " + Days.longEnglish(Advertising.LAST) + ", 11:59 PM")
            .line("Date Generated: " + Days.longEnglish(Season.TODAY) + ", 6:12 AM")
            .line("")
            .row(
                "Start Date (in UTC)",
                "Account Name",
                "Campaign Group Name",
                "Campaign Name",
                "Campaign ID",
                "Currency",
                "Total Spent",
                "Impressions",
                "Clicks",
                "Leads",
                "Lead Forms Opened",
                "Conversions");
    for (Ledger.Row row : rows) {
      Advertising.Delivery d = row.delivery();
      int forms = leads.getOrDefault(d.slot(), 0);
      sheet.row(
          Days.american(d.day()),
          "Nordwand Geschäftskunden",
          d.campaign().name(),
          d.group().name(),
          d.group().id(),
          "EUR",
          Num.ENGLISH.money(d.cents()),
          Num.ENGLISH.whole(d.impressions()),
          Num.ENGLISH.whole(d.clicks()),
          Integer.toString(forms),
          Integer.toString(forms + dice.poisson(1.4 * forms)),
          Integer.toString(forms));
    }
    return sheet.withMark(StandardCharsets.UTF_16LE);
  }

  /** Leads of the CRM by campaign and day, each in one ad group of that campaign. */
  private static Map<String, Integer> leads(World world, Dice dice) {
    var leads = new LinkedHashMap<String, Integer>();
    for (Enquiries.Lead lead : world.leads()) {
      boolean ours = lead.channel() == Marketing.BUSINESS && lead.campaign() != null;
      if (ours && !lead.created().isBefore(Advertising.FIRST)) {
        Marketing.AdGroup group = dice.pick(lead.campaign().adGroups());
        leads.merge(lead.created() + " " + group.id(), 1, Integer::sum);
      }
    }
    return leads;
  }
}
