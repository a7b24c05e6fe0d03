package io.liftwerk.keywords.editors;

import io.liftwerk.keywords.account.Level;
import io.liftwerk.keywords.account.LiveKeyword;
import io.liftwerk.keywords.account.Negative;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table for people: what to add or remove, where, in columns that explain themselves. */
final class PlainRows implements Rows {
  private enum Column {
    CHANNEL,
    CHANGE,
    WHAT,
    LEVEL,
    LIST,
    CAMPAIGN,
    AD_GROUP,
    TEXT,
    MATCH_TYPE
  }

  private enum Change {
    ADD,
    REMOVE
  }

  private enum What {
    LIST,
    LINK,
    NEGATIVE,
    KEYWORD
  }

  @Override
  public String head() {
    return Csv.line(Arrays.stream(Column.values()).map(Labels::of).toList());
  }

  @Override
  public List<List<String>> export(Changes changes) {
    return rows(changes, Change.ADD);
  }

  @Override
  public List<List<String>> undo(Changes changes) {
    return rows(changes, Change.REMOVE).reversed();
  }

  private static List<List<String>> rows(Changes changes, Change change) {
    var rows = new ArrayList<List<String>>();
    String start = Labels.of(changes.channel());
    String doing = Labels.of(change);
    changes
        .lists()
        .forEach(
            one -> rows.add(row(start, doing, What.LIST, Level.LIST, one.name(), "", "", "", "")));
    changes
        .links()
        .forEach(
            one ->
                rows.add(
                    row(
                        start,
                        doing,
                        What.LINK,
                        Level.LIST,
                        one.list().name(),
                        one.campaign(),
                        "",
                        "",
                        "")));
    for (Negative one : changes.negatives()) {
      rows.add(
          row(
              start,
              doing,
              What.NEGATIVE,
              one.level(),
              or(one.list()),
              or(one.campaign()),
              or(one.adGroup()),
              one.text(),
              one.match().label()));
    }
    for (LiveKeyword one : changes.keywords()) {
      rows.add(
          row(
              start,
              doing,
              What.KEYWORD,
              one.adGroup() == null ? Level.CAMPAIGN : Level.AD_GROUP,
              "",
              one.campaign(),
              or(one.adGroup()),
              one.text(),
              one.match().label()));
    }
    return rows;
  }

  private static List<String> row(
      String channel,
      String change,
      What what,
      Level level,
      String list,
      String campaign,
      String adGroup,
      String text,
      String match) {
    return List.of(
        channel,
        change,
        Labels.of(what),
        Labels.of(level),
        FormulaCells.inert(list),
        FormulaCells.inert(campaign),
        FormulaCells.inert(adGroup),
        FormulaCells.inert(text),
        match);
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}
