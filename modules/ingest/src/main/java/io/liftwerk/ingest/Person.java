package io.liftwerk.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom a row is about, by its other columns.
 *
 * @param names whole or in parts
 * @param addresses streets, as the row writes them
 */
record Person(List<String> names, List<String> addresses) {
  static final Person NOBODY = new Person(List.of(), List.of());

  /** SQL that brings the columns of a row into the form that {@link #of} reads. */
  static String sql(List<String> names, List<String> addresses) {
    return Stream.concat(
            names.stream().map(name -> "replace(" + name + ", chr(10), ' ')"),
            addresses.stream().map(address -> "chr(9) || replace(" + address + ", chr(10), ' ')"))
        .collect(Collectors.joining(", ", "concat_ws(chr(10), ", ")"));
  }

  /** SQL that tells whether a row has a word in one of these columns. */
  static String isNamed(List<String> names, List<String> addresses) {
    return Stream.concat(names.stream(), addresses.stream())
        .map(column -> "strlen(" + column + ") > 1")
        .collect(Collectors.joining(" OR ", "coalesce(", ", false)"));
  }

  static Person of(String lines) {
    if (lines.isEmpty()) {
      return NOBODY;
    }
    var names = new ArrayList<String>();
    var addresses = new ArrayList<String>();
    for (String line : lines.split("\n")) {
      if (line.startsWith("\t")) {
        addresses.add(line.substring(1));
      } else if (!line.isBlank()) {
        names.add(line);
      }
    }
    return new Person(names, addresses);
  }
}
