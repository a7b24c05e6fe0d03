package io.liftwerk.warehouse.staging;

import io.liftwerk.workspace.Sql;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Contracts: any table with a column that says when one ends, or whether the customer left. There
 * is no export that everybody knows, so they are found by what such columns are called.
 */
final class ContractRows {
  private static final Pattern ENDS =
      words(
          "vertragsende|laufzeitende|vertrag (bis|endet( am)?)|abo-?ende|contract[ _]end(["
              + " _](date|on))?|end of contract|subscription[ _]end([ _](date|on))?|renewal["
              + " _]date|expir(y|ation)[ _]date");
  private static final Pattern LEFT =
      words("churn(ed)?|is[ _]?churn(ed)?|churn[ _](label|value)|gekündigt|abgewandert|exited");
  private static final Pattern CANCELLED =
      words("gekündigt am|kündigungsdatum|kündigung am|cancel(l?ed|lation)[ _](at|on|date)");
  private static final Pattern STARTED =
      words(
          "vertragsbeginn|vertragsstart|abo-?beginn|contract[ _]start([ _](date|on))?|subscription["
              + " _]start([ _](date|on))?");
  private static final Pattern PLAN =
      words("contract([ _]type)?|plan|tarif|vertragsart|vertrag|abo|subscription");
  private static final Pattern CONTRACT =
      words("vertrags-?(id|nr\\.?|nummer)|contract[ _]?(id|number|no\\.?)|subscription[ _]?id");
  private static final Pattern CUSTOMER =
      words(
          "kunden-?(id|nr\\.?|nummer)|customer[ _]?(id|number|no\\.?)|client["
              + " _]?id|kontakt-?id|contact[ _]?id");

  private ContractRows() {}

  private static Pattern words(String names) {
    return Pattern.compile(names, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  static boolean fits(Source source) {
    return ends(source).isPresent() || left(source).isPresent();
  }

  private static Optional<Field> ends(Source source) {
    return source.called(ENDS).filter(Field::isTime);
  }

  private static Optional<Field> left(Source source) {
    return source.called(LEFT).filter(field -> !field.isTime());
  }

  static Staged of(Source source) {
    String owner = source.platform().isEmpty() ? source.name() : source.platform();
    Staged rows = new Staged(Domain.CONTRACTS, source);
    String person = Persons.id(source);
    if (person == null) {
      rows.put(
          "person_id",
          source
              .called(CUSTOMER)
              .map(field -> Sql.literal(owner + ":") + " || " + field.word())
              .orElse(null));
    }
    return rows.put("platform", Sql.literal(owner))
        .put("contract_id", id(source))
        .put("plan", source.called(PLAN).map(Field::word).orElse(null))
        .put("started_on", day(source.called(STARTED)))
        .put("ends_on", day(ends(source)))
        .put("cancelled_on", day(source.called(CANCELLED)))
        .put("churn_stated", left(source).map(ContractRows::yes).orElse(null));
  }

  private static @Nullable String day(Optional<Field> field) {
    return field.filter(Field::isTime).map(Field::day).orElse(null);
  }

  private static String id(Source source) {
    String row = Sql.literal(source.name() + ":") + " || cast(_row as varchar)";
    return source
        .called(CONTRACT)
        .or(() -> source.called(CUSTOMER))
        .map(field -> "coalesce(" + field.word() + ", " + row + ")")
        .orElse(row);
  }

  private static String yes(Field field) {
    String word = "lower(" + field.word() + ")";
    return "case when "
        + word
        + " in ('true', '1', 'yes', 'y', 'ja', 'wahr', 'churned', 'gekündigt') then true when "
        + word
        + " in ('false', '0', 'no', 'n', 'nein', 'falsch', 'stayed', 'aktiv', 'active') then false"
        + " end";
  }
}
