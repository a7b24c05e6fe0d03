package io.liftwerk.ingest;

import io.liftwerk.ingest.recipe.Role;
import io.liftwerk.workspace.Pseudonyms;
import io.liftwerk.workspace.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ids by which systems know persons who are to be erased, so that rows which carry nothing but
 * such an id go too. Ids are the values that columns of role {@link Role#PERSON_ID} have in the
 * persons' own rows; rows found by an id are not searched for further ones, so one step is taken
 * and no more.
 *
 * <p>An id counts within its platform, or within its own table where no platform is known. One that
 * can hardly be somebody else's elsewhere (five characters or more with letters and digits, or at
 * least sixteen) counts everywhere. An id that stands in rows of another e-mail address, or of a
 * device in rows of another user, is nobody's alone and is not followed, only told of.
 */
final class PersonIds {
  /** Where a row has several ids, one of these is of a device that several people may use. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i).*(anonymous|pseudo|client|device|cookie).*");

  /** What systems write for nobody; WooCommerce's guests are 0. */
  private static final String NOBODY =
      Stream.of(
              "0",
              "-1",
              "-",
              "null",
              "none",
              "nil",
              "n/a",
              "undefined",
              "unknown",
              "guest",
              "gast",
              "(none)",
              "(not set)")
          .map(Sql::literal)
          .collect(Collectors.joining(", ", "(", ")"));

  private static final String IDS = "temp.main.erase_ids";
  private static final String FOLLOWED =
      "SELECT erase_value FROM " + IDS + " WHERE NOT erase_shared AND ";
  private static final String APART =
      "SELECT list(erase_value) FROM " + IDS + " WHERE NOT erase_shared AND erase_apart";
  private static final String EMAIL = "em_[a-z2-7]{26}";

  /**
   * An id that was followed.
   *
   * @param owner platform, or table without one
   * @param apart whether it counts everywhere
   */
  record Id(String owner, String value, boolean apart) {

    /** As models call the person, see {@code person_id}. */
    String person() {
      return owner + ":" + value;
    }
  }

  private record Column(String name, String text, boolean device) {}

  private record Load(
      long id,
      String owner,
      String shown,
      WarehouseTables.Stored table,
      List<Column> ids,
      List<String> emails) {}

  private final Session session;
  private final List<Load> loads = new ArrayList<>();

  PersonIds(Session session, Catalog catalog) throws Exception {
    this.session = session;
    for (WarehouseTables.Stored table : WarehouseTables.of(session)) {
      if (table.schema().equals("load") && table.name().matches("l[0-9]{6,}")) {
        long id = Long.parseLong(table.name().substring(1));
        add(table, catalog.load(id), catalog.stored(id));
      }
    }
    session.execute(
        "CREATE OR REPLACE TEMP TABLE erase_ids (erase_owner TEXT, erase_value TEXT, erase_place"
            + " TEXT, erase_device BOOLEAN, erase_apart BOOLEAN, erase_shared BOOLEAN)");
  }

  private void add(WarehouseTables.Stored table, SourceTable source, StoredTable stored) {
    var ids = new ArrayList<Column>();
    var emails = new ArrayList<String>();
    for (Map.Entry<String, Role> role : source.findings().roles().entrySet()) {
      if (role.getValue() == Role.PERSON_ID) {
        String name = role.getKey();
        ids.add(new Column(name, stored.text(name), DEVICE.matcher(name).matches()));
      } else if (role.getValue() == Role.EMAIL) {
        emails.add(role.getKey());
      }
    }
    if (!ids.isEmpty()) {
      String platform = source.findings().platform();
      loads.add(
          new Load(
              Long.parseLong(table.name().substring(1)),
              platform.isEmpty() ? source.name() : platform,
              "bronze." + source.name(),
              table,
              ids,
              emails));
    }
  }

  /** Notes the ids in rows that are one of {@code wanted}. */
  void find(Wanted wanted) throws Exception {
    for (Load load : loads) {
      for (Column column : load.ids()) {
        session.execute(
            """
            INSERT INTO %s
            SELECT DISTINCT %s, v, %s, %s,
              length(v) >= 16 OR (length(v) >= 5 AND regexp_matches(v, '[A-Za-z]')
                AND regexp_matches(v, '[0-9]')), false
            FROM (SELECT trim(%s) AS v FROM %s WHERE %s)
            WHERE v <> '' AND lower(v) NOT IN %s AND NOT regexp_full_match(v, %s)
              AND NOT EXISTS (SELECT 1 FROM %s f WHERE f.erase_owner = %s AND f.erase_value = v)
            """
                .formatted(
                    IDS,
                    Sql.literal(load.owner()),
                    Sql.literal(load.shown() + "." + column.name()),
                    column.device(),
                    column.text(),
                    load.table().sql(),
                    wanted.ownsRow(load.table().text()),
                    NOBODY,
                    Sql.literal(Pseudonyms.expression()),
                    IDS,
                    Sql.literal(load.owner())));
      }
    }
  }

  /** Finds out which ids are others' too, before any row is gone. */
  void judge(Collection<String> wanted) throws Exception {
    session.execute(
        "CREATE OR REPLACE TEMP TABLE erase_others (erase_owner TEXT, erase_value TEXT, other TEXT,"
            + " email BOOLEAN)");
    for (Load load : loads) {
      for (Column column : load.ids()) {
        String rows =
            "FROM %s AS r JOIN %s AS f ON f.erase_value = trim(%s) AND (f.erase_owner = %s OR f.erase_apart)"
                .formatted(load.table().sql(), IDS, column.text(), Sql.literal(load.owner()));
        for (String found : emails(load)) {
          session.execute(
              "INSERT INTO erase_others SELECT DISTINCT f.erase_owner, f.erase_value, unnest("
                  + found
                  + "), true "
                  + rows);
        }
        for (Column other : load.ids()) {
          if (column.device() && !other.device()) {
            session.execute(
                """
                INSERT INTO erase_others
                SELECT DISTINCT f.erase_owner, f.erase_value, trim(%1$s), false %2$s
                WHERE f.erase_device AND trim(%1$s) <> '' AND lower(trim(%1$s)) NOT IN %3$s
                  AND NOT EXISTS (SELECT 1 FROM %4$s k
                    WHERE k.erase_owner = %5$s AND k.erase_value = trim(%1$s))
                """
                    .formatted(other.text(), rows, NOBODY, IDS, Sql.literal(load.owner())));
          }
        }
      }
    }
    session.execute("CREATE OR REPLACE TEMP TABLE erase_wanted (pseudonym TEXT)");
    for (String pseudonym : wanted) {
      session.execute("INSERT INTO erase_wanted VALUES (?)", pseudonym);
    }
    // who was named by a telephone number alone has one address that was not named
    session.execute(
        """
        UPDATE %s AS f SET erase_shared = true FROM (
          SELECT erase_owner, erase_value,
            count(DISTINCT other) FILTER (WHERE email AND pseudonym IS NULL) AS strangers,
            count(DISTINCT other) FILTER (WHERE email AND pseudonym IS NOT NULL) AS named,
            count(*) FILTER (WHERE NOT email) AS users
          FROM erase_others LEFT JOIN erase_wanted ON pseudonym = other
          GROUP BY ALL) AS o
        WHERE o.erase_owner = f.erase_owner AND o.erase_value = f.erase_value
          AND (users > 0 OR strangers > CASE WHEN named > 0 THEN 0 ELSE 1 END)
        """
            .formatted(IDS));
    session.execute("DROP TABLE erase_others");
    session.execute("DROP TABLE erase_wanted");
  }

  /** Lists of the addresses that a row is about; mentions in free text are not. */
  private static List<String> emails(Load load) {
    boolean told = !load.emails().isEmpty();
    return (told ? load.emails() : load.table().text())
        .stream()
            .map(Sql::identifier)
            .map(
                cell ->
                    told
                        ? "regexp_extract_all(" + cell + ", '" + EMAIL + "')"
                        : "regexp_extract_all(" + cell + ", '(?:^|\")(" + EMAIL + ")(?:\"|$)', 1)")
            .toList();
  }

  /** Takes these ids for found and judged, to look for their rows once more. */
  void know(List<Id> ids) throws Exception {
    for (Id id : ids) {
      session.execute(
          "INSERT INTO " + IDS + " VALUES (?, ?, '', false, ?, false)",
          id.owner(),
          id.value(),
          id.apart());
    }
  }

  /** Those that are followed. */
  List<Id> followed() throws Exception {
    return session
        .query(
            "SELECT erase_owner, erase_value, erase_apart FROM "
                + IDS
                + " WHERE NOT erase_shared ORDER BY 1, 2")
        .stream()
        .map(
            row ->
                new Id(
                    String.valueOf(row[0]),
                    String.valueOf(row[1]),
                    Boolean.parseBoolean(String.valueOf(row[2]))))
        .toList();
  }

  /**
   * True for the rows of {@code table} that are known by an id that is followed; empty where none
   * can be.
   */
  String owns(WarehouseTables.Stored table) {
    if (loads.isEmpty()) {
      return "";
    }
    var parts = new ArrayList<String>();
    for (Load load : loads) {
      if (load.table().shown().equals(table.shown())) {
        String here =
            FOLLOWED + "(erase_apart OR erase_owner = " + Sql.literal(load.owner()) + "))";
        load.ids().forEach(id -> parts.add("trim(" + id.text() + ") IN (" + here));
        return any(parts);
      }
    }
    if (table.isBooks() || table.schema().equals("load") && table.name().startsWith("l")) {
      return "";
    }
    if (table.schema().equals("load")) {
      return rejects(table);
    }
    Set<String> names = names();
    boolean person = table.text().contains("person_id");
    for (String column : table.text()) {
      String cell = Sql.identifier(column);
      parts.add(cell + " IN (SELECT erase_owner || ':' || erase_value FROM (" + persons() + "))");
      if (!person && names.contains(plain(column))) {
        parts.add("list_contains((" + APART + "), " + cell + ")");
      }
    }
    return any(parts);
  }

  /** A record that did not fit a table of ids, in which one stands as a word of its own. */
  private String rejects(WarehouseTables.Stored table) {
    Set<Long> with = loads.stream().map(Load::id).collect(Collectors.toCollection(TreeSet::new));
    if (!with.contains(Long.parseLong(table.name().substring(1)))) {
      return "";
    }
    return any(
        table.text().stream()
            .map(column -> hasAny(column, "[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?", 0, APART))
            .toList());
  }

  /** True where one of the texts that {@code expression} finds in a column is among others. */
  private static String hasAny(String column, String expression, int group, String texts) {
    return "coalesce(list_has_any(regexp_extract_all(%s, %s, %d), (%s)), false)"
        .formatted(Sql.identifier(column), Sql.literal(expression), group, texts);
  }

  private static String any(List<String> parts) {
    return parts.isEmpty() ? "" : "(" + String.join(" OR ", parts) + ")";
  }

  /** Every platform with every id that counts there. */
  private String persons() {
    String owners =
        loads.stream()
            .map(Load::owner)
            .distinct()
            .map(owner -> "(" + Sql.literal(owner) + ")")
            .collect(Collectors.joining(", "));
    return "SELECT o.erase_owner, i.erase_value FROM "
        + IDS
        + " AS i JOIN (VALUES "
        + owners
        + ") AS o (erase_owner) ON i.erase_apart OR i.erase_owner = o.erase_owner"
        + " WHERE NOT i.erase_shared";
  }

  private Set<String> names() {
    return loads.stream()
        .flatMap(load -> load.ids().stream())
        .map(column -> plain(column.name()))
        .collect(Collectors.toSet());
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** True where a JSON text has an id that is followed among its values. */
  String holds(String column) {
    if (loads.isEmpty()) {
      return "false";
    }
    return hasAny(
        column,
        "\"((?:[^\"\\\\]|\\\\.)*)\"",
        1,
        "SELECT list(v) FROM (SELECT erase_value AS v FROM "
            + IDS
            + " WHERE NOT erase_shared UNION ALL SELECT erase_owner || ':' || erase_value FROM ("
            + persons()
            + "))");
  }

  /** Where ids were found and what became of them; the ids themselves are not told. */
  List<ErasureResult.FoundIds> told() throws Exception {
    var places = new ArrayList<ErasureResult.FoundIds>();
    for (@Nullable String[] row :
        session.query(
            "SELECT erase_place, count(*) FILTER (WHERE NOT erase_shared),"
                + " count(*) FILTER (WHERE erase_shared), any_value(erase_owner) FROM "
                + IDS
                + " GROUP BY erase_place ORDER BY erase_place")) {
      String place = String.valueOf(row[0]);
      places.add(
          new ErasureResult.FoundIds(
              place,
              Long.parseLong(String.valueOf(row[1])),
              Long.parseLong(String.valueOf(row[2])),
              elsewhere(place, String.valueOf(row[3]))));
    }
    return places;
  }

  /** Rows of other platforms in which a short id of {@code place} stands, perhaps of another. */
  private long elsewhere(String place, String owner) throws Exception {
    long rows = 0;
    for (Load load : loads) {
      if (load.owner().equals(owner)) {
        continue;
      }
      String any =
          load.ids().stream()
              .map(
                  column ->
                      "trim("
                          + column.text()
                          + ") IN ("
                          + FOLLOWED
                          + "NOT erase_apart AND erase_place = "
                          + Sql.literal(place)
                          + ")")
              .collect(Collectors.joining(" OR "));
      rows += session.numbers("SELECT count(*) FROM " + load.table().sql() + " WHERE " + any)[0];
    }
    return rows;
  }
}
