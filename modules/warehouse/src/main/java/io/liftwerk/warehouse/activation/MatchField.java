package io.liftwerk.warehouse.activation;

/** What persons are matched by. */
public enum MatchField {
  EMAIL,
  PHONE,
  FIRST_NAME,
  LAST_NAME,
  STREET,
  CITY,
  STATE,
  ZIP,
  COUNTRY,
  BIRTH_DATE,
  GENDER,
  DEVICE_ID
}
