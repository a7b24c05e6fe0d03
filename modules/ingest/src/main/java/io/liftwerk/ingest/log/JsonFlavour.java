package io.liftwerk.ingest.log;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The servers whose JSON is known, and for each of our columns the fields that may hold it, in the
 * order in which they are preferred. What nginx and others write in JSON is made up by whoever set
 * them up, mostly from the names of nginx's variables.
 */
enum JsonFlavour {
  CADDY("server-log-caddy", "Caddy's JSON", caddy()),
  TRAEFIK("server-log-traefik-json", "Traefik's JSON", traefik()),
  OTHER("server-log-json", "JSON as nginx and others write it", other());

  /** What holds path and query in one. */
  static final String TARGET = "(target)";

  /** What holds the first line of a request. */
  static final String LINE = "(request)";

  static final String SECONDS = "(seconds)";
  static final String NANOSECONDS = "(nanoseconds)";

  private static final Pattern STATUS = Pattern.compile("[1-5]\\d\\d|0{1,3}|-|");

  private final String id;
  private final String label;
  private final Map<String, List<String>> known;

  JsonFlavour(String id, String label, Map<String, List<String>> known) {
    this.id = id;
    this.label = label;
    this.known = known;
  }

  String id() {
    return id;
  }

  String label() {
    return label;
  }

  /** Our column, or one of the constants, to the fields that hold it, as {@link #key} has them. */
  Map<String, List<String>> known() {
    return known;
  }

  /** Field names are matched without regard to case. */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /**
   * Whether these are the fields of a request: what was asked for, when, by whom, and with which
   * status it was answered.
   */
  boolean fits(Map<String, String> fields) {
    String status = first(fields, "status");
    return status != null
        && STATUS.matcher(status).matches()
        && (first(fields, TARGET) != null || first(fields, LINE) != null)
        && first(fields, "time") != null
        && (first(fields, "ip") != null || first(fields, "user_agent") != null);
  }

  private @Nullable String first(Map<String, String> fields, String column) {
    for (String name : known.getOrDefault(column, List.of())) {
      if (fields.containsKey(name)) {
        return fields.get(name);
      }
    }
    return null;
  }

  private static Map<String, List<String>> caddy() {
    var known = new LinkedHashMap<String, List<String>>();
    known.put("time", List.of("ts"));
    known.put("ip", List.of("request.client_ip", "request.remote_ip", "request.remote_addr"));
    known.put("client_port", List.of("request.remote_port"));
    known.put("user", List.of("user_id"));
    known.put("method", List.of("request.method"));
    known.put("host", List.of("request.host"));
    known.put("(target)", List.of("request.uri"));
    known.put("protocol", List.of("request.proto"));
    known.put("status", List.of("status"));
    known.put("bytes", List.of("size"));
    known.put("bytes_received", List.of("bytes_read"));
    known.put("referrer", List.of("request.headers.referer"));
    known.put("user_agent", List.of("request.headers.user-agent"));
    known.put("(seconds)", List.of("duration"));
    return known;
  }

  private static Map<String, List<String>> traefik() {
    var known = new LinkedHashMap<String, List<String>>();
    known.put("time", List.of("time", "startutc"));
    known.put("ip", List.of("clienthost", "clientaddr"));
    known.put("client_port", List.of("clientport"));
    known.put("user", List.of("clientusername"));
    known.put("method", List.of("requestmethod"));
    known.put("scheme", List.of("requestscheme"));
    known.put("host", List.of("requesthost", "requestaddr"));
    known.put("(target)", List.of("requestpath"));
    known.put("protocol", List.of("requestprotocol"));
    known.put("status", List.of("downstreamstatus", "originstatus"));
    known.put("bytes", List.of("downstreamcontentsize", "origincontentsize"));
    known.put("bytes_received", List.of("requestcontentsize"));
    known.put("referrer", List.of("request_referer"));
    known.put("user_agent", List.of("request_user-agent"));
    known.put("(nanoseconds)", List.of("duration"));
    return known;
  }

  private static Map<String, List<String>> other() {
    var known = new LinkedHashMap<String, List<String>>();
    known.put(
        "time",
        List.of(
            "time_iso8601",
            "@timestamp",
            "timestamp",
            "time_local",
            "time",
            "datetime",
            "date",
            "ts",
            "msec"));
    known.put("ip", List.of("remote_addr", "client_ip", "clientip", "remote_ip", "ip", "client"));
    known.put("client_port", List.of("remote_port"));
    known.put("user", List.of("remote_user", "user"));
    known.put("method", List.of("request_method", "method", "verb"));
    known.put("scheme", List.of("scheme"));
    known.put("host", List.of("http_host", "host", "vhost", "server_name"));
    known.put("(target)", List.of("request_uri", "uri", "path", "url"));
    known.put("query", List.of("query_string", "args", "query"));
    known.put("protocol", List.of("server_protocol", "protocol", "http_version"));
    known.put("(request)", List.of("request", "request_line"));
    known.put("status", List.of("status", "status_code", "response_code", "response"));
    known.put("bytes", List.of("body_bytes_sent", "bytes_sent", "bytes", "length", "size"));
    known.put("bytes_received", List.of("request_length", "bytes_received"));
    known.put("referrer", List.of("http_referer", "http_referrer", "referer", "referrer"));
    known.put("user_agent", List.of("http_user_agent", "user_agent", "useragent", "agent"));
    known.put("forwarded_for", List.of("http_x_forwarded_for", "x_forwarded_for"));
    known.put("duration_ms", List.of("request_time_ms", "duration_ms"));
    known.put("(seconds)", List.of("request_time"));
    return known;
  }
}
