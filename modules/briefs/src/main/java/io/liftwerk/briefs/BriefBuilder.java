package io.liftwerk.briefs;

import io.liftwerk.briefs.EvidenceBook.Settled;
import io.liftwerk.briefs.SerpGap.CompetitorPage;
import io.liftwerk.briefs.SerpGap.HeadingPattern;
import io.liftwerk.briefs.reading.Lexicon;
import io.liftwerk.briefs.reading.Lexicon.Group;
import io.liftwerk.guardrails.Guardrails;
import io.liftwerk.knowledge.Role;
import io.liftwerk.text.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a brief of documents: no index, no database, no clock, so that the same documents give the
 * same brief. Read {@link #build} from top to bottom.
 */
final class BriefBuilder {
  private static final int MOST_FACTS = 40;

  private final BriefRequest request;
  private final String topicText;
  private final Corpus everything;
  private final Ranking ranking;
  private final Searches searches;
  private final Guardrails guardrails;
  private final BiConsumer<Double, String> progress;
  private final EvidenceBook book = new EvidenceBook();
  private final List<Note> notes = new ArrayList<>();

  /**
   * @param topic what it is about, not blank
   * @param progress is told how far it is, and may throw to end it
   */
  BriefBuilder(
      BriefRequest request,
      String topic,
      Corpus corpus,
      Ranking ranking,
      Searches searches,
      Guardrails guardrails,
      BiConsumer<Double, String> progress) {
    this.request = request;
    this.topicText = topic;
    this.everything = corpus;
    this.ranking = ranking;
    this.searches = searches;
    this.guardrails = guardrails;
    this.progress = progress;
  }

  BriefResult build() {
    progress.accept(.1, "reading the sources");
    Language language = BriefLanguage.of(request.language(), topicText, everything);
    Corpus corpus = everything.in(language);
    DocumentReader reader = DocumentReader.of(language, corpus);
    var topic = new Topic(topicText, reader.vocabulary());
    var chosen = new Chosen(topic, reader, corpus, new Rails(guardrails, language));
    progress.accept(.3, "checking the sources");
    chosen.choose(book, progress);
    notes.addAll(chosen.notes());
    elsewhere(language);

    progress.accept(.5, "comparing with competitors");
    List<ReadDocument> pages = chosen.pages();
    List<ReadDocument> own = chosen.own();
    var gap =
        new TermGap(topic, reader.vocabulary(), OwnSite.names(chosen.allPages(), reader), book);
    List<MustCover> terms = gap.find(pages, own, chosen.others());
    List<Question> questions =
        new Questions(topic, reader.vocabulary(), book)
            .find(pages, chosen.quotable(), searches.terms());
    var chances = new Chances(topic, reader, book);
    List<SerpGap.Chance> only = chances.find(own, chosen.allPages());
    List<SerpGap.LeftOut> left = chances.leftOut(chosen);
    List<SerpGap.RankedPassage> ranked = ranking.passages(topic, reader, chosen, book);

    progress.accept(.7, "planning and composing");
    Checks checks = new Checks(book);
    checks.look(topic, reader, chosen.quotable(), chosen.allOwn(), pages);
    checks.claims(chosen.quotable(), chosen::claims);
    List<Planned> plan =
        new Outliner(topic, reader.vocabulary(), book)
            .plan(chosen.guides(), chosen.products(), chosen.service(), pages, terms, questions);
    var site = new OwnSite(everything);
    ReadDocument guide = chosen.guides().isEmpty() ? null : chosen.guides().getFirst();
    var snippets = new Snippets(topic, reader);
    Snippet title = snippets.title(guide, site.publisher());
    String heading =
        guide != null && topic.isNamed(guide.titleStems())
            ? guide.shortTitle()
            : Snippets.capital(topicText);
    Draft draft =
        own.isEmpty()
            ? null
            : new DraftComposer(reader.vocabulary().lexicon(), book, checks.out, checks.touched)
                .compose(heading, plan);
    if (draft == null) {
      notes.add(
          new Note(
              "no-support",
              "No own source says anything on '%s': there is no draft without support."
                  .formatted(topicText)));
    }
    List<Fact> facts = facts(chosen, checks);
    ProductPage.Found product =
        new ProductPage(topic, reader.vocabulary().lexicon(), chosen::stated, notes)
            .find(chosen.guides(), chosen.products());
    String url = guide == null ? product.url() : guide.document().url();
    List<InternalLink> links = OwnSite.links(topic, chosen.allOwn(), terms, reader, url);
    List<OutlineSection> outline = outline(plan, pages.size());

    Set<Integer> cited = new HashSet<>();
    var citing =
        new Renumbering(
            number -> {
              cited.add(number);
              return number;
            });
    citing.terms(terms);
    citing.questions(questions);
    citing.outline(outline);
    citing.facts(facts);
    citing.checks(checks.found());
    citing.passages(ranked);
    citing.chances(only);
    if (draft != null) {
      citing.of(draft);
    }
    Settled settled = book.settle(cited);
    var numbers = new Renumbering(settled::of);
    List<Integer> onTopic =
        pages.stream().map(page -> settled.documents().get(page.document().id())).toList();
    SearchIntent intent = IntentReading.of(topic, chosen.kinds(), onTopic, searches);
    mixed(intent);
    TextLength length = length(pages, own);
    var publication =
        new Publication(
            OwnSite.author(guide),
            site.publisher(),
            url == null ? site.site() : OwnSite.site(url),
            url,
            newest(chosen.quotable()));
    Draft numbered = draft == null ? null : numbers.of(draft);
    List<MustCover> covered = numbers.terms(terms);
    var brief =
        new Brief(
            topicText,
            EvidenceBook.code(language),
            intent,
            audience(topic, pages, reader),
            pages.isEmpty()
                ? "There is no competitor's page to differ from."
                : angle(only, questions, terms),
            title,
            snippets.description(numbered, terms),
            slug(url),
            length,
            numbers.outline(outline),
            covered,
            numbers.questions(questions),
            links,
            settled.sources(),
            settled.evidence(),
            numbers.facts(facts),
            numbers.checks(checks.found()),
            site.counterparts(guide),
            product.data(),
            publication,
            notes);
    progress.accept(.85, "checking the draft");
    var document =
        new BriefDocument(
            Slug.of(topicText) + "-" + brief.language(),
            brief,
            numbered,
            new Review(Review.PASS, Renumbering.findings(chosen.findings(), settled)));
    document = new DraftReview(guardrails, language).review(document);
    document = document.with(PageData.of(document));
    var serp =
        new SerpGap(
            competitorPages(chosen, settled),
            intent,
            length,
            covered,
            brief.questions(),
            patterns(pages, settled),
            numbers.passages(ranked),
            numbers.chances(only),
            Renumbering.leftOut(left, settled));
    return new BriefResult(verdict(document, serp), serp, document);
  }

  private void elsewhere(Language language) {
    long others =
        everything.of(Role.COMPETITOR).stream()
            .filter(one -> one.document().language() != language)
            .count();
    if (others > 0) {
      notes.add(
          new Note(
              "competitors-language",
              "%d competitors' pages are in another language and were left out."
                  .formatted(others)));
    }
  }

  private void mixed(SearchIntent intent) {
    if (intent.mixed()) {
      notes.add(
          new Note(
              "intent-mixed",
              "Competitors answer the topic in different ways: decide which of them this text is to"
                  + " be."));
    }
  }

  private static TextLength length(List<ReadDocument> pages, List<ReadDocument> own) {
    List<Integer> words = pages.stream().map(ReadDocument::words).sorted().toList();
    int mine = own.stream().mapToInt(ReadDocument::words).sum();
    return words.isEmpty()
        ? new TextLength(0, 0, 0, mine)
        : new TextLength(
            words.getFirst(),
            (words.get((words.size() - 1) / 2) + words.get(words.size() / 2)) / 2,
            words.getLast(),
            mine);
  }

  private List<Fact> facts(Chosen chosen, Checks checks) {
    List<Fact> facts = new ArrayList<>();
    Set<String> said = new HashSet<>();
    for (ReadDocument document : chosen.own()) {
      for (ReadSentence sentence : document.sentences().toList()) {
        String key = DraftComposer.key(sentence);
        boolean states =
            !sentence.values().isEmpty()
                && !sentence.asks()
                && (!sentence.sentence().fragment() || !document.isProduct())
                && !checks.out.containsKey(key)
                && !checks.touched.containsKey(key);
        if (states && facts.size() < MOST_FACTS && said.add(sentence.text())) {
          facts.add(
              new Fact(
                  sentence.text(),
                  book.number(sentence.passage()),
                  sentence.values().stream()
                      .map(value -> value.isStandard() ? value.key() : value.text())
                      .distinct()
                      .toList()));
        }
      }
    }
    return facts;
  }

  private List<OutlineSection> outline(List<Planned> plan, int competitors) {
    List<OutlineSection> outline = new ArrayList<>();
    for (Planned planned : plan) {
      List<Integer> evidence =
          planned.own.stream()
              .flatMap(section -> section.passages().stream())
              .map(book::number)
              .distinct()
              .toList();
      outline.add(
          new OutlineSection(
              planned.id,
              planned.heading,
              2,
              planned.sentence(competitors),
              planned.pages.size(),
              List.copyOf(planned.terms),
              List.copyOf(planned.questions),
              evidence));
    }
    return outline;
  }

  private static @Nullable String newest(List<ReadDocument> documents) {
    return documents.stream()
        .map(ReadDocument::date)
        .filter(Objects::nonNull)
        .max(Comparator.<LocalDate>naturalOrder())
        .map(LocalDate::toString)
        .orElse(null);
  }

  private String slug(@Nullable String url) {
    if (url == null) {
      return Slug.of(topicText);
    }
    String path = url.replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
    return Slug.of(path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.html?$", ""));
  }

  private String audience(Topic topic, List<ReadDocument> pages, DocumentReader reader) {
    String asked = request.audience();
    if (asked != null && !asked.isBlank()) {
      return asked.strip();
    }
    Lexicon lexicon = reader.vocabulary().lexicon();
    String beginner =
        lexicon.kin(lexicon.stem(topic.language() == Language.GERMAN ? "anfänger" : "beginner"));
    long speak =
        pages.stream()
            .filter(
                page ->
                    page.titleStems().contains(beginner)
                        || page.sentences().anyMatch(one -> one.stems().contains(beginner)))
            .count();
    return speak > 0
        ? "People who search for '%s'; %d of %d competitors speak to beginners."
            .formatted(topicText, speak, pages.size())
        : "People who search for '%s'.".formatted(topicText);
  }

  private static String angle(
      List<SerpGap.Chance> chances, List<Question> questions, List<MustCover> terms) {
    long open = terms.stream().filter(one -> !one.covered()).count();
    long answered = questions.stream().filter(Question::answered).count();
    if (chances.isEmpty()) {
      return "Own sources say nothing that competitors do not say too."
          + " They answer %d of %d questions and lack %d of %d shared terms."
              .formatted(answered, questions.size(), open, terms.size());
    }
    List<String> told =
        chances.subList(0, Math.min(3, chances.size())).stream().map(SerpGap.Chance::term).toList();
    return "Own sources say what no competitor says: %s. They answer %d of %d questions and lack %d of %d shared terms."
        .formatted(String.join(", ", told), answered, questions.size(), open, terms.size());
  }

  private static List<CompetitorPage> competitorPages(Chosen chosen, Settled settled) {
    List<CompetitorPage> pages = new ArrayList<>();
    for (Chosen.Judged judged : chosen.judged()) {
      ReadDocument page = judged.document();
      pages.add(
          new CompetitorPage(
              Objects.requireNonNull(settled.documents().get(page.document().id())),
              judged.kind(),
              judged.match().onTopic(),
              judged.match().reason(),
              page.words(),
              page.sections().stream()
                  .map(section -> DocumentReader.bare(section.heading()))
                  .filter(heading -> !heading.isEmpty())
                  .toList()));
    }
    pages.sort(
        Comparator.comparing((CompetitorPage one) -> !one.onTopic())
            .thenComparing(CompetitorPage::source));
    return pages;
  }

  private static List<HeadingPattern> patterns(List<ReadDocument> pages, Settled settled) {
    return HeadingPatterns.of(pages, new HashMap<>(settled.documents()));
  }

  private static String verdict(BriefDocument document, SerpGap gap) {
    Draft draft = document.draft();
    int sentences = draft == null ? 0 : draft.sentences().size();
    long on = gap.pages().stream().filter(CompetitorPage::onTopic).count();
    long covered = gap.terms().stream().filter(MustCover::covered).count();
    String compared =
        on == 0
            ? "No competitor's page is on the topic"
            : "Own sources cover %d of %d terms that %d competitors share"
                .formatted(covered, gap.terms().size(), on);
    String drafted =
        draft == null
            ? "there is no draft without support"
            : document.review().exportable()
                ? "the draft has %d sentences, each with its citation".formatted(sentences)
                : "the rails stopped the draft";
    return compared + "; " + drafted + ".";
  }

  static boolean isInternal(ReadDocument document, Lexicon lexicon) {
    return document.titleStems().stream().anyMatch(stem -> lexicon.is(Group.INTERNAL, stem));
  }
}
