package io.liftwerk.ingest.recipe;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a column means, whatever it is called. */
public enum Role {
  DAY,
  MOMENT,
  PERIOD_START,
  PERIOD_END,
  ACCOUNT,
  CAMPAIGN,
  AD_GROUP,
  AD,
  KEYWORD,
  SEARCH_TERM,
  MATCH_TYPE,
  STATUS,
  IMPRESSIONS,
  CLICKS,
  INTERACTIONS,
  COST,
  /** In millionths of the currency, as some interfaces write it. */
  COST_MICROS,
  CONVERSIONS,
  CONVERSION_VALUE,
  LEADS,
  ORDERS,
  REVENUE,
  REFUND,
  /** What a deal is worth, won or not. */
  DEAL_VALUE,
  QUANTITY,
  REACH,
  RATE,
  POSITION,
  CURRENCY,
  QUERY,
  PAGE,
  COUNTRY,
  DEVICE,
  SOURCE,
  MEDIUM,
  EVENT,
  SESSION,
  URL,
  LINK_TARGET,
  ANCHOR,
  PRODUCT,
  PRICE,
  ID,
  ORDER_ID,
  PERSON_ID,
  EMAIL,
  PHONE,
  PERSON_NAME,
  ADDRESS,
  IP,
  COMPANY,
  CONSENT,
  CONSENT_TIME,
  /** Consent taken back: a yes is a no. */
  OPT_OUT,
  OUTCOME,
  /** Free text, in which anything may stand. */
  TEXT;

  /** As recipes and results write it: {@code search-term}. */
  @JsonValue
  public String json() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the rows' values may be added up and must meet the report's total. */
  public boolean additive() {
    return switch (this) {
      case IMPRESSIONS,
          CLICKS,
          INTERACTIONS,
          COST,
          COST_MICROS,
          CONVERSIONS,
          CONVERSION_VALUE,
          LEADS,
          ORDERS,
          REVENUE,
          REFUND,
          DEAL_VALUE,
          QUANTITY ->
          true;
      default -> false;
    };
  }

  /** Whether it identifies a person directly. */
  public boolean personal() {
    return switch (this) {
      case EMAIL, PHONE, PERSON_NAME, ADDRESS, IP -> true;
      default -> false;
    };
  }
}
