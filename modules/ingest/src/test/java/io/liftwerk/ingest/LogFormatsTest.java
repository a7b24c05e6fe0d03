package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.liftwerk.ingest.log.LogFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each format of a server log: recognised, and its fields under the names all logs share. */
class LogFormatsTest {
  private static final String START = "198.51.100.7 - anna [28/Sep/2026:10:00:01 +0200] ";
  private static final String REQUEST = "\"GET /zelte/?seite=2&sort=preis HTTP/2.0\" 200 4711";
  private static final String COMBINED =
      START + REQUEST + " \"https://www.example/\" \"Mozilla/5.0 (X11; Linux, x86_64)\"";

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

  /** Loads {@code lines} and checks that they are taken for {@code id}. */
  private LogTable load(String id, String... lines) {
    String text = String.join("\n", lines) + "\n";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    LogFormat format = Objects.requireNonNull(LogSource.format(bytes, bytes.length, true));
    assertEquals(id, format.match().id());
    ImportedTable table = bench.load(bench.file(id + bench.tables().size() + ".log", bytes));
    assertEquals(format.match().reason(), table.notes().getFirst());
    return new LogTable(bench, table);
  }

  @Test
  void combined() {
    LogTable log = load("server-log-combined", COMBINED, COMBINED.replace("anna", "-"));
    assertEquals(
        "ip:text:|user:text:|time:timestamp:yyyy-MM-dd HH:mm:ssXXX|method:text:|path:text:"
            + "|query:text:|protocol:text:|status:integer:1234|bytes:integer:1234|referrer:text:"
            + "|user_agent:text:",
        FileImportTest.types(log.table()));
    assertEquals(
        List.of(
            "198.51.100.7 | anna | 2026-09-28 08:00:01.0 | GET | /zelte/ | seite=2&sort=preis"
                + " | HTTP/2.0 | 200 | 4711 | https://www.example/ | Mozilla/5.0 (X11; Linux,"
                + " x86_64) | 1",
            "198.51.100.7 | null | 2026-09-28 08:00:01.0 | GET | /zelte/ | seite=2&sort=preis"
                + " | HTTP/2.0 | 200 | 4711 | https://www.example/ | Mozilla/5.0 (X11; Linux,"
                + " x86_64) | 2"),
        log.rows(
            "ip, \"user\", time AT TIME ZONE 'UTC', method, path, query, protocol, status, bytes,"
                + " referrer, user_agent, _row"));
    assertEquals(
        "Server log, combined format: 2 of the first 2 lines fit.", log.table().notes().getFirst());
  }

  @Test
  void theOffsetOfALineIsKept() {
    load("server-log-combined", COMBINED);
    assertEquals(
        "2026-09-28 10:00:01+02:00", bench.value("SELECT time FROM " + Catalog.loadTable(1)));
  }

  @Test
  void common() {
    LogTable log = load("server-log-common", START + REQUEST, START + "\"HEAD / HTTP/1.1\" 304 -");
    assertEquals(
        List.of("200 | 4711 | null | null", "304 | null | null | null"),
        log.rows("status, bytes, referrer, user_agent"));
  }

  @Test
  void hosts() {
    LogTable log = load("server-log-vhost-common", "shop.example:8443 " + START + REQUEST);
    assertEquals("shop.example | 8443 | 198.51.100.7 | anna", log.row("host, port, ip, \"user\""));
    log = load("server-log-vhost-combined", "shop.example " + COMBINED);
    assertEquals("shop.example | 198.51.100.7 | anna", log.row("host, ip, \"user\""));
    assertNull(log.type("port"));
    log = load("server-log-vhost-combined", COMBINED.replace(" - anna", " shop.example anna"));
    assertEquals("shop.example | 198.51.100.7 | anna", log.row("host, ip, \"user\""));
    log = load("server-log-vhost-combined", "shop.example " + COMBINED.replace("] ", "] (3 s) "));
    assertEquals("3 s | 200", log.row("processing_time, status"));
  }

  @Test
  void requestTimesBehindTheUserAgent() {
    LogTable log =
        load(
            "server-log-combined",
            COMBINED + " 0.050 0.123",
            COMBINED + " 0.000 1.500",
            COMBINED + " - 0.002");
    assertEquals(List.of("123 | 50", "1500 | 0", "2 | null"), log.rows("duration_ms, upstream_ms"));
    assertEquals("integer", log.type("duration_ms"));
  }

  @Test
  void namedAndForwardedFields() {
    String line = COMBINED + " \"203.0.113.9, 10.0.0.1\" rt=0.250 uct=\"0.001\" [backend] HIT";
    var lines = new ArrayList<>(Collections.nCopies(600, line));
    // the first lines told which fields there are; what fits none of them is kept all the same
    lines.add(COMBINED + " \"-\" rt=0.004 uct=\"-\" [a b] \"MISS\" and=more");
    lines.add(COMBINED + " \"-\" rt=slow uct=\"-\" [backend] \"MISS\"");
    LogTable log = load("server-log-combined", lines.toArray(String[]::new));
    assertEquals(
        List.of(
            "203.0.113.9, 10.0.0.1 | 250 | 0.001 | backend | HIT | null",
            "null | 4 | null | a b | MISS | and=more",
            "null | null | null | null | null | rt=slow uct=\"-\" [backend] \"MISS\""),
        log.rows("forwarded_for, duration_ms, uct, extra_2, extra_3, extra").subList(599, 602));
  }

  @Test
  void junkAtTheEndOfSomeLines() {
    LogTable log = load("server-log-combined", COMBINED, COMBINED + " what is this", COMBINED);
    assertEquals(List.of("null", "what is this", "null"), log.rows("extra"));
    log = load("server-log-common", START + REQUEST, START + REQUEST + "  junk ", START + REQUEST);
    assertEquals(List.of("null", "junk ", "null"), log.rows("extra"));
  }

  @Test
  void traefik() {
    LogTable log =
        load(
            "server-log-traefik",
            COMBINED + " 17 \"shop@docker\" \"http://10.0.0.4:80\" 29ms",
            COMBINED + " 18 \"-\" \"-\" 0ms");
    assertEquals(
        List.of("17 | shop@docker | http://10.0.0.4:80 | 29", "18 | null | null | 0"),
        log.rows("request_count, router, service_url, duration_ms"));
  }

  @Test
  void haproxy() {
    String rest =
        "[28/Sep/2026:10:00:01.250] web~ shop/app1 0/0/1/-1/+72 200 +7456 - sid=4 ----"
            + " 5/4/0/1/0 0/2 {www.example|Mozilla/5.0 (X11)} {nginx} \"GET /a?b=c HTTP/1.1\"";
    LogTable log =
        load("server-log-haproxy", "Sep 28 10:00:01 lb haproxy[6801]: 203.0.113.5:55008 " + rest);
    assertEquals(
        "Sep 28 10:00:01 lb haproxy[6801] | 203.0.113.5 | 55008 | 2026-09-28 10:00:01.25 | web~"
            + " | shop | app1 | -1 | 72 | 200 | 7456 | null | sid=4 | ---- | 2"
            + " | www.example|Mozilla/5.0 (X11) | nginx | /a | b=c",
        log.row(
            "syslog, ip, client_port, time AT TIME ZONE 'UTC', frontend, backend, server,"
                + " time_response, duration_ms, status, bytes, captured_request_cookie,"
                + " captured_response_cookie, termination_state, backend_queue,"
                + " captured_request_headers, captured_response_headers, path, query"));
    assertEquals(
        "The log states no time zone, so its times are taken for UTC.", log.table().notes().get(1));
    log =
        load(
            "server-log-haproxy",
            "2001:db8::5:55008 " + rest.replace("/a?b", "https://shop.example:8443/a?b"));
    assertEquals(
        "2001:db8::5 | 55008 | https | shop.example | 8443 | /a",
        log.row("ip, client_port, scheme, host, port, path"));
  }

  @Test
  void loadBalancersOfAmazon() {
    String fields =
        "198.51.100.7:2817 10.0.0.1:80 0.000086 0.001048 0.000057 200 200 12 57"
            + " \"GET https://www.example:443/a/b?c HTTP/1.1\" \"curl/8.5.0\"";
    LogTable log =
        load(
            "server-log-elb",
            "2026-09-28T08:00:01.945958Z lb " + fields + " ECDHE TLSv1.2",
            "2026-09-28T08:00:02.945958Z lb "
                + fields.replace("0.000086", "-1").replace(" 10.0.0.1:80", " -"));
    assertEquals(
        List.of(
            "2026-09-28 08:00:01.945958 | 198.51.100.7 | 2817 | 10.0.0.1 | https | www.example"
                + " | 443 | /a/b | c | 200 | 57 | 12 | 1.191 | ECDHE",
            "2026-09-28 08:00:02.945958 | 198.51.100.7 | 2817 | null | https | www.example | 443"
                + " | /a/b | c | 200 | 57 | 12 | null | null"),
        log.rows(
            "time AT TIME ZONE 'UTC', ip, client_port, target_ip, scheme, host, port, path, query,"
                + " status, bytes, bytes_received, duration_ms, ssl_cipher"));
    assertEquals("decimal", log.type("duration_ms"));
    log =
        load(
            "server-log-alb",
            "h2 2026-09-28T08:00:01.945958Z app/lb/50dc "
                + fields
                + " ECDHE TLSv1.2 arn:aws:tg \"Root=1-58\" \"www.example\" \"arn:aws:acm\" 0"
                + " 2026-09-28T08:00:01.940000Z \"waf,forward\" \"-\" \"-\" \"10.0.0.1:80\" \"200\""
                + " \"-\" \"-\" TID_1 \"something new\"");
    assertEquals(
        "h2 | app/lb/50dc | waf,forward | 10.0.0.1:80 | TID_1 | \"something new\" | 1.191",
        log.row(
            "type, elb, actions_executed, target_port_list, conn_trace_id, extra,"
                + " duration_ms"));
  }

  @Test
  void bucketsOfAmazon() {
    String line =
        "79a5 www.example [28/Sep/2026:10:00:01 +0000] 198.51.100.7 arn:aws:iam::1:user/a 3E57"
            + " REST.GET.OBJECT a/b.png \"GET /a/b.png?x=1 HTTP/1.1\" 200 - 4711 9000 10 9 \"-\""
            + " \"S3Console/0.4\"";
    LogTable log =
        load(
            "server-log-s3",
            line,
            line + " - 9vKBE6 SigV4 ECDHE AuthHeader www.example.s3.amazonaws.com TLSV1.2 - Yes");
    assertEquals(
        List.of(
            "www.example | www.example | a/b.png | /a/b.png | x=1 | null | 4711 | 9000 | 10",
            "www.example | www.example.s3.amazonaws.com | a/b.png | /a/b.png | x=1 | null | 4711"
                + " | 9000 | 10"),
        log.rows("bucket, host, key, path, query, error_code, bytes, object_size, duration_ms"));
  }

  @Test
  void w3cWhoseFieldsChange() {
    LogTable log =
        load(
            "server-log-w3c",
            "#Software: Microsoft Internet Information Services 10.0",
            "#Version: 1.0",
            "#Date: 2026-09-28 08:00:00",
            "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip"
                + " cs(User-Agent) cs(Referer) sc-status sc-substatus time-taken",
            "2026-09-28 08:00:01 10.0.0.1 GET /a.aspx b=c 443 - 198.51.100.7"
                + " Mozilla/5.0+(X11;+Linux) - 200 0 15",
            "#Fields: date time c-ip cs-method cs-uri-stem sc-status sc-bytes cs(Cookie) cs-host",
            "2026-09-28 08:00:02 198.51.100.8 POST /c.aspx 302 77 \"a=1; b=\"\"2\"\"\" www.example",
            "2026-09-28 08:00:03 198.51.100.8 POST /c.aspx 302 77");
    assertEquals(
        List.of(
            "2026-09-28 08:00:01.0 | 198.51.100.7 | GET | /a.aspx | b=c | null"
                + " | Mozilla/5.0+(X11;+Linux) | 200 | 0 | 15 | null | null | null | 10.0.0.1 | 443"
                + " | 5",
            "2026-09-28 08:00:02.0 | 198.51.100.8 | POST | /c.aspx | null | null | null | 302 |"
                + " null | null | 77 | a=1; b=\"2\" | www.example | null | null | 7"),
        log.rows(
            "time AT TIME ZONE 'UTC', ip, method, path, query, referrer, user_agent, status,"
                + " sc_substatus, duration_ms, bytes, cookie, host, server_ip, port, _row"));
    assertEquals(
        List.of(
            "Server log, W3C extended format: 2 of the first 3 lines fit.",
            "5 lines describe the log and are no records.",
            "1 record was set aside, the first in line 8: 7 fields instead of 9.",
            "Pseudonyms stand for what identifies people, the originals are in the vault: user,"
                + " ip."),
        log.table().notes());
  }

  @Test
  void w3cThatTellsTheDateAbove() {
    LogTable log =
        load(
            "server-log-w3c",
            "#Date: 2026-09-28 08:00:00",
            "#Fields: time c-ip cs-method cs-uri-stem c-status time-taken",
            "08:00:01 198.51.100.7 GET /stream?title=a%20b 200 0.250");
    assertEquals(
        "2026-09-28 08:00:01.0 | /stream | title=a%20b | 200 | 250",
        log.row("time AT TIME ZONE 'UTC', path, query, status, duration_ms"));
  }

  @Test
  void w3cInLocalTime() {
    LogTable log =
        load(
            "server-log-w3c",
            "#Fields:  date-local time-local c-ip cs-method cs-uri-stem sc-status",
            "2026-09-28 10:00:01.250 \"198.51.100.7\" GET /a 200");
    assertEquals("2026-09-28 10:00:01.25 | 198.51.100.7", log.row("time AT TIME ZONE 'UTC', ip"));
    assertEquals(
        "The log states no time zone, so its times are taken for UTC.", log.table().notes().get(1));
  }

  @Test
  void cloudFront() {
    LogTable log =
        load(
            "server-log-cloudfront",
            "#Version: 1.0",
            "#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem"
                + " sc-status cs(Referer) cs(User-Agent) cs-uri-query x-edge-result-type"
                + " x-host-header cs-protocol cs-bytes time-taken cs-protocol-version",
            String.join(
                "\t",
                "2026-09-28",
                "08:00:01",
                "FRA60-P1",
                "4711",
                "2001:db8::7",
                "GET",
                "d1.cloudfront.net",
                "/a",
                "200",
                "-",
                "Mozilla/5.0%20(X11)",
                "b=c",
                "Hit",
                "www.example",
                "https",
                "30",
                "0.012",
                "HTTP/2.0"));
    assertEquals(
        "2001:db8::7 | www.example | d1.cloudfront.net | /a | b=c | 4711 | 30 | 12 | https"
            + " | HTTP/2.0 | FRA60-P1 | Hit",
        log.row(
            "ip, host, cs_host, path, query, bytes, bytes_received, duration_ms, scheme, protocol,"
                + " x_edge_location, x_edge_result_type"));
  }
}
