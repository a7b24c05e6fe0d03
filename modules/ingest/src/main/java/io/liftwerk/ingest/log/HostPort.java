package io.liftwerk.ingest.log;

/** {@code host:port}. */
final class HostPort {
  private HostPort() {}

  /**
   * @param always whether a port is always there, so that it is what follows the last colon even of
   *     an IPv6 address; else such an address has one only behind brackets
   */
  static void read(
      byte[] line, int from, int to, LogValues values, int host, int port, boolean always) {
    int colon = to - 1;
    while (colon > from && line[colon] >= '0' && line[colon] <= '9') {
      colon--;
    }
    boolean digits = colon > from && colon < to - 1 && line[colon] == ':';
    boolean split = digits && (always || line[colon - 1] == ']' || !hasColon(line, from, colon));
    int end = split ? colon : to;
    if (split) {
      values.slice(port, colon + 1, to);
    }
    boolean brackets = end - from > 2 && line[from] == '[' && line[end - 1] == ']';
    values.slice(host, brackets ? from + 1 : from, brackets ? end - 1 : end);
  }

  private static boolean hasColon(byte[] line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (line[i] == ':') {
        return true;
      }
    }
    return false;
  }
}
