package io.liftwerk.report.page;

import io.liftwerk.report.Figure;
import io.liftwerk.report.ResultFormats;
import io.liftwerk.report.ResultTexts;
import io.liftwerk.report.chapter.Chapter;
import io.liftwerk.report.chapter.Origin;
import io.liftwerk.report.chapter.Table;
import io.liftwerk.workspace.RunRecord;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The report from its cover to its last small print. */
final class ReportMarkup {
  /** What would push the other columns off the page is broken anywhere, and nothing else. */
  private static final Pattern LONG_WORD = Pattern.compile("\\S{26}");

  /** Columns beyond which a table is set smaller. */
  private static final int MANY = 7;

  /** Characters of a finding beyond which it is set smaller. */
  private static final int LONG = 200;

  private final ReportDocument document;
  private final ResultTexts texts;
  private final ResultFormats formats;
  private final Medium medium;
  private final Markup markup = new Markup();
  private int figures;

  private ReportMarkup(ReportDocument document, Medium medium) {
    this.document = document;
    this.texts = document.texts();
    this.formats = texts.formats();
    this.medium = medium;
  }

  static String of(ReportDocument document, Medium medium) {
    var report = new ReportMarkup(document, medium);
    report.whole();
    return report.markup.toString();
  }

  private void whole() {
    markup.raw("<!DOCTYPE html>\n");
    markup.open(
        "html",
        "xmlns",
        "http://www.w3.org/1999/xhtml",
        "lang",
        texts.locale().getLanguage().equals("de") ? "de" : "en");
    markup.open("head");
    markup.empty("meta", "charset", "utf-8");
    markup.leaf("title", "", document.title() + " · " + document.client());
    medium.head(markup);
    markup.close();
    markup.open("body");
    cover();
    contents();
    markup.open("main");
    document.chapters().forEach(this::chapter);
    markup.close();
    markup.close();
    markup.close();
  }

  private void cover() {
    markup.open("header", "class", "cover");
    markup.open("div", "class", "logo");
    Logo logo = document.logo();
    if (logo != null) {
      medium.logo(markup, logo, "Logo");
    }
    markup.close();
    markup.leaf("p", "client", document.client());
    markup.leaf("h1", "", document.title());
    if (!document.period().isEmpty()) {
      markup.leaf("p", "period", document.period());
    }
    markup.leaf(
        "p",
        "as-of",
        texts.text("report.applied", formats.instant(document.asOf(), ZoneOffset.UTC))
            + " · "
            + texts.text("report.results", document.chapters().size()));
    markup.close();
  }

  private void contents() {
    markup.open("nav", "class", "contents", "id", "contents");
    markup.leaf("h2", "", texts.text("report.contents"));
    markup.open("ol");
    for (Chapter chapter : document.chapters()) {
      markup.open("li");
      medium.place(markup, chapter.id());
      markup.open("a", "href", "#" + chapter.id());
      markup.leaf("span", "kind", chapter.kind());
      markup.leaf("span", "said", chapter.finding());
      markup.close().close();
    }
    markup.close();
    markup.open("div", "class", "rests");
    markup.leaf("p", "", texts.text("report.data.about"));
    markup.leaf("p", "", texts.text("report.made", document.software()));
    markup.close().close();
  }

  private void chapter(Chapter chapter) {
    markup.open("section", "class", "chapter", "id", chapter.id());
    markup.leaf(
        "p",
        "eyebrow",
        chapter.kind() + " · " + texts.text("report.origin.run") + " " + chapter.origin().run());
    markup.leaf(
        "h2", styles("finding", chapter.finding().length() > LONG, "long"), chapter.finding());
    cautions(chapter.cautions());
    facts(chapter.facts());
    if (!chapter.figures().isEmpty()) {
      markup.open("div", "class", "figures");
      chapter.figures().forEach(this::figure);
      markup.close();
    }
    chapter.text().forEach(line -> markup.leaf("p", "", line));
    chapter.tables().forEach(this::table);
    if (!chapter.used().isEmpty()) {
      markup.open("div", "class", "used");
      markup.leaf("h3", "", texts.text("report.used"));
      lines(chapter.used());
      markup.close();
    }
    origin(chapter.origin());
    markup.close();
  }

  private static String styles(String style, boolean more, String other) {
    return more ? String.join(" ", style, other) : style;
  }

  private void cautions(List<String> cautions) {
    if (cautions.isEmpty()) {
      return;
    }
    markup.open("div", "class", "cautions");
    markup.leaf("h3", "", texts.text("report.cautions"));
    lines(cautions);
    markup.close();
  }

  private void lines(List<String> lines) {
    markup.open("ul");
    lines.forEach(line -> markup.leaf("li", "", line));
    markup.close();
  }

  /** A table, since neither paper nor mail programs know of grids. */
  private void facts(List<Chapter.Fact> facts) {
    if (facts.isEmpty()) {
      return;
    }
    markup.open("table", "class", "facts").open("tr");
    for (Chapter.Fact fact : facts) {
      markup.open("td");
      markup.leaf("div", "name", fact.name());
      markup.leaf("div", "value", fact.value());
      markup.leaf("div", "note", fact.note());
      markup.close();
    }
    markup.close().close();
  }

  private void figure(Figure figure) {
    markup.open("div", "class", styles("figure", figure.isMap(), "wide"));
    medium.figure(markup, figure, figures++);
    markup.close();
  }

  private void table(Table table) {
    markup.open("div", "class", "rows");
    markup.leaf("h3", "", table.title());
    if (!table.about().isEmpty()) {
      markup.leaf("p", "about", table.about());
    }
    markup.open("table", "class", styles("data", table.columns().size() > MANY, "many"));
    markup.open("thead").open("tr");
    for (Table.Column column : table.columns()) {
      cell("th", column, column.name());
    }
    markup.close().close();
    markup.open("tbody");
    for (int i = 0; i < table.rows().size(); i++) {
      if (i == table.marked()) {
        markup.open("tr", "class", "marked");
      } else {
        markup.open("tr");
      }
      List<String> row = table.rows().get(i);
      for (int place = 0; place < row.size(); place++) {
        cell("td", table.columns().get(place), row.get(place));
      }
      markup.close();
    }
    markup.close().close();
    if (!table.note().isEmpty()) {
      markup.leaf("p", "more", table.note());
    }
    markup.close();
  }

  private void cell(String tag, Table.Column column, String text) {
    boolean unbroken = LONG_WORD.matcher(text).find();
    markup.leaf(tag, column.number() ? "number" : unbroken ? "long" : "", text);
  }

  private void origin(Origin origin) {
    markup.open("div", "class", "origin");
    markup.leaf("h3", "", texts.text("report.origin"));
    markup.open("table");
    line("report.origin.run", run(origin));
    line("report.origin.when", formats.instant(origin.at(), ZoneOffset.UTC) + " UTC");
    line("report.origin.software", "Liftwerk " + origin.software());
    Long seed = origin.seed();
    line(
        "report.origin.seed",
        seed == null ? texts.text("report.origin.seed.none") : Long.toString(seed));
    if (!origin.parameters().isEmpty()) {
      line(
          "report.origin.parameters",
          origin.parameters().stream()
              .map(one -> one.name() + " = " + one.value())
              .collect(Collectors.joining(" · ")));
    }
    if (!origin.tables().isEmpty()) {
      line("report.origin.tables", String.join(", ", origin.tables()));
    }
    if (!origin.inputs().isEmpty()) {
      lines("report.origin.input", origin.inputs().stream().map(this::input).toList());
    }
    line("report.origin.hash", "sha-256 " + origin.resultHash());
    markup.close().close();
  }

  private String run(Origin origin) {
    String run = origin.run() + " (" + origin.job() + ")";
    String of = origin.rerunOf();
    return of == null ? run : run + ", " + texts.text("report.origin.again", of);
  }

  private String input(RunRecord.Input input) {
    return input.name()
        + " · "
        + texts.text("report.origin.rows", input.size())
        + " · sha-256 "
        + input.sha256();
  }

  private void line(String key, String value) {
    markup.open("tr");
    markup.leaf("th", "", texts.text(key));
    markup.leaf("td", "", value);
    markup.close();
  }

  private void lines(String key, List<String> values) {
    markup.open("tr");
    markup.leaf("th", "", texts.text(key));
    markup.open("td");
    values.forEach(value -> markup.leaf("div", "", value));
    markup.close().close();
  }
}
