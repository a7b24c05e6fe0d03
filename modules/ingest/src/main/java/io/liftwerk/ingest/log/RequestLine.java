package io.liftwerk.ingest.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a request, {@code GET /a?b HTTP/1.1}, taken apart. Methods are letters and
 * hyphens, as all in IANA's registry, and the protocol is named: only scanners still speak
 * HTTP/0.9. Anything else that a client sent to the port is no request, and the line no record.
 */
final class RequestLine {
  static final String EMPTY = "the request is empty";
  static final String TLS = "a TLS handshake instead of an HTTP request";
  static final String OTHER = "the request is not HTTP";

  /** Columns of a request's parts. */
  static final List<String> COLUMNS = List.of("method", "path", "query", "protocol");

  /** Columns of a request for a whole address, which come before the others. */
  static final List<String> ADDRESS = List.of("scheme", "host", "port");

  private static final byte[] HELLO = "\\x16\\x03".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] HTTP = "HTTP/".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] AUTHORITY = "://".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_METHOD = 24;

  private final int method;
  private final int address;

  /**
   * @param method number of the column {@code method}; the others follow it
   * @param address number of the column {@code scheme}, -1 when a whole address is a path
   */
  RequestLine(int method, int address) {
    this.method = method;
    this.address = address;
  }

  /**
   * @return why it is no request, null when it is one
   */
  @Nullable String read(byte[] line, int first, int last, LogValues values) {
    int from = first;
    int to = last;
    while (to > from && line[to - 1] == ' ') {
      to--;
    }
    if (to == from || (to - from == 1 && line[from] == '-')) {
      return EMPTY;
    }
    int verb = from;
    while (verb < to && methodLetter(line[verb])) {
      verb++;
    }
    boolean begun = verb < to && line[verb] == ' ' && verb > from && line[from] != '-';
    if (!begun || verb - from > LONGEST_METHOD) {
      return startsWith(line, from, to, HELLO) ? TLS : OTHER;
    }
    int target = verb + 1;
    int blank = to - 1;
    while (blank > verb && line[blank] != ' ') {
      blank--;
    }
    int end = blank;
    while (end > target && line[end - 1] == ' ') {
      end--;
    }
    if (end <= target || !isProtocol(line, blank + 1, to)) {
      return OTHER;
    }
    values.slice(method + 3, blank + 1, to);
    values.slice(method, from, verb);
    target(line, target, end, values);
    return null;
  }

  /** The target alone: path and query, and before them the address where columns are for it. */
  void target(byte[] line, int from, int to, LogValues values) {
    int path = address < 0 ? from : address(line, from, to, values);
    if (path == to) {
      return;
    }
    int question = path;
    while (question < to && line[question] != '?') {
      question++;
    }
    // a question mark with nothing behind it would otherwise be lost
    int end = question + 1 < to ? question : to;
    part(line, path, end, values, method + 1);
    if (question + 1 < to) {
      part(line, question + 1, to, values, method + 2);
    }
  }

  /** Takes {@code http://host:port} off; returns where the path begins. */
  private int address(byte[] line, int from, int to, LogValues values) {
    int colon = from;
    while (colon < to && line[colon] >= 'a' && line[colon] <= 'z') {
      colon++;
    }
    if (colon == from || !startsWith(line, colon, to, AUTHORITY)) {
      return from;
    }
    int host = colon + AUTHORITY.length;
    int slash = host;
    while (slash < to && line[slash] != '/' && line[slash] != '?') {
      slash++;
    }
    values.slice(address, from, colon);
    HostPort.read(line, host, slash, values, address + 1, address + 2, false);
    return slash;
  }

  private static void part(byte[] line, int from, int to, LogValues values, int column) {
    for (int i = from; i < to; i++) {
      if (line[i] == '\\') {
        Escapes.undo(line, from, to, values, column);
        return;
      }
    }
    values.slice(column, from, to);
  }

  private static boolean isProtocol(byte[] line, int from, int to) {
    int digit = from + HTTP.length;
    return startsWith(line, from, to, HTTP)
        && digit < to
        && to - digit <= 3
        && line[digit] >= '0'
        && line[digit] <= '9';
  }

  private static boolean methodLetter(byte b) {
    return (b >= 'A' && b <= 'Z') || b == '-';
  }

  private static boolean startsWith(byte[] line, int from, int to, byte[] sign) {
    return to - from >= sign.length
        && java.util.Arrays.equals(line, from, from + sign.length, sign, 0, sign.length);
  }
}
