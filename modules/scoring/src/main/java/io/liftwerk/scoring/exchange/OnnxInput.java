package io.liftwerk.scoring.exchange;

import io.liftwerk.scoring.features.Preparation;
import java.util.ArrayList;
import java.util.List;

/**
 * What an ONNX model is given of each row: a column of the table as it is, before any preparation.
 *
 * @param name of the graph's input
 * @param column of the table
 */
public record OnnxInput(String name, String column, Kind kind) {

  /** How a column's value is handed over. */
  public enum Kind {
    /** A number; NaN is missing. */
    NUMBER("a number, NaN where missing"),
    /** {@code true} or {@code false} as text; anything else is missing. */
    YES_NO("'true' or 'false', anything else counts as missing"),
    /** Days since 1970-01-01, a time as their fraction; NaN is missing. */
    DAYS("days since 1970-01-01 UTC with the time as a fraction, NaN where missing"),
    /** The trimmed text; empty is missing. */
    LEVEL("the text without blanks around it, '' where missing"),
    /** Any text, of which only whether there is one counts; empty is missing. */
    PRESENCE("any text where the column is filled, '' where it is empty"),
    /** Number of characters of the trimmed text; 0 is missing. */
    LENGTH("number of characters of the text without blanks around it, 0 where empty"),
    /** A whole number, which is never missing; only models of others ask for one. */
    WHOLE("a whole number"),
    /** A truth value, which is never missing; only models of others ask for one. */
    TRUTH("true or false");

    private final String doc;

    Kind(String doc) {
      this.doc = doc;
    }

    /** What a user of the graph has to know. */
    String doc() {
      return doc;
    }

    /** Whether it is handed over as a text, else as a number. */
    public boolean text() {
      return this == YES_NO || this == LEVEL || this == PRESENCE;
    }
  }

  /** The inputs of a model with this preparation, in its order. */
  public static List<OnnxInput> of(Preparation preparation) {
    var inputs = new ArrayList<OnnxInput>();
    for (Preparation.Input input : preparation.inputs()) {
      String name = input.source();
      inputs.add(
          switch (input) {
            case Preparation.Number number ->
                new OnnxInput(name, name, number.yesNo() ? Kind.YES_NO : Kind.NUMBER);
            case Preparation.Date date -> new OnnxInput(name, name, Kind.DAYS);
            case Preparation.Category category -> new OnnxInput(name, name, Kind.LEVEL);
            case Preparation.Text text ->
                new OnnxInput(name, name, text.length() ? Kind.LENGTH : Kind.PRESENCE);
          });
    }
    return inputs;
  }
}
