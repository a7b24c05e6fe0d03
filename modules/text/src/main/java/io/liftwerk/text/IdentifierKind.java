package io.liftwerk.text;

/** What a text may give away of a person, a firm or a place; see {@link Identifiers}. */
public enum IdentifierKind {
  EMAIL(true),
  PHONE(true),
  /** A name of a person, without title and form of address. */
  PERSON(true),
  /**
   * A postal address, or as much of it as stands there: from the house or street to the country.
   */
  ADDRESS(true),
  CARD(true),
  IBAN(true),
  IP(true),
  MAC(true),
  /** A wallet of Bitcoin, by its check. */
  CRYPTO(true),
  US_SSN(true),
  US_ITIN(true),
  US_DRIVING_LICENCE(true),
  DE_DRIVING_LICENCE(true),
  DE_HEALTH_INSURANCE(true),
  DE_ID_CARD(true),
  /** Arztnummer: nine digits that stand for a doctor. */
  DE_LANR(true),
  /** Betriebsstättennummer: nine digits that stand for a doctor's practice. */
  DE_BSNR(true),
  DE_NUMBER_PLATE(true),
  DE_PASSPORT(true),
  DE_PENSION_INSURANCE(true),
  DE_TAX_ID(true),
  DE_TAX_NUMBER(true),
  /** A firm's, which a sole trader's name may hang on. */
  DE_TRADE_REGISTER(false),
  DE_VAT_ID(false),
  /** A web address or a bare domain. */
  URL(false),
  ORGANISATION(false),
  /** A city, a region, a country. */
  PLACE(false),
  POSTCODE(false),
  DATE(false),
  AGE(false),
  /** A form of address or an academic title before a name. */
  TITLE(false),
  /** A nationality, a religion, a political group. */
  NATIONALITY(false);

  private final boolean direct;

  IdentifierKind(boolean direct) {
    this.direct = direct;
  }

  /**
   * Whether one finding is enough to know or reach a person. The others narrow down who is meant,
   * and stand in most texts that are about nobody: a page names its firm and its town.
   */
  public boolean isDirect() {
    return direct;
  }
}
