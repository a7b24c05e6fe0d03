package io.liftwerk.app.window.bandit;

import io.liftwerk.app.window.control.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rates as they are typed: {@code A = 2.1 %; B = 2.6 %}. */
record Rates(List<String> arms, List<Double> chances) {

  /** Empty when it is no list of rates. A number without % is a share of one. */
  static Optional<Rates> parse(Form form, String typed) {
    var arms = new ArrayList<String>();
    var chances = new ArrayList<Double>();
    for (String one : typed.split(";", -1)) {
      if (one.isBlank()) {
        continue;
      }
      int at = one.lastIndexOf('=');
      String name = at < 0 ? Character.toString('A' + arms.size()) : one.substring(0, at).strip();
      String number = one.substring(at + 1).replace('\u00a0', ' ').strip();
      boolean percent = number.endsWith("%");
      Optional<Double> value = form.number(number.replace("%", "").strip());
      if (value.isEmpty() || name.isEmpty() || arms.contains(name)) {
        return Optional.empty();
      }
      arms.add(name);
      chances.add(percent ? value.get() / 100 : value.get());
    }
    return Optional.of(new Rates(List.copyOf(arms), List.copyOf(chances)));
  }

  String typed(Form form) {
    return IntStream.range(0, arms.size())
        .mapToObj(i -> arms.get(i) + " = " + form.typed(chances.get(i) * 100) + " %")
        .collect(Collectors.joining("; "));
  }
}
