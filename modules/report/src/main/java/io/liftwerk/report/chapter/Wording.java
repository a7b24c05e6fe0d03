package io.liftwerk.report.chapter;

import io.liftwerk.report.Figure;
import io.liftwerk.report.ResultFormats;
import io.liftwerk.report.ResultTexts;
import io.liftwerk.scoring.ScoringWarning;
import io.liftwerk.workspace.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every chapter needs to be worded. */
abstract class Wording {
  final ResultTexts texts;
  final ResultFormats formats;

  Wording(ResultTexts texts) {
    this.texts = texts;
    this.formats = texts.formats();
  }

  final String text(String key, Object... arguments) {
    return texts.text(key, arguments);
  }

  final String sentence(String english) {
    return texts.sentence(english);
  }

  final List<String> warnings(List<ScoringWarning> warnings) {
    return warnings.stream().map(ScoringWarning::message).map(texts::sentence).toList();
  }

  final String plain(@Nullable Double number, int digits) {
    return number == null ? "–" : formats.decimal(number, digits);
  }

  final String share(@Nullable Double share, int digits) {
    return share == null ? "–" : formats.percent(share, digits);
  }

  /** The first {@code most} lines, and below them how many there are. */
  final <T> Table first(int most, List<T> lines, Function<List<T>, Table> table) {
    Table made = table.apply(lines.size() <= most ? lines : lines.subList(0, most));
    return lines.size() <= most ? made : made.noting(text("report.first", most, lines.size()));
  }

  /** A chapter that is filled step by step. */
  final Draft draft(RunRecord run, String finding) {
    return new Draft(run, texts.text("report.kind." + run.job()), finding);
  }

  /** What of a chapter is written so far. */
  static final class Draft {
    private final RunRecord run;
    private final String kind;
    private final String finding;
    private final List<String> cautions = new ArrayList<>();
    private final List<Chapter.Fact> facts = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> text = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<String> used = new ArrayList<>();

    Draft(RunRecord run, String kind, String finding) {
      this.run = run;
      this.kind = kind;
      this.finding = finding;
    }

    Draft cautions(List<String> more) {
      cautions.addAll(more);
      return this;
    }

    Draft fact(String name, String value, String note) {
      facts.add(new Chapter.Fact(name, value, note));
      return this;
    }

    Draft figures(List<Figure> more) {
      figures.addAll(more);
      return this;
    }

    Draft text(List<String> more) {
      more.stream().filter(one -> !one.isBlank()).forEach(text::add);
      return this;
    }

    Draft table(Table one) {
      if (!one.rows().isEmpty()) {
        tables.add(one);
      }
      return this;
    }

    Draft used(String line) {
      if (!line.isBlank()) {
        used.add(line);
      }
      return this;
    }

    Draft used(List<String> lines) {
      lines.forEach(this::used);
      return this;
    }

    Chapter of(List<String> tablesRead) {
      return new Chapter(
          "run-" + run.id() + "-" + run.job(),
          kind,
          finding,
          cautions,
          facts,
          figures,
          text,
          tables,
          used,
          Origin.of(run, tablesRead));
    }
  }
}
