package io.liftwerk.app.window.scoring;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Tiles;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.ModelEvaluation;
import io.liftwerk.scoring.ScoringDetails;
import io.liftwerk.scoring.ScoringDetails.Profit;
import io.liftwerk.scoring.ScoringOptions.Purpose;

/** What a scoring comes to in a few numbers, each of the chosen model on the holdout. */
final class ScoringTiles {
  private final Messages messages;
  private final ScoringWords words;
  private final LeadScoringResult result;
  private final Formats formats;

  ScoringTiles(Messages messages, ScoringWords words, LeadScoringResult result) {
    this.messages = messages;
    this.words = words;
    this.result = result;
    this.formats = messages.formats();
  }

  Tiles tiles() {
    ModelEvaluation chosen = result.chosenModel();
    double share = result.positives() / Math.max(1.0, result.rows());
    var tiles = new Tiles();
    tiles.add(
        messages.text("leads.tile.auc"),
        formats.decimal(chosen.auc(), 3),
        messages.text(
            "tile.interval",
            formats.decimal(chosen.aucLow(), 3),
            formats.decimal(chosen.aucHigh(), 3)));
    tiles.add(
        words.say("tile.reached"),
        formats.percent(gain(chosen)),
        messages.text("tile.random", formats.percent(0.2)));
    tiles.add(
        messages.text("leads.lift10"),
        formats.decimal(chosen.lift10(), 1) + " ×",
        words.say("tile.base", formats.percent(share, 1)));
    tiles.add(
        messages.text("leads.ap"),
        formats.decimal(chosen.averagePrecision(), 3),
        messages.text("tile.random", formats.decimal(share, 3)));
    ModelEvaluation.Details details = chosen.details();
    if (details != null) {
      tiles.add(
          messages.text("leads.tile.calibration"),
          messages.text("tile.points", formats.decimal(details.calibrationError() * 100, 1)),
          calibration());
    }
    profit(tiles);
    return tiles;
  }

  private String calibration() {
    ScoringDetails details = result.details();
    return details == null
        ? ""
        : details.calibrations().stream()
            .filter(one -> one.model().equals(result.chosen()))
            .map(
                one ->
                    messages.text(
                        "calibration." + one.kind(), formats.decimal(one.errorBefore() * 100, 1)))
            .findFirst()
            .orElse("");
  }

  private void profit(Tiles tiles) {
    ScoringDetails details = result.details();
    Profit profit = details == null ? null : details.profit();
    if (details == null || profit == null) {
      return;
    }
    if (result.openRows() == 0 && details.purpose() == Purpose.LEADS) {
      tiles.add(
          messages.text("leads.tile.contacts"), "–", messages.text("leads.tile.contacts.none"));
      return;
    }
    tiles.add(
        messages.text("leads.tile.contacts"),
        formats.count(profit.contacts()),
        messages.text("tile.from", formats.percent(profit.threshold())));
    tiles.add(
        messages.text("leads.tile.expected"),
        formats.count(Math.round(profit.expected())),
        messages.text("tile.expected"));
  }

  private static double gain(ModelEvaluation chosen) {
    return chosen.deciles().stream()
        .filter(decile -> decile.decile() == 2)
        .mapToDouble(ModelEvaluation.Decile::gain)
        .findFirst()
        .orElse(Double.NaN);
  }
}
