package io.liftwerk.warehouse.staging;

import io.liftwerk.ingest.recipe.Role;
import io.liftwerk.workspace.Sql;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What customer relationship systems and shops keep of persons: leads, deals, contacts. */
final class LeadRows {
  private static final Set<String> LEADS =
      Set.of("crm-leads", "salesforce-leads", "hubspot-contacts");
  private static final Set<String> CONTACTS =
      Set.of(
          "salesforce-contacts", "pipedrive-persons", "shopify-customers", "woocommerce-customers");

  private LeadRows() {}

  static boolean fitsDeals(Source source) {
    return source.has(Role.DEAL_VALUE) && source.has("deal", "opportunity");
  }

  static boolean fitsContacts(Source source) {
    return CONTACTS.contains(source.kind());
  }

  /**
   * Besides those of known systems, those of a recipe of the user's that has persons and their
   * state.
   */
  static boolean fitsLeads(Source source) {
    if (LEADS.contains(source.kind())) {
      return true;
    }
    boolean person = source.has(Role.EMAIL) || source.has(Role.PHONE);
    boolean state = source.has(Role.OUTCOME) || source.has(Role.STATUS);
    return person
        && state
        && !source.generic()
        && !fitsDeals(source)
        && !fitsContacts(source)
        && !source.has(Role.ORDER_ID)
        && !source.kind().equals("hubspot-companies");
  }

  static Staged leads(Source source) {
    return common(Domain.LEADS, source, "lead_id")
        .put("campaign", source.sql(Field::word, Role.CAMPAIGN))
        .put("status_raw", source.sql(Field::word, Role.STATUS))
        .put("outcome_raw", outcome(source))
        .put("owner", source.sql(Field::word, "owner"))
        .put("product", source.sql(Field::word, Role.PRODUCT))
        .put("country", source.sql(Field::word, Role.COUNTRY));
  }

  static Staged deals(Source source) {
    return common(Domain.DEALS, source, "deal_id")
        .put("closed_on", closed(source))
        .put("stage_raw", source.sql(Field::word, Role.STATUS))
        .put("outcome_raw", outcome(source))
        .put("owner", source.sql(Field::word, "owner"))
        .put("currency", source.currency(source.find(Role.DEAL_VALUE)))
        .put("deal_value", source.sql(Field::number, Role.DEAL_VALUE));
  }

  static Staged contacts(Source source) {
    return common(Domain.CONTACTS, source, "contact_id")
        .put("country", source.sql(Field::word, Role.COUNTRY));
  }

  private static Staged common(Domain domain, Source source, String id) {
    return new Staged(domain, source)
        .put("platform", Sql.literal(source.platform().isEmpty() ? "crm" : source.platform()))
        .put(id, id(source))
        .put("created_at", source.sql(Field::moment, "created", "signed_up"))
        .put("created_on", source.sql(Field::day, "created", "signed_up"))
        .put("source_raw", source.sql(Field::word, Role.SOURCE));
  }

  private static String id(Source source) {
    String known =
        source.sql(
            Field::word,
            "lead_id",
            "record_id",
            "deal_id",
            "opportunity_id",
            "contact_id",
            "person_id",
            "customer_id",
            "username");
    String id = known == null ? source.sql(Field::word, Role.ID) : known;
    // a list without ids: its own rows are all there is to tell them apart
    String row = Sql.literal(source.name() + ":") + " || cast(_row as varchar)";
    return id == null ? row : "coalesce(" + id + ", " + row + ")";
  }

  /**
   * How it ended, in the source's words. Salesforce's and HubSpot's columns say only whether it was
   * won; no does not mean lost.
   */
  private static @Nullable String outcome(Source source) {
    String outcome = source.sql(Field::word, Role.OUTCOME);
    if (outcome == null) {
      return null;
    }
    boolean onlyWon = source.kind().startsWith("salesforce") || source.kind().startsWith("hubspot");
    if (!onlyWon) {
      return outcome;
    }
    String won = "lower(" + outcome + ") in ('true', '1', 'yes', 'ja', 'wahr')";
    String closed = source.sql(Field::word, "is_closed");
    return "case when "
        + won
        + " then 'won'"
        + (closed == null
            ? ""
            : " when lower(" + closed + ") in ('true', '1', 'yes', 'ja', 'wahr') then 'lost'")
        + " end";
  }

  private static @Nullable String closed(Source source) {
    String won = source.sql(Field::day, "won_at");
    String lost = source.sql(Field::day, "lost_at");
    return won != null && lost != null
        ? "coalesce(" + won + ", " + lost + ")"
        : source.sql(Field::day, "closed", "won_at", "lost_at");
  }
}
