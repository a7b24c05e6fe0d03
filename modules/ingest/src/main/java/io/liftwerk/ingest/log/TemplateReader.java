package io.liftwerk.ingest.log;

import java.util.ArrayList;
import java.util.List;

/** Reads lines by a {@link Template}, and what stands behind its last field by a {@link Tail}. */
final class TemplateReader implements LineReader {
  /** For lines that have another shape altogether. */
  static final String FOREIGN = "not in the format of the log";

  private static final int FAILED = -1;

  private final List<LogColumn> columns;
  private final LogColumn.Type[] types;
  private final Template.Step[] steps;
  private final int required;
  private final int address;
  private final RequestLine request;
  private final Tail tail;
  private final LogTime time = new LogTime();
  private final Derived derived;

  private byte[] line = new byte[0];
  private int to;

  TemplateReader(Template template, Tail tail) {
    var all = new ArrayList<>(template.columns());
    all.addAll(tail.columns());
    this.columns = List.copyOf(all);
    this.types = columns.stream().map(LogColumn::type).toArray(LogColumn.Type[]::new);
    this.steps = template.steps().toArray(Template.Step[]::new);
    this.required = template.required();
    this.tail = tail;
    List<String> names = columns.stream().map(LogColumn::name).toList();
    this.request = new RequestLine(names.indexOf("method"), names.indexOf("scheme"));
    this.address = names.indexOf("ip");
    this.derived = new Derived(names);
  }

  @Override
  public List<LogColumn> columns() {
    return columns;
  }

  @Override
  public Verdict read(byte[] bytes, int from, int end, LogValues values) {
    values.start(bytes, columns.size());
    line = bytes;
    to = end;
    int at = blanks(from);
    if (at == to) {
      return values.reject(LogDetector.EMPTY);
    }
    for (int i = 0; i < steps.length; i++) {
      at = blanks(at);
      Template.Step step = steps[i];
      if (at >= to) {
        if (i >= required) {
          break;
        }
        return breaksOff(step, values);
      }
      at = step(step, i >= required - 1, at, values);
      if (at == FAILED) {
        return Verdict.REJECT;
      }
    }
    at = blanks(at);
    if (at < to) {
      tail.read(bytes, at, to, values);
    }
    derived.apply(values);
    return Verdict.RECORD;
  }

  private Verdict breaksOff(Template.Step step, LogValues values) {
    return values.reject("the line breaks off before '" + columns.get(step.column()).name() + "'");
  }

  /** Where the step's field ends, or {@link #FAILED} with the reason in the values. */
  private int step(Template.Step step, boolean last, int at, LogValues values) {
    return switch (step.kind()) {
      case WORD -> word(step.column(), at, end(at), values);
      case QUOTED -> quoted(step, last, at, values);
      case REQUEST -> request(step, at, values);
      case TIME -> bracketedTime(step, at, values);
      case PARENTHESES -> enclosed(step, at, '(', ')', values);
      case BRACES -> line[at] == '{' ? enclosed(step, at, '{', '}', values) : at;
      case HOST -> host(step, at, values);
      case PAIR -> pair(step, at, values);
      case PARTS -> parts(step, at, values);
      case UNIT -> unit(step, at, values);
      case UP_TO_TIME -> upToTime(step, at, values);
      case UP_TO_COLON -> upToColon(step, at, values);
    };
  }

  private int word(int column, int at, int end, LogValues values) {
    byte first = line[at];
    if (first == '"' || first == '[') {
      return fail(values, FOREIGN);
    }
    if (column == address && !isAddress(at, end)) {
      return fail(values, FOREIGN);
    }
    return switch (types[column]) {
      case TEXT -> slice(column, at, end, values);
      case MOMENT -> moment(column, at, end, values);
      case INTEGER, DECIMAL -> number(column, at, end, values);
    };
  }

  /** Whether it can be addresses or names of hosts: garbage before a line is neither. */
  private boolean isAddress(int at, int end) {
    for (int i = at; i < end; i++) {
      byte b = line[i];
      if (b < ' ' || b == '"' || b == '\\' || b == 0x7F) {
        return false;
      }
    }
    return true;
  }

  private int slice(int column, int at, int end, LogValues values) {
    for (int i = at; i < end; i++) {
      if (line[i] == '\\') {
        Escapes.undo(line, at, end, values, column);
        return end;
      }
    }
    values.slice(column, at, end);
    return end;
  }

  private int number(int column, int at, int end, LogValues values) {
    if (!Numbers.fits(line, at, end, types[column])) {
      return fail(values, Numbers.misfit(line, at, end, columns.get(column).name()));
    }
    values.slice(column, at, end);
    return end;
  }

  private int moment(int column, int at, int end, LogValues values) {
    if (end - at == 1 && line[at] == '-') {
      return end;
    }
    return time.read(line, at, end, values, column) ? end : noTime(at, end, values);
  }

  private int noTime(int at, int end, LogValues values) {
    return fail(values, Numbers.noTime(line, at, end));
  }

  private int quoted(Template.Step step, boolean last, int at, LogValues values) {
    if (line[at] != '"') {
      // only what says that there is nothing may stand without quotes
      boolean nothing = line[at] == '-' && end(at) == at + 1;
      return nothing ? at + 1 : fail(values, FOREIGN);
    }
    int close = closing(at + 1);
    if (close < 0) {
      if (!last) {
        breaksOffWithin(step, values);
        return FAILED;
      }
      values.markCut();
      slice(step.column(), at + 1, to, values);
      return to;
    }
    slice(step.column(), at + 1, close, values);
    return close + 1;
  }

  private int request(Template.Step step, int at, LogValues values) {
    if (line[at] != '"') {
      return fail(values, line[at] == '-' ? RequestLine.EMPTY : FOREIGN);
    }
    int close = closing(at + 1);
    while (close >= 0 && !endsRequest(close)) {
      close = closing(close + 1);
    }
    if (close < 0) {
      breaksOffWithin(step, values);
      return FAILED;
    }
    String problem = request.read(line, at + 1, close, values);
    return problem == null ? close + 1 : fail(values, problem);
  }

  /** Behind a request stands a number, another text, or nothing; else the quote is a part of it. */
  private boolean endsRequest(int quote) {
    int next = blanks(quote + 1);
    return next == to
        || line[next] == '"'
        || line[next] == '-'
        || (line[next] >= '0' && line[next] <= '9');
  }

  private int bracketedTime(Template.Step step, int at, LogValues values) {
    if (line[at] != '[') {
      return fail(values, FOREIGN);
    }
    int close = at + 1;
    while (close < to && line[close] != ']') {
      close++;
    }
    if (close == to) {
      breaksOffWithin(step, values);
      return FAILED;
    }
    return time.read(line, at + 1, close, values, step.column())
        ? close + 1
        : noTime(at + 1, close, values);
  }

  private int enclosed(Template.Step step, int at, char open, char close, LogValues values) {
    if (line[at] != open) {
      return fail(values, FOREIGN);
    }
    for (int i = at + 1; i < to; i++) {
      if (line[i] == close && (i + 1 == to || line[i + 1] == ' ')) {
        slice(step.column(), at + 1, i, values);
        return i + 1;
      }
    }
    return fail(values, FOREIGN);
  }

  private int host(Template.Step step, int at, LogValues values) {
    int end = end(at);
    boolean sign = false;
    for (int i = at; i < end; i++) {
      sign |= line[i] == '.' || line[i] == ':';
    }
    if (!sign || !isAddress(at, end)) {
      return fail(values, FOREIGN);
    }
    if (step.columns() == 2) {
      HostPort.read(line, at, end, values, step.column(), step.column() + 1, false);
    } else {
      values.slice(step.column(), at, end);
    }
    return end;
  }

  private int pair(Template.Step step, int at, LogValues values) {
    int end = end(at);
    HostPort.read(line, at, end, values, step.column(), step.column() + 1, true);
    return end;
  }

  private int parts(Template.Step step, int at, LogValues values) {
    int end = end(at);
    int from = at;
    for (int i = 0; i < step.columns(); i++) {
      int stop = from;
      boolean last = i == step.columns() - 1;
      while (stop < end && (last || line[stop] != '/')) {
        stop++;
      }
      if (stop == from || (!last && stop == end)) {
        return fail(values, FOREIGN);
      }
      if (word(step.column() + i, from, stop, values) == FAILED) {
        return FAILED;
      }
      from = stop + 1;
    }
    return end;
  }

  private int unit(Template.Step step, int at, LogValues values) {
    int end = end(at);
    String unit = step.unit();
    int stop = end - unit.length();
    for (int i = 0; i < unit.length(); i++) {
      if (stop <= at || line[stop + i] != unit.charAt(i)) {
        return fail(values, FOREIGN);
      }
    }
    return word(step.column(), at, stop, values) == FAILED ? FAILED : end;
  }

  private int upToTime(Template.Step step, int at, LogValues values) {
    int end = at;
    while (end < to && !(line[end] == ' ' && bracket(end))) {
      end++;
    }
    // a hyphen and a name are two fields, so one before them has been taken for another
    boolean two = end - at > 1 && line[at] == '-' && line[at + 1] == ' ';
    if (end == to || two || line[at] == '[') {
      return fail(values, FOREIGN);
    }
    boolean empty = end - at == 2 && line[at] == '"' && line[at + 1] == '"';
    return empty ? end : slice(step.column(), at, end, values);
  }

  /** Whether the blanks at {@code at} stand before a time in brackets. */
  private boolean bracket(int at) {
    int next = blanks(at);
    return next + 1 < to && line[next] == '[' && line[next + 1] >= '0' && line[next + 1] <= '9';
  }

  private int upToColon(Template.Step step, int at, LogValues values) {
    for (int i = at; i + 1 < to && line[i] != '['; i++) {
      // the process may have its number in brackets
      if (line[i] == ':' && line[i + 1] == ' ') {
        values.slice(step.column(), at, i);
        return i + 1;
      }
      if (i + 2 < to && line[i + 1] == '[') {
        int close = i + 2;
        while (close < to && line[close] >= '0' && line[close] <= '9') {
          close++;
        }
        if (close + 1 < to && line[close] == ']' && line[close + 1] == ':') {
          values.slice(step.column(), at, close + 1);
          return close + 2;
        }
      }
    }
    return fail(values, FOREIGN);
  }

  private void breaksOffWithin(Template.Step step, LogValues values) {
    values.reject("the line breaks off within '" + columns.get(step.column()).name() + "'");
  }

  /**
   * Where the quote stands that closes a text, -1 when none does. One with something else than a
   * blank behind it belongs to the text: not every server escapes them.
   */
  private int closing(int from) {
    for (int i = from; i < to; i++) {
      byte b = line[i];
      if (b == '\\') {
        i++;
      } else if (b == '"' && (i + 1 == to || line[i + 1] == ' ')) {
        return i;
      }
    }
    return -1;
  }

  private int blanks(int at) {
    int i = at;
    while (i < to && line[i] == ' ') {
      i++;
    }
    return i;
  }

  /** Where the word at {@code at} ends; a comma holds a list of forwarded addresses together. */
  private int end(int at) {
    int i = at;
    while (i < to && (line[i] != ' ' || (i > at && line[i - 1] == ','))) {
      i++;
    }
    return i;
  }

  private static int fail(LogValues values, String reason) {
    values.reject(reason);
    return FAILED;
  }
}
