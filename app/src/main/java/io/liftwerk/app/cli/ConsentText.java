package io.liftwerk.app.cli;

import io.liftwerk.warehouse.ConsentResult;
import io.liftwerk.warehouse.ConsentResult.Part;
import io.liftwerk.warehouse.ConsentResult.Question;
import io.liftwerk.warehouse.ConsentResult.Refusals;
import io.liftwerk.warehouse.ConsentResult.SourceConsent;
import io.liftwerk.warehouse.ConsentResult.UseConsent;
import io.liftwerk.workspace.Run;
import java.util.ArrayList;
import java.util.List;

/** What consent lets through, as a person reads it on a console. */
final class ConsentText {
  private ConsentText() {}

  static void print(Console console, Run<ConsentResult> run) {
    ConsentResult result = run.result();
    console.table(sources(result));
    for (UseConsent use : result.total()) {
      console.line("");
      console.line(
          Texts.of(
              "consent.use", Texts.of("consent." + use.use().word()), use.covered(), use.rows()));
      use.heldBack().forEach(part -> console.line(heldBack(part)));
    }
    console.line("");
    for (Refusals refusals : result.refusals()) {
      if (refusals.persons() > 0) {
        console.line(
            Texts.of(
                "consent.refusals",
                refusals.persons(),
                Texts.of("consent." + refusals.use().word())));
      }
    }
    for (Question question : result.questions()) {
      console.line(Texts.of("consent.question", Texts.sentence(question.sentence())));
    }
    if (!result.questions().isEmpty()) {
      console.line(Texts.of("consent.answer"));
    }
    console.line(Texts.of("run", run.id()));
  }

  private static String heldBack(Part part) {
    return Texts.of(
        "consent.heldBack", part.rows(), Texts.sentence(part.sentence()), part.reason());
  }

  private static List<List<String>> sources(ConsentResult result) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("consent.head").split("\\|")));
    for (SourceConsent source : result.sources()) {
      var row = new ArrayList<String>();
      row.add(source.source());
      row.add(Texts.of("consent.basis." + source.basis().word()));
      row.add(String.format("%,d", source.rows()));
      source.uses().forEach(use -> row.add(String.format("%,d", use.covered())));
      rows.add(row);
    }
    return rows;
  }
}
