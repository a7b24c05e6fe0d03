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
  CONVERSIONS,
  CONVERSION_VALUE,
  LEADS,
  ORDERS,
  REVENUE,
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
  OUTCOME,
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
          CONVERSIONS,
          CONVERSION_VALUE,
          LEADS,
          ORDERS,
          REVENUE,
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
