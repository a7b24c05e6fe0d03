package io.liftwerk.ingest.log;

import java.util.ArrayList;
import java.util.List;

/**
 * A format whose lines are a row of fields with blanks between. Each field is given by a word:
 *
 * <pre>
 * ip            a word
 * 'user_agent'  a text in double quotes
 * 'request'     the first line of a request in double quotes; 'address' when its target is a whole one
 * [time]        a time in brackets
 * (note)        a text in parentheses
 * {headers}     a text in braces, which may be missing
 * ip!           a word that can be a host: it has a dot or a colon; host! may have a port behind it
 * ip:port       a host or address and a port
 * a/b/c         parts of a word
 * a~ms          a word with a unit behind it, which is left off
 * user*         everything up to the bracket of the time
 * syslog>       everything up to a colon and a blank
 * ?x            from here on a line may end
 * =duration_ms  in no field of its own: made from the others
 * </pre>
 *
 * @param id stable name of the format
 * @param name what people call it
 * @param required steps every line must have
 * @param open whether servers are often told to write more behind the last field
 */
record Template(
    String id, String name, List<Step> steps, List<LogColumn> columns, int required, boolean open) {

  enum Kind {
    WORD,
    QUOTED,
    REQUEST,
    TIME,
    PARENTHESES,
    BRACES,
    HOST,
    PAIR,
    PARTS,
    UNIT,
    UP_TO_TIME,
    UP_TO_COLON
  }

  /**
   * @param column number of the first column it fills; the others follow
   * @param columns how many it fills
   * @param unit what stands behind the word, empty where nothing does
   */
  record Step(Kind kind, int column, int columns, String unit) {}

  static Template of(String id, String name, String... fields) {
    return make(id, name, false, fields);
  }

  /** A template behind whose last field more may stand. */
  static Template open(String id, String name, String... fields) {
    return make(id, name, true, fields);
  }

  private static Template make(String id, String name, boolean open, String... fields) {
    var steps = new ArrayList<Step>();
    var columns = new ArrayList<LogColumn>();
    int required = -1;
    for (String field : fields) {
      if (field.startsWith("=")) {
        columns.add(LogColumn.of(field.substring(1)));
        continue;
      }
      boolean optional = field.startsWith("?");
      if (optional && required < 0) {
        required = steps.size();
      }
      steps.add(step(optional ? field.substring(1) : field, columns, required >= 0));
    }
    int needed = required < 0 ? steps.size() : required;
    return new Template(id, name, List.copyOf(steps), List.copyOf(columns), needed, open);
  }

  private static Step step(String field, List<LogColumn> columns, boolean optional) {
    int first = columns.size();
    char last = field.charAt(field.length() - 1);
    String inner = field.substring(1, Math.max(1, field.length() - 1));
    String start = field.substring(0, field.length() - 1);
    switch (field.charAt(0)) {
      case '\'' -> {
        return quoted(inner, columns, optional);
      }
      case '[' -> {
        return add(Kind.TIME, columns, optional, inner);
      }
      case '(' -> {
        return add(Kind.PARENTHESES, columns, optional, inner);
      }
      case '{' -> {
        return add(Kind.BRACES, columns, true, inner);
      }
      default -> {
        // a word of one of the kinds below
      }
    }
    if (last == '!') {
      add(Kind.HOST, columns, optional, start);
      if (start.equals("host")) {
        columns.add(LogColumn.of("port").whereFilled());
      }
      return new Step(Kind.HOST, first, columns.size() - first, "");
    }
    if (last == '*') {
      return add(Kind.UP_TO_TIME, columns, optional, start);
    }
    if (last == '>') {
      return add(Kind.UP_TO_COLON, columns, optional, start);
    }
    if (field.contains("~")) {
      Step step = add(Kind.UNIT, columns, optional, field.substring(0, field.indexOf('~')));
      return new Step(Kind.UNIT, step.column(), 1, field.substring(field.indexOf('~') + 1));
    }
    if (field.contains(":")) {
      return add(Kind.PAIR, columns, optional, field.split(":"));
    }
    return field.contains("/")
        ? add(Kind.PARTS, columns, optional, field.split("/"))
        : add(Kind.WORD, columns, optional, field);
  }

  private static Step quoted(String name, List<LogColumn> columns, boolean optional) {
    if (name.equals("request")) {
      return add(Kind.REQUEST, columns, optional, RequestLine.COLUMNS.toArray(String[]::new));
    }
    if (name.equals("address")) {
      var all = new ArrayList<>(RequestLine.ADDRESS);
      all.addAll(RequestLine.COLUMNS);
      return add(Kind.REQUEST, columns, optional, all.toArray(String[]::new));
    }
    return add(Kind.QUOTED, columns, optional, name);
  }

  private static Step add(Kind kind, List<LogColumn> columns, boolean optional, String... names) {
    int first = columns.size();
    for (String name : names) {
      LogColumn column = LogColumn.of(name);
      // what every server writes but hardly any fills
      boolean seldom = optional || name.equals("ident") || RequestLine.ADDRESS.contains(name);
      columns.add(seldom ? column.whereFilled() : column);
    }
    return new Step(kind, first, names.length, "");
  }
}
