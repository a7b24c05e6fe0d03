import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * HubSpot contacts: everybody who subscribed or enquired in 2026. Two ways to write a date, and
 * several associations in one cell.
 */
final class HubSpot {
  private HubSpot() {}

  static byte[] write(World world) {
    Dice dice = world.dice("hubspot");
    Map<Crowd.Person, List<Enquiries.Lead>> leads = new LinkedHashMap<>();
    for (Enquiries.Lead lead : world.leads()) {
      if (!lead.created().isBefore(Advertising.FIRST)) {
        leads.computeIfAbsent(lead.person(), p -> new ArrayList<>()).add(lead);
      }
    }
    var sheet =
        new Sheet(',', "\n")
            .row(
                "Record ID",
                "First Name",
                "Last Name",
                "Email",
                "Phone Number",
                "Lead Status",
                "Lifecycle Stage",
                "Create Date",
                "Associated Company",
                "Contact owner",
                "Country/Region",
                "Original Source",
                "Associated Deal IDs",
                "Marketing contact status",
                "Unsubscribed from all email",
                "Legal basis for processing contact's data");
    leads.forEach((person, own) -> sheet.row(cells(person, own, dice)));
    return sheet.utf8();
  }

  private static List<String> cells(Crowd.Person person, List<Enquiries.Lead> leads, Dice dice) {
    Enquiries.Lead last = leads.getLast();
    boolean customer = leads.stream().anyMatch(l -> Boolean.TRUE.equals(l.won()));
    Crowd.Organisation firm = person.organisation();
    String company =
        firm == null ? "" : firm.name() + (dice.chance(.05) ? ";Nordwand Partnerkreis" : "");
    return List.of(
        Long.toString(80_200_000_001L + 977L * person.number()),
        person.first(),
        person.last(),
        person.mail(),
        person.phone(),
        status(last),
        customer ? "Customer" : last.talks() > 0 ? "Sales Qualified Lead" : "Lead",
        created(leads.getFirst(), dice),
        company,
        dice.chance(.04) ? "" : last.rep().name(),
        person.place().country().equals("Deutschland") ? "Germany" : "Austria",
        source(last.channel()),
        String.join(";", leads.stream().map(l -> "9" + l.id().substring(2)).toList()),
        Boolean.TRUE.equals(person.marketing()) ? "Marketing contact" : "Non-marketing contact",
        Boolean.FALSE.equals(person.marketing()) ? "true" : "false",
        person.marketing() == null
            ? ""
            : person.marketing() ? "Freely given consent from contact" : "Not applicable");
  }

  private static String status(Enquiries.Lead lead) {
    if (lead.won() == null) {
      return lead.talks() > 0 ? "IN_PROGRESS" : "NEW";
    }
    return lead.won() ? "CONNECTED" : "UNQUALIFIED";
  }

  /** {@code 2026-03-12 09:14} from one form, {@code 3/15/2026 2:30 PM} from the other. */
  private static String created(Enquiries.Lead lead, Dice dice) {
    LocalDateTime at = lead.created().atTime(dice.between(7, 21), dice.between(0, 59));
    if (dice.chance(.7)) {
      return Days.format(at, "yyyy-MM-dd HH:mm");
    }
    int hour = at.getHour() % 12 == 0 ? 12 : at.getHour() % 12;
    return Days.american(lead.created())
        + " "
        + hour
        + Days.format(at, ":mm")
        + (at.getHour() < 12 ? " AM" : " PM");
  }

  private static String source(Marketing.Channel channel) {
    return switch (channel.name()) {
      case "Google Ads", "Microsoft Advertising" -> "Paid Search";
      case "Meta Ads", "LinkedIn" -> "Paid Social";
      case "Newsletter" -> "Email Marketing";
      case "Organische Suche" -> "Organic Search";
      case "Empfehlung" -> "Referrals";
      default -> "Offline Sources";
    };
  }
}
