package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Server logs in JSON, which come before the JSON that could be anything. */
class LogJsonTest {
  private static final String CADDY =
      """
      {"level":"info","ts":1790649778.425724,"logger":"http.log.access","msg":"handled request",\
      "request":{"remote_ip":"10.0.0.1","remote_port":"2590","client_ip":"198.51.100.7",\
      "proto":"HTTP/2.0","method":"GET","host":"at.example","uri":"/schuhe/?seite=2",\
      "headers":{"User-Agent":["Mozilla/5.0 (X11)"],"Referer":["https://www.example/"],\
      "Accept":["text/html","*/*"]},"tls":{"version":772}},"bytes_read":12,"user_id":"",\
      "duration":0.001335486,"size":31034,"status":200,"resp_headers":{"Server":["Caddy"]}}
      """;

  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private LogTable load(String name, String text) {
    return new LogTable(bench, bench.load(bench.file(name, text)));
  }

  @Test
  void caddy() {
    LogTable log =
        load(
            "access.json",
            CADDY
                + "{\"level\":\"info\",\"ts\":1790649779.5,\"msg\":\"shutting down\"}\n"
                + "{\"level\":\"info\",\"ts\":17906\n"
                + CADDY.replace("1790649778.425724", "\"2026/09/29 05:22:58\"")
                + CADDY.replace("\"duration\":0.001335486", "\"duration\":\"1.3ms\""));
    assertEquals(
        "Server log, Caddy's JSON: 3 of the first 5 lines fit.", log.table().notes().getFirst());
    String row =
        "198.51.100.7 | 10.0.0.1 | null | GET | /schuhe/ | seite=2 | HTTP/2.0 | 200 | 31034 | 12 |"
            + " https://www.example/ | Mozilla/5.0 (X11) | at.example | %s |"
            + " {\"Server\":[\"Caddy\"]} | {\"version\":772}";
    assertEquals(
        List.of(row.formatted("1.335486"), row.formatted("1.335486"), row.formatted("null")),
        log.rows(
            "ip, request_remote_ip, \"user\", method, path, query, protocol, status, bytes,"
                + " bytes_received, referrer, user_agent, host, duration_ms, resp_headers,"
                + " request_tls"));
    assertEquals(
        List.of(
            "2026-09-29 02:42:58.425724 | null | 1",
            "2026-09-29 05:22:58.0 | null | 4",
            "2026-09-29 02:42:58.425724 | 1.3ms | 5"),
        log.rows("time AT TIME ZONE 'UTC', duration, _row"));
    assertEquals(
        List.of(
            "2 | no record of a request"
                + " | {\"level\":\"info\",\"ts\":1790649779.5,\"msg\":\"shutting down\"}",
            "3 | not a JSON object | {\"level\":\"info\",\"ts\":17906"),
        log.rejects());
    assertTrue(log.row("request_headers").contains("\"Accept\":[\"text/html\",\"*/*\"]"));
    assertEquals("decimal", log.type("duration_ms"));
    assertEquals("timestamp", log.type("time"));
  }

  @Test
  void traefik() {
    LogTable log =
        load(
            "traefik.log",
            """
            {"ClientAddr":"10.0.0.9:52458","ClientHost":"198.51.100.7","ClientPort":"52458",\
            "ClientUsername":"-","DownstreamContentSize":15,"DownstreamStatus":200,\
            "Duration":10002425284,"OriginStatus":504,"RequestHost":"at.example",\
            "RequestMethod":"GET","RequestPath":"/a?b=c","RequestProtocol":"HTTP/1.1",\
            "RequestScheme":"https","ServiceURL":{"Host":"app:80"},\
            "StartUTC":"2026-09-28T08:00:00.773360139Z","level":"info","msg":"",\
            "request_User-Agent":"curl/8.5.0","time":"2026-09-28T10:00:01+02:00"}
            """);
    assertEquals(
        "Server log, Traefik's JSON: 1 of the first 1 lines fit.", log.table().notes().getFirst());
    assertEquals(
        "2026-09-28 08:00:01.0 | 198.51.100.7 | 10.0.0.9:52458 | 52458 | null | 15 | 200 | 504"
            + " | 10002.425284 | at.example | GET | /a | b=c | https | {\"Host\":\"app:80\"}"
            + " | 2026-09-28T08:00:00.773360139Z | curl/8.5.0",
        log.row(
            "time AT TIME ZONE 'UTC', ip, client_addr, client_port, \"user\", bytes, status,"
                + " origin_status, duration_ms, host, method, path, query, scheme, service_url,"
                + " start_utc, user_agent"));
  }

  @Test
  void nginxWithItsVariables() {
    LogTable log =
        load(
            "nginx.log",
            """
            {"time_local":"28/Sep/2026:10:00:01 +0200","remote_addr":"198.51.100.7",\
            "remote_user":"-","request":"GET /a?b=c HTTP/2.0","status":"200",\
            "body_bytes_sent":"4711","request_time":"0.125","http_referer":"-",\
            "http_user_agent":"curl/8.5.0","upstream_addr":"10.0.0.1:80"}
            {"time_local":"28/Sep/2026:10:00:02 +0200","remote_addr":"198.51.100.7",\
            "remote_user":"-","request":"\\\\x16\\\\x03\\\\x01","status":"400","body_bytes_sent":"157",\
            "request_time":"0.000","http_referer":"-","http_user_agent":"-","upstream_addr":"-"}
            {"time_local":"yesterday","remote_addr":"198.51.100.7","request":"GET / HTTP/1.1",\
            "status":"200"}
            """);
    assertEquals(
        "Server log, JSON as nginx and others write it: 3 of the first 3 lines fit.",
        log.table().notes().getFirst());
    assertEquals(
        List.of(
            "2026-09-28 08:00:01.0 | 198.51.100.7 | null | GET | /a | b=c | HTTP/2.0 | 200 | 4711"
                + " | 125 | null | curl/8.5.0 | 10.0.0.1:80"),
        log.rows(
            "time AT TIME ZONE 'UTC', ip, \"user\", method, path, query, protocol, status, bytes,"
                + " duration_ms, referrer, user_agent, upstream_addr"));
    assertEquals(
        List.of("2 | a TLS handshake instead of an HTTP request", "3 | 'yesterday' is no time"),
        log.rejects().stream().map(row -> row.replaceAll(" \\| \\{.*", "")).toList());
  }

  @Test
  void fieldsThatSayTheSameTwiceAreBothKept() {
    LogTable log =
        load(
            "custom.ndjson",
            """
            {"@timestamp":"2026-09-28T08:00:01Z","time":"later","ip":"198.51.100.7",\
            "remote_addr":"10.0.0.1","request":"GET /x HTTP/1.1","uri":"/a","args":"b=c",\
            "status":404,"bytes":9,"request_time":"0.1","request_time_ms":99}
            """);
    assertEquals(
        "2026-09-28 08:00:01.0 | later | 10.0.0.1 | 198.51.100.7 | GET /x HTTP/1.1 | GET | /a | b=c"
            + " | 99 | 0.1",
        log.row(
            "time AT TIME ZONE 'UTC', time_2, ip, ip_2, request, method, path, query, duration_ms,"
                + " request_time"));
  }

  @Test
  void eventsAreNoLog() {
    ImportedTable table =
        bench.load(
            bench.file(
                "events.jsonl",
                """
                {"type":"page","anonymousId":"a","timestamp":"2026-09-28T08:00:01Z",\
                "context":{"ip":"198.51.100.7","page":{"path":"/a"}}}
                {"status":"paid","path":"/a","time":"2026-09-28T08:00:01Z","ip":"198.51.100.7"}
                """));
    assertEquals(2, table.rows());
    assertEquals(
        List.of(
            "Pseudonyms stand for what identifies people, the originals are in the vault: ip.",
            "In the text of 'context' identifiers were replaced by pseudonyms in 1 cell."),
        table.notes());
    assertEquals("JSON", FilePreviews.of(folder.resolve("events.jsonl")).kind());
  }
}
