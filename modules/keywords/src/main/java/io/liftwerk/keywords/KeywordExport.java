package io.liftwerk.keywords;

import io.liftwerk.keywords.account.Account;
import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.LiveKeyword;
import io.liftwerk.keywords.account.MatchType;
import io.liftwerk.keywords.account.Negative;
import io.liftwerk.keywords.account.SharedList;
import io.liftwerk.keywords.editors.AccountIds;
import io.liftwerk.keywords.editors.Changes;
import io.liftwerk.keywords.editors.EditorExport;
import io.liftwerk.keywords.editors.EditorFormat;
import io.liftwerk.keywords.negatives.ChannelFit;
import io.liftwerk.keywords.negatives.Fitted;
import io.liftwerk.keywords.negatives.Unfit;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.ResultFile;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the negatives of the newest run, or the keywords it suggests, for the editor of a channel,
 * and beside it the file that takes them back. What one channel's report brought up is written for
 * the others too, so that shared lists stay in step; rejected ones are not written.
 */
public final class KeywordExport implements Job<KeywordExport.Result> {
  /** Name of the job. */
  public static final String NAME = "keywords-export";

  private static final String PLAIN = "csv";

  /**
   * @param channel {@code google}, {@code microsoft}, {@code amazon}, or {@code csv} for a plain
   *     table
   * @param run run of the negatives; null for the newest
   * @param acceptedOnly whether negatives that nobody decided on are left out
   * @param keywords whether the suggested keywords are written, and no negatives
   */
  public record Request(
      String channel, @Nullable String run, boolean acceptedOnly, boolean keywords) {

    /** Negatives. */
    public static Request negatives(String channel, @Nullable String run, boolean acceptedOnly) {
      return new Request(channel, run, acceptedOnly, false);
    }
  }

  /**
   * @param of run of the negatives
   * @param negatives rows of negatives written, by whatever the channel counts as one
   * @param undecided how many of the written nobody decided on
   * @param keywords rows of new keywords written
   * @param file the export, relative to the workspace
   * @param undo the file that takes it back
   * @param notes what was left out or said in another way, and why
   */
  public record Result(
      String channel,
      String of,
      int negatives,
      int undecided,
      int keywords,
      String file,
      String undo,
      List<String> notes) {}

  private final Request request;

  public KeywordExport(Request request) {
    this.request = request;
  }

  /**
   * Where the file that takes an export back lies: {@code x.csv}'s neighbour {@code x-undo.csv}.
   */
  public static Path undoFile(Path file) {
    return EditorExport.undoFile(file);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Request parameters() {
    return request;
  }

  @Override
  public Object fingerprint(Result result) {
    return Json.without(result, "file", "undo", "of");
  }

  /** A negative of the table. */
  private record Row(String channel, Negative negative) {}

  /**
   * @throws WorkbenchException code {@code channel-unknown}, {@code keywords-missing} when no run
   *     left negatives, {@code keywords-older} when the run's are gone, {@code nothing-to-export}
   */
  @Override
  public Result run(JobContext context) throws Exception {
    boolean plain = request.channel().equalsIgnoreCase(PLAIN);
    Channel channel = plain ? Channel.GOOGLE : channel(request.channel());
    String of = newest(context);
    return request.keywords()
        ? keywords(context, of, channel, plain)
        : negatives(context, of, channel, plain);
  }

  private Result keywords(JobContext context, String of, Channel channel, boolean plain)
      throws Exception {
    List<LiveKeyword> wanted = new ArrayList<>();
    int homeless = 0;
    for (LiveKeyword one : suggested(context)) {
      if (!plain && one.channel() != channel) {
        continue;
      }
      // without its place an editor would refuse the row
      if (!plain && (one.campaign().isEmpty() || one.adGroup() == null)) {
        homeless++;
      } else {
        wanted.add(
            new LiveKeyword(channel, one.campaign(), one.adGroup(), one.text(), one.match()));
      }
    }
    if (wanted.isEmpty()) {
      throw new WorkbenchException(
          "nothing-to-export",
          "There is no new keyword to export for %s.".formatted(request.channel()),
          "The newest run suggests none for this channel whose campaign and ad group are known.");
    }
    Changes changes =
        Changes.of(
            ChannelFit.fit(channel, List.of(), List.of(), Account.UNKNOWN, null),
            wanted,
            Account.UNKNOWN);
    List<String> notes = new ArrayList<>();
    if (homeless > 0) {
      notes.add(
          "%d suggested keywords are left out: their reports do not tell campaign and ad group."
              .formatted(homeless));
    }
    return write(context, of, plain, channel, changes, 0, notes);
  }

  private static List<LiveKeyword> suggested(JobContext context) throws SQLException {
    boolean there =
        Query.one(
            context,
            "SELECT count(*) > 0 FROM duckdb_tables() WHERE schema_name = 'gold' AND table_name ="
                + " 'keyword_new'",
            row -> row.getBoolean(1));
    return there
        ? Query.list(
            context,
            "SELECT channel, coalesce(campaign, ''), ad_group, text, match_type FROM "
                + KeywordTables.NEW
                + " WHERE channel IS NOT NULL ORDER BY conversions DESC, cost, text",
            row ->
                new LiveKeyword(
                    Channel.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    MatchType.valueOf(row.getString(5).toUpperCase(Locale.ROOT))))
        : List.of();
  }

  private Result write(
      JobContext context,
      String of,
      boolean plain,
      Channel channel,
      Changes changes,
      int undecided,
      List<String> notes)
      throws Exception {
    String stem =
        (request.keywords() ? "keywords-" : "negatives-")
            + request.channel().toLowerCase(Locale.ROOT);
    ResultFile file = context.resultFile(stem, "csv");
    ResultFile undo = context.resultFile(stem + "-undo", "csv");
    EditorExport.Written written =
        new EditorExport(plain ? EditorFormat.PLAIN : EditorFormat.of(channel), AccountIds.UNKNOWN)
            .write(changes, file.draft(), undo.draft());
    notes.addAll(written.notes());
    return new Result(
        request.channel().toLowerCase(Locale.ROOT),
        of,
        changes.negatives().size(),
        undecided,
        changes.keywords().size(),
        context.workspace().relative(file.place()),
        context.workspace().relative(undo.place()),
        List.copyOf(notes));
  }

  private Result negatives(JobContext context, String of, Channel channel, boolean plain)
      throws Exception {
    Map<Decisions.Key, Decisions.Made> decisions = Decisions.read(context.connection());
    Set<Negative> wanted = new LinkedHashSet<>();
    int undecided = 0;
    Map<Channel, Set<String>> campaigns = campaigns(context);
    // of a channel without any report nothing is known but what its shared list should hold
    boolean known = campaigns.containsKey(channel);
    List<Row> rows = rows(context);
    for (Row row : rows) {
      Negative negative = row.negative();
      Decisions.Made made =
          decisions.get(
              new Decisions.Key(negative.text(), negative.match().name().toLowerCase(Locale.ROOT)));
      boolean written = made == null ? !request.acceptedOnly() : !made.rejected();
      boolean fits = plain || (known ? negative.channel() == channel : negative.list() != null);
      if (written && fits && wanted.add(in(channel, negative))) {
        undecided += made == null ? 1 : 0;
      }
    }
    if (wanted.isEmpty()) {
      throw new WorkbenchException(
          "nothing-to-export",
          "There is no negative to export for %s.".formatted(request.channel()),
          request.acceptedOnly()
              ? "Accept some first, or export those that nobody decided on too."
              : "The newest run suggests none for this channel.");
    }
    List<SharedList> lists =
        List.of(
            new SharedList(
                channel,
                NegativeSearch.LIST,
                List.copyOf(campaigns.getOrDefault(channel, Set.of()))));
    Fitted fitted = ChannelFit.fit(channel, List.copyOf(wanted), lists, Account.UNKNOWN, null);
    Changes changes = Changes.of(fitted, List.<LiveKeyword>of(), Account.UNKNOWN);
    List<String> notes = new ArrayList<>(fitted.notes());
    fitted.unfit().stream().map(Unfit::reason).forEach(notes::add);
    long waiting = waiting(decisions, rows);
    if (waiting > 0) {
      notes.add(
          waiting == 1
              ? "An accepted negative is not among those of run %s: work the keywords out again, so that it is checked and exported."
                  .formatted(of)
              : "%d accepted negatives are not among those of run %s: work the keywords out again, so that they are checked and exported."
                  .formatted(waiting, of));
    }
    if (!plain && !known) {
      notes.add(
          "No report of %s is loaded: whether these negatives would silence a keyword there is not known."
              .formatted(channel.spoken()));
    }
    return write(context, of, plain, channel, changes, undecided, notes);
  }

  /** Accepted since the run, by hand: nobody has looked yet whom they would silence. */
  private static long waiting(Map<Decisions.Key, Decisions.Made> decisions, List<Row> rows) {
    return decisions.entrySet().stream()
        .filter(entry -> !entry.getValue().rejected())
        .filter(
            entry ->
                rows.stream().noneMatch(row -> row.negative().text().equals(entry.getKey().text())))
        .count();
  }

  private static Channel channel(String word) {
    for (Channel channel : Channel.values()) {
      if (Channels.word(channel).equalsIgnoreCase(word)) {
        return channel;
      }
    }
    throw new WorkbenchException(
        "channel-unknown",
        "'%s' is no channel that negatives can be written for.".formatted(word),
        "Take google, microsoft, amazon, or csv for a plain table.");
  }

  private String newest(JobContext context) throws SQLException {
    boolean there =
        Query.one(
            context,
            "SELECT count(*) = 2 FROM duckdb_tables() WHERE schema_name = 'gold' AND table_name IN"
                + " ('keyword_negatives', 'keyword_ngrams')",
            row -> row.getBoolean(1));
    List<String> runs =
        there
            ? Query.list(
                context, "SELECT DISTINCT run FROM gold.keyword_ngrams", row -> row.getString(1))
            : List.of();
    if (runs.isEmpty()) {
      throw new WorkbenchException(
          "keywords-missing",
          "The search terms of this workspace have not been looked into yet.",
          "Run 'keywords' first.");
    }
    String wanted = request.run();
    if (wanted != null && !wanted.equals(runs.getFirst())) {
      throw new WorkbenchException(
          "keywords-older",
          "The negatives of run %s have been replaced by those of run %s."
              .formatted(wanted, runs.getFirst()),
          "Export the newer ones, or work the keywords out again.");
    }
    return runs.getFirst();
  }

  private static List<Row> rows(JobContext context) throws SQLException {
    return Query.list(
        context,
        "SELECT channel, list, campaign, ad_group, text, match_type FROM "
            + KeywordTables.NEGATIVES
            + " ORDER BY saving DESC, channel, text, match_type, list, campaign, ad_group",
        row ->
            new Row(
                row.getString(1),
                new Negative(
                    Channel.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    MatchType.valueOf(row.getString(6).toUpperCase(Locale.ROOT)))));
  }

  private static Map<Channel, Set<String>> campaigns(JobContext context) throws SQLException {
    Map<Channel, Set<String>> campaigns = new TreeMap<>();
    Query.each(
        context,
        "SELECT channel, campaign FROM " + KeywordTables.LISTS + " ORDER BY ALL",
        row -> {
          Set<String> names =
              campaigns.computeIfAbsent(
                  Channel.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                  key -> new LinkedHashSet<>());
          if (!row.getString(2).isEmpty()) {
            names.add(row.getString(2));
          }
        });
    return campaigns;
  }

  private static Negative in(Channel channel, Negative negative) {
    return new Negative(
        channel,
        negative.list(),
        negative.campaign(),
        negative.adGroup(),
        negative.text(),
        negative.match());
  }
}
