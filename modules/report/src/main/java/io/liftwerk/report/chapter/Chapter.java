package io.liftwerk.report.chapter;

import io.liftwerk.report.Figure;
import java.util.List;

/**
 * A result as a report shows it.
 *
 * @param id stable, unlike all others of the report; for links
 * @param kind what kind of analysis it is, as people call it
 * @param finding what was found, as the window says it
 * @param cautions what to beware of before the figures are believed
 * @param facts the few numbers that matter most
 * @param figures the charts
 * @param text further sentences
 * @param tables the rows
 * @param used rows used and held back and why, missing values, active filters
 * @param origin where it comes from
 */
public record Chapter(
    String id,
    String kind,
    String finding,
    List<String> cautions,
    List<Fact> facts,
    List<Figure> figures,
    List<String> text,
    List<Table> tables,
    List<String> used,
    Origin origin) {

  /**
   * A number that stands out.
   *
   * @param note what it is to be seen beside; may be empty
   */
  public record Fact(String name, String value, String note) {}

  public Chapter {
    cautions = List.copyOf(cautions);
    facts = List.copyOf(facts);
    figures = List.copyOf(figures);
    text = List.copyOf(text);
    tables = List.copyOf(tables);
    used = List.copyOf(used);
  }
}
