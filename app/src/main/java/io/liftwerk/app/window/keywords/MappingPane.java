package io.liftwerk.app.window.keywords;

import static io.liftwerk.app.window.control.Columns.number;
import static io.liftwerk.app.window.control.Columns.words;

import io.liftwerk.app.window.control.Columns;
import io.liftwerk.app.window.control.Columns.Mark;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Parts;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.keywords.KeywordResult;
import io.liftwerk.keywords.KeywordResult.ClusterPage;
import io.liftwerk.keywords.KeywordResult.Overlap;
import io.liftwerk.keywords.KeywordResult.SuggestedKeyword;
import java.util.Comparator;
import java.util.List;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What catches a search, which page answers it, and what should become a keyword. */
final class MappingPane extends Parts {
  private static final int MOST = 10;

  private final KeywordResult result;
  private final KeywordText text;

  MappingPane(Desk desk, KeywordResult result, KeywordText text) {
    super(desk);
    this.result = result;
    this.text = text;
    part(this::keywords);
    part(this::overlaps);
    part(this::pages);
    unfold(() -> {});
  }

  private VBox keywords() {
    if (result.keywords().isEmpty()) {
      return nothing("new");
    }
    return card(
        Ui.heading(text.of("new.heading", result.keywords().size())),
        Ui.paragraph(text.of("new.about"), "muted"),
        Columns.<SuggestedKeyword>table(
            text.of("new.name"),
            result.keywords(),
            MOST,
            words(text.of("keyword"), 190, SuggestedKeyword::text),
            words(text.of("match"), 90, one -> text.match(one.match())),
            words(text.of("channel"), 120, one -> text.channel(one.platform())),
            words(text.of("campaign"), 160, one -> or(one.campaign())),
            words(text.of("adgroup"), 150, one -> or(one.adGroup())),
            number(text.of("clicks"), 76, one -> text.count(one.clicks())),
            number(text.in("cost"), 96, one -> text.money(one.cost())),
            number(text.of("conversions.short"), 80, one -> text.conversions(one.conversions())),
            number(text.of("cpa.short"), 90, one -> text.money(one.cpa()))));
  }

  private VBox overlaps() {
    if (result.overlaps().isEmpty()) {
      return nothing("overlap");
    }
    return card(
        Ui.heading(text.of("overlap.heading", result.overlaps().size())),
        Ui.paragraph(text.of("overlap.about"), "muted"),
        Columns.<Overlap>table(
            text.of("overlap.name"),
            result.overlaps(),
            MOST,
            words(text.of("term"), 190, Overlap::term),
            words(text.of("channel"), 140, one -> text.channel(one.platform())),
            words(text.of("winner"), 230, Overlap::winner),
            words(text.of("others"), 260, MappingPane::others),
            number(text.in("cost"), 96, one -> text.money(one.cost())),
            number(text.in("elsewhere"), 130, one -> text.money(one.elsewhere()))));
  }

  /** The places but the winner. */
  private static String others(Overlap overlap) {
    return String.join(" · ", overlap.places().stream().skip(1).toList());
  }

  private VBox pages() {
    if (result.pages().isEmpty()) {
      return nothing("page");
    }
    long gaps = result.pages().stream().filter(one -> one.url() == null).count();
    return card(
        Ui.heading(text.of("page.heading", gaps)),
        Ui.paragraph(text.of("page.about"), "muted"),
        Columns.<ClusterPage>table(
            text.of("page.name"),
            gapsFirst(),
            MOST,
            words(text.of("cluster"), 210, ClusterPage::cluster),
            Columns.marks(text.of("page"), 360, this::page),
            number(text.of("relevance"), 90, one -> text.percent(one.relevance(), 0)),
            number(text.of("clicks"), 90, one -> text.count(one.clicks())),
            number(text.in("cost"), 110, one -> text.money(one.cost()))));
  }

  /** What is missing stands before what is there; both keep their order, the costliest first. */
  private List<ClusterPage> gapsFirst() {
    return result.pages().stream()
        .sorted(Comparator.comparing((ClusterPage one) -> one.url() != null))
        .toList();
  }

  private Mark page(ClusterPage one) {
    String url = one.url();
    return url == null
        ? new Mark(Feather.ALERT_CIRCLE, "icon-open", text.of("page.none"))
        : new Mark(Feather.FILE_TEXT, "icon-quiet", url);
  }

  private VBox nothing(String what) {
    return card(
        Ui.heading(text.of(what + ".none.heading")),
        Ui.paragraph(text.of(what + ".none.about"), "muted"));
  }

  private static String or(@Nullable String text) {
    return text == null ? "–" : text;
  }
}
