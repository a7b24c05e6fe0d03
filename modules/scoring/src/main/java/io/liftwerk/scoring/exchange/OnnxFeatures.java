package io.liftwerk.scoring.exchange;

import static io.liftwerk.scoring.exchange.OnnxGraph.real;
import static io.liftwerk.scoring.exchange.OnnxGraph.reals;
import static io.liftwerk.scoring.exchange.OnnxGraph.texts;
import static io.liftwerk.scoring.exchange.OnnxGraph.whole;
import static io.liftwerk.scoring.exchange.OnnxGraph.wholes;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.liftwerk.scoring.features.Column;
import io.liftwerk.scoring.features.Preparation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A preparation as part of a graph: raw columns in, features out, to the bit as the reader of
 * tables makes them. Numbers stand beside each other in one matrix of floats {@code [N, k]}, codes
 * of levels in one of whole numbers {@code [N, m]}.
 *
 * @param numbers value of the matrix of numbers; null where there is none
 * @param codes value of the matrix of codes; null where there is none
 * @param places where each feature stands, in the order of the features
 */
record OnnxFeatures(@Nullable String numbers, @Nullable String codes, List<Place> places) {

  /** Where a feature stands. */
  sealed interface Place {
    int at();

    record Number(int at) implements Place {}

    record Level(int at) implements Place {}
  }

  /** Spellings of a yes and of a no, as pandas, Java and databases write them. */
  private static final List<String> YES = List.of("true", "True", "TRUE", "1");

  private static final List<String> NO = List.of("false", "False", "FALSE", "0");

  static OnnxFeatures of(OnnxGraph graph, Preparation preparation, boolean vectors) {
    return new Making(graph, vectors).make(preparation);
  }

  private static final class Making {
    private final OnnxGraph graph;
    private final boolean vectors;
    private final List<String> plain = new ArrayList<>();
    private final List<String> made = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private int plainNumbers;

    Making(OnnxGraph graph, boolean vectors) {
      this.graph = graph;
      this.vectors = vectors;
    }

    OnnxFeatures make(Preparation preparation) {
      List<OnnxInput> inputs = OnnxInput.of(preparation);
      plainNumbers = (int) inputs.stream().filter(i -> i.kind() == OnnxInput.Kind.NUMBER).count();
      for (int i = 0; i < inputs.size(); i++) {
        add(preparation.inputs().get(i), inputs.get(i));
      }
      var numbers = new ArrayList<String>();
      if (!plain.isEmpty()) {
        // all at once: there may be thousands
        numbers.add(finite(graph.beside(plain)));
      }
      numbers.addAll(made);
      return new OnnxFeatures(
          numbers.isEmpty() ? null : graph.beside(numbers),
          codes.isEmpty() ? null : graph.beside(codes),
          List.copyOf(places));
    }

    private void add(Preparation.Input input, OnnxInput declared) {
      DataType type = declared.kind().text() ? DataType.STRING : DataType.DOUBLE;
      String raw =
          graph.input(
              declared.name(), type, vectors, declared.column() + ": " + declared.kind().doc());
      switch (input) {
        case Preparation.Number number -> number(raw, number.yesNo());
        case Preparation.Category category -> level(code(raw, category.levels()));
        case Preparation.Text text -> text(raw, text.length());
        case Preparation.Date date -> date(raw, date);
      }
    }

    private void number(String raw, boolean yesNo) {
      if (yesNo) {
        number(yesNo(raw));
      } else {
        places.add(new Place.Number(plain.size()));
        plain.add(raw);
      }
    }

    private void number(String column) {
      places.add(new Place.Number(plainNumbers + made.size()));
      made.add(column);
    }

    private void level(String column) {
      places.add(new Place.Level(codes.size()));
      codes.add(column);
    }

    /** Infinite is missing; what no float can hold is the largest one. */
    private String finite(String raw) {
      String missing = graph.missing(raw);
      String safe = graph.node("Where", List.of(missing, graph.one(0), raw));
      String held =
          graph.node(
              "Clip", List.of(safe, graph.one(-Float.MAX_VALUE), graph.one(Float.MAX_VALUE)));
      return orNaN(missing, held);
    }

    private String orNaN(String missing, String value) {
      return graph.cast(
          graph.node("Where", List.of(missing, graph.one(Double.NaN), value)), DataType.FLOAT);
    }

    private String yesNo(String raw) {
      var keys = new ArrayList<>(YES);
      keys.addAll(NO);
      var values = new ArrayList<>(Collections.nCopies(YES.size(), 1f));
      values.addAll(Collections.nCopies(NO.size(), 0f));
      return encoded(raw, keys, reals("values_floats", values), real("default_float", Float.NaN));
    }

    private String code(String raw, List<String> levels) {
      var keys = new ArrayList<String>();
      keys.add("");
      keys.addAll(levels);
      List<Long> values = LongStream.range(0, keys.size()).boxed().toList();
      return encoded(
          raw, keys, wholes("values_int64s", values), whole("default_int64", Column.OTHER));
    }

    private String encoded(
        String raw, List<String> keys, AttributeProto values, AttributeProto otherwise) {
      return graph.learned(
          "LabelEncoder", List.of(raw), List.of(texts("keys_strings", keys), values, otherwise));
    }

    private void text(String raw, boolean length) {
      if (!length) {
        number(
            encoded(
                raw, List.of(""), reals("values_floats", List.of(0f)), real("default_float", 1)));
        return;
      }
      String safe = graph.node("Where", List.of(graph.missing(raw), graph.one(0), raw));
      String present = graph.node("Greater", List.of(safe, graph.one(0)));
      number(graph.cast(present, DataType.FLOAT));
      number(graph.cast(safe, DataType.FLOAT));
    }

    private void date(String raw, Preparation.Date date) {
      String missing = graph.missing(raw);
      String days = graph.node("Where", List.of(missing, graph.one(0), raw));
      String whole = floor(days);
      String age = minus(graph.one(date.latest()), days);
      number(orNaN(missing, graph.node("Max", List.of(age, graph.one(0)))));
      level(orZero(missing, month(whole)));
      level(orZero(missing, plus(modulo(plus(whole, 3), 7), 1)));
      if (date.timed()) {
        number(orNaN(missing, floor(times(minus(days, whole), 24))));
      }
    }

    private String orZero(String missing, String value) {
      return graph.cast(graph.node("Where", List.of(missing, graph.one(0), value)), DataType.INT64);
    }

    /**
     * Month, 1 to 12, of a day since 1970-01-01 in the Gregorian calendar: H. Hinnant, {@code
     * chrono}-Compatible Low-Level Date Algorithms, {@code civil_from_days}. Whole numbers held as
     * doubles, exact far beyond any calendar.
     */
    private String month(String day) {
      String ofEra = modulo(plus(day, 719_468), 146_097);
      String leap = minus(ofEra, quotient(ofEra, 1_460));
      leap = graph.node("Add", List.of(leap, quotient(ofEra, 36_524)));
      String year = quotient(minus(leap, quotient(ofEra, 146_096)), 365);
      String before = times(year, 365);
      before = graph.node("Add", List.of(before, quotient(year, 4)));
      String ofYear = minus(ofEra, minus(before, quotient(year, 100)));
      String fromMarch = quotient(plus(times(ofYear, 5), 2), 153);
      String late = graph.node("Less", List.of(fromMarch, graph.one(10)));
      return graph.node("Where", List.of(late, plus(fromMarch, 3), plus(fromMarch, -9)));
    }

    private String floor(String value) {
      return graph.node("Floor", List.of(value));
    }

    private String plus(String value, double other) {
      return graph.node("Add", List.of(value, graph.one(other)));
    }

    private String minus(String value, String other) {
      return graph.node("Sub", List.of(value, other));
    }

    private String times(String value, double factor) {
      return graph.node("Mul", List.of(value, graph.one(factor)));
    }

    private String quotient(String value, double by) {
      return floor(graph.node("Div", List.of(value, graph.one(by))));
    }

    /** The remainder that has the divisor's sign. */
    private String modulo(String value, double by) {
      return minus(value, times(quotient(value, by), by));
    }
  }
}
