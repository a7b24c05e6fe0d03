package io.liftwerk.app.window.keywords;

import io.liftwerk.app.window.base.AnalysisModel.Shown;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.AnalysisPage;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.keywords.KeywordRequest;
import io.liftwerk.keywords.KeywordResult;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/** Which words of searches earn and which waste money, and what to do about it. */
public final class KeywordsPage extends AnalysisPage<KeywordRequest, KeywordResult> {
  private final Desk desk;
  private final Messages messages;
  private final KeywordsModel model;

  /**
   * @param goToData where reports are loaded
   */
  public KeywordsPage(Desk desk, KeywordsModel model, Runnable goToData) {
    super(
        desk,
        model,
        desk.messages().text("page.keywords"),
        new KeywordControls(desk.messages(), model),
        goToData);
    this.desk = desk;
    this.messages = desk.messages();
    this.model = model;
    follow();
  }

  @Override
  protected Words empty() {
    return new Words(messages.text("keywords.empty"), messages.text("keywords.empty.hint"));
  }

  @Override
  protected Words hint() {
    return new Words(messages.text("keywords.start"), messages.text("keywords.start.hint"));
  }

  @Override
  protected Node draw(Shown<KeywordRequest, KeywordResult> shown, Runnable whole) {
    return new KeywordsView(desk, model, shown, whole);
  }

  @Override
  protected String finding(KeywordResult result) {
    return messages.sentence(result.verdict());
  }

  @Override
  protected String stale(Shown<KeywordRequest, KeywordResult> shown, boolean working) {
    return messages.text(working ? "keywords.stale.working" : "keywords.stale", shown.run().id());
  }

  @Override
  protected List<String> tables(KeywordResult result) {
    var tables = new ArrayList<>(result.sources().stream().map(source -> source.table()).toList());
    tables.add("gold.keyword_ngrams");
    tables.add("gold.keyword_terms");
    return tables;
  }
}
