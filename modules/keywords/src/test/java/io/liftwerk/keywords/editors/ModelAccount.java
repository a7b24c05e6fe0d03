package io.liftwerk.keywords.editors;

import io.liftwerk.keywords.account.Account;
import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.LiveKeyword;
import io.liftwerk.keywords.account.MatchType;
import io.liftwerk.keywords.account.Negative;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A channel as far as its editor's files go: it applies them, gives identifiers, and refuses. */
final class ModelAccount {
  final Set<Negative> negatives = new HashSet<>();
  final Set<LiveKeyword> keywords = new HashSet<>();
  final Map<String, Set<String>> lists = new TreeMap<>();

  private final Channel channel;
  private final Map<String, Object> byId = new HashMap<>();
  private final Map<Object, String> ids = new HashMap<>();
  private int next = 1000;

  ModelAccount(Channel channel, Account before) {
    this.channel = channel;
    negatives.addAll(before.negatives());
    keywords.addAll(before.keywords());
    before.lists().forEach(l -> lists.put(l.name(), new TreeSet<>(l.campaigns())));
    negatives.forEach(this::id);
    lists.keySet().forEach(this::id);
  }

  /** Everything in it, to compare. */
  String state() {
    var all = new TreeSet<String>();
    negatives.forEach(n -> all.add(n.toString()));
    keywords.forEach(k -> all.add(k.toString()));
    return all + " " + lists;
  }

  String id(Object thing) {
    return ids.computeIfAbsent(
        thing,
        t -> {
          String id = String.valueOf(next++);
          byId.put(id, t);
          return id;
        });
  }

  private static @Nullable String orNull(String cell) {
    return cell.isEmpty() ? null : cell;
  }

  private void add(boolean on, Object thing) {
    switch (thing) {
      case Negative n -> {
        if (on && !negatives.add(n)) {
          throw new AssertionError("stood already: " + n);
        }
        if (!on) {
          negatives.remove(n);
        }
      }
      case LiveKeyword k -> {
        if (on && !keywords.add(k)) {
          throw new AssertionError("stood already: " + k);
        }
        if (!on) {
          keywords.remove(k);
        }
      }
      default -> throw new AssertionError(thing);
    }
  }

  private void list(boolean on, String name) {
    if (on) {
      lists.put(name, new TreeSet<>());
    } else {
      lists.remove(name);
      negatives.removeIf(n -> name.equals(n.list()));
    }
  }

  private void link(boolean on, String name, String campaign) {
    Set<String> linked = lists.get(name);
    if (linked == null || (on && !linked.add(campaign)) || (!on && !linked.remove(campaign))) {
      throw new AssertionError("link of " + name + " with " + campaign);
    }
  }

  /** Applies a file; returns what the channel gives back: the file with identifiers. */
  String apply(String file) throws IOException {
    Csv.Table table = Csv.read(new StringReader(file));
    var given = new StringBuilder(Csv.line(table.header()));
    var temporary = new HashMap<String, String>();
    for (List<String> row : table.rows()) {
      var cells = new ArrayList<>(row);
      switch (channel) {
        case GOOGLE -> google(table, row);
        case MICROSOFT -> microsoft(cells, temporary);
        case AMAZON -> amazon(cells);
      }
      given.append(Csv.line(cells));
    }
    return given.toString();
  }

  private void google(Csv.Table table, List<String> row) {
    var columns = table.columns();
    boolean on = Csv.Table.cell(columns, row, "Status").equals("Enabled");
    String list = Csv.Table.cell(columns, row, "Shared Set Name");
    String campaign = Csv.Table.cell(columns, row, "Campaign");
    String text = Csv.Table.cell(columns, row, "Keyword");
    String type = Csv.Table.cell(columns, row, "Criterion Type");
    String adGroup = Csv.Table.cell(columns, row, "Ad Group");
    if (text.isEmpty()) {
      if (campaign.isEmpty()) {
        list(on, list);
      } else {
        link(on, list, campaign);
      }
      return;
    }
    MatchType match =
        MatchType.valueOf(type.substring(type.lastIndexOf(' ') + 1).toUpperCase(Locale.ROOT));
    if (!type.contains("Negative")) {
      add(on, new LiveKeyword(channel, campaign, orNull(adGroup), text, match));
      return;
    }
    if (type.startsWith("Campaign ") != (list.isEmpty() && adGroup.isEmpty())) {
      throw new AssertionError(type + " of " + row);
    }
    add(on, new Negative(channel, orNull(list), orNull(campaign), orNull(adGroup), text, match));
  }

  private void microsoft(List<String> row, Map<String, String> temporary) {
    String type = row.get(0);
    boolean on = row.get(1).equals("Active");
    String id = row.get(2);
    String parent = temporary.getOrDefault(row.get(3), row.get(3));
    String campaign = row.get(4);
    String adGroup = row.get(5);
    if (type.equals("Format Version")) {
      return;
    }
    if (!on && id.isEmpty()) {
      negatives.removeIf(n -> campaign.equals(n.campaign()));
      throw new AssertionError("deletes everything in " + campaign);
    }
    if (!on && !id.matches("\\d+")) {
      return;
    }
    switch (type) {
      case "Negative Keyword List" -> {
        if (on) {
          list(true, row.get(10));
          temporary.put(id, id(row.get(10)));
          row.set(2, id(row.get(10)));
        } else {
          list(false, String.valueOf(byId.get(id)));
        }
      }
      case "Campaign Negative Keyword List Association" ->
          link(on, String.valueOf(byId.get(temporary.getOrDefault(id, id))), campaign);
      case "Campaign Negative Keyword", "Ad Group Negative Keyword", "Shared Negative Keyword" -> {
        if (on) {
          MatchType match = MatchType.valueOf(row.get(9).toUpperCase(Locale.ROOT));
          String list = type.startsWith("Shared") ? String.valueOf(byId.get(parent)) : null;
          var negative =
              new Negative(channel, list, orNull(campaign), orNull(adGroup), row.get(8), match);
          add(true, negative);
          row.set(2, id(negative));
        } else if (byId.get(id) instanceof Negative negative) {
          add(false, negative);
        }
      }
      case "Keyword" -> {
        MatchType match = MatchType.valueOf(row.get(9).toUpperCase(Locale.ROOT));
        var keyword = new LiveKeyword(channel, campaign, orNull(adGroup), row.get(8), match);
        add(on, keyword);
        row.set(2, id(keyword));
      }
      default -> throw new AssertionError(type);
    }
  }

  private void amazon(List<String> row) {
    boolean on = row.get(2).equals("Create");
    String keywordId = row.get(5);
    if (!on) {
      if (keywordId.matches("\\d+")) {
        add(false, java.util.Objects.requireNonNull(byId.get(keywordId)));
      }
      return;
    }
    String match = row.get(10);
    Object thing =
        row.get(1).equals("Keyword")
            ? new LiveKeyword(
                channel,
                row.get(6),
                orNull(row.get(7)),
                row.get(9),
                MatchType.valueOf(match.toUpperCase(Locale.ROOT)))
            : new Negative(
                channel,
                null,
                row.get(6),
                orNull(row.get(7)),
                row.get(9),
                match.equals("negativeExact") ? MatchType.EXACT : MatchType.PHRASE);
    add(true, thing);
    row.set(5, id(thing));
  }
}
