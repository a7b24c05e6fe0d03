package io.liftwerk.briefs;

import io.liftwerk.briefs.reading.Lexicon;
import io.liftwerk.guardrails.Decision;
import io.liftwerk.guardrails.Finding;
import io.liftwerk.knowledge.Passage;
import io.liftwerk.knowledge.Role;
import io.liftwerk.text.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Which documents count, which are looked at, which may be quoted: by the topic, by what they are,
 * and by the rails, which every passage passes apart before it is used.
 */
final class Chosen {
  private static final int MOST_PRODUCTS = 50;

  /** A competitor's page with what was made of it. */
  record Judged(ReadDocument document, TopicMatch match, String kind) {}

  /** What a rail said of a source. */
  record SourceFinding(String document, Finding finding, Decision decision) {}

  private final Topic topic;
  private final DocumentReader reader;
  private final Corpus corpus;
  private final Rails rails;
  private final Lexicon lexicon;

  private final List<Judged> judged = new ArrayList<>();
  private final List<ReadDocument> guides = new ArrayList<>();
  private final List<ReadDocument> products = new ArrayList<>();
  private final List<ReadDocument> service = new ArrayList<>();
  private final List<ReadDocument> others = new ArrayList<>();
  private final List<SourceFinding> findings = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final Map<String, Passage> usable = new HashMap<>();

  Chosen(Topic topic, DocumentReader reader, Corpus corpus, Rails rails) {
    this.topic = topic;
    this.reader = reader;
    this.corpus = corpus;
    this.rails = rails;
    this.lexicon = reader.vocabulary().lexicon();
  }

  void choose(EvidenceBook book, BiConsumer<Double, String> progress) {
    for (Corpus.Entry entry : corpus.of(Role.COMPETITOR)) {
      progress.accept(.3, "checking the sources");
      ReadDocument page = reader.read(entry.document(), entry.passages());
      TopicMatch match = TopicMatch.of(topic, page);
      ReadDocument safe = match.onTopic() ? safe(page, entry, book) : page;
      judged.add(new Judged(safe, match, PageKinds.of(page, lexicon)));
      book.add(entry.document());
    }
    boolean sells = topic.buys() || kinds().contains(PageKinds.SHOP);
    for (Corpus.Entry entry : corpus.of(Role.OWN)) {
      progress.accept(.4, "checking the sources");
      ReadDocument document = reader.read(entry.document(), entry.passages());
      book.add(entry.document());
      if (BriefBuilder.isInternal(document, lexicon)) {
        continue;
      }
      own(document, entry, sells, book);
    }
    guides.sort(
        Comparator.comparing((ReadDocument one) -> !topic.isNamed(one.titleStems()))
            .thenComparing(one -> -TopicMatch.of(topic, one).passages())
            .thenComparing(one -> -one.words())
            .thenComparing(one -> one.document().id()));
    service.sort(
        Comparator.comparing(
                (ReadDocument one) -> Objects.requireNonNullElse(one.date(), LocalDate.MIN))
            .reversed()
            .thenComparing(one -> one.document().id()));
    note();
  }

  private void own(ReadDocument document, Corpus.Entry entry, boolean sells, EvidenceBook book) {
    TopicMatch match = TopicMatch.of(topic, document);
    if (document.isProduct()) {
      if (match.onTopic() && products.size() < MOST_PRODUCTS) {
        products.add(safe(document, entry, book));
      } else {
        others.add(document);
      }
    } else if (match.onTopic()) {
      guides.add(safe(document, entry, book));
    } else {
      ReadDocument safe = sells && isService(document) ? safe(document, entry, book) : document;
      others.add(safe);
      if (sells && isService(safe)) {
        service.add(safe);
      }
    }
  }

  /** A text whose headings speak of delivery or returns. */
  private boolean isService(ReadDocument document) {
    boolean german = lexicon.language() == Language.GERMAN;
    Set<String> kin =
        Set.of(
            lexicon.kin(lexicon.stem(german ? "versand" : "shipping")),
            lexicon.kin(lexicon.stem(german ? "rückgabe" : "return")));
    return document.sections().stream()
        .filter(section -> !section.sentences().isEmpty())
        .anyMatch(section -> section.stems().stream().map(lexicon::kin).anyMatch(kin::contains));
  }

  /** The document without what the rails take out of it. */
  private ReadDocument safe(ReadDocument document, Corpus.Entry entry, EvidenceBook book) {
    List<Passage> passages = new ArrayList<>();
    boolean changed = false;
    for (Passage passage : entry.passages()) {
      Rails.Source source = rails.source(passage);
      for (Finding finding : source.findings()) {
        findings.add(new SourceFinding(entry.document().id(), finding, source.decision()));
        book.mention(entry.document());
      }
      @Nullable Passage left = source.usable();
      changed |= !passage.equals(left);
      if (left != null) {
        passages.add(left);
        usable.put(left.id(), left);
      }
      if (source.decision() == Decision.BLOCK) {
        notes.add(
            new Note(
                "source-blocked",
                "A passage of '%s' was not used: %s"
                    .formatted(
                        entry.document().title(),
                        source.findings().isEmpty()
                            ? "the rails stopped it."
                            : source.findings().getFirst().reason())));
      }
    }
    return changed ? reader.read(entry.document(), passages) : document;
  }

  private void note() {
    if (judged.isEmpty()) {
      notes.add(
          new Note(
              "no-competitor",
              "No competitor's page in this language is indexed: nothing can be said of what"
                  + " readers expect."));
    } else if (pages().isEmpty()) {
      notes.add(
          new Note(
              "no-competitor",
              "None of the %d competitors' pages is on the topic: nothing can be said of what readers expect."
                  .formatted(judged.size())));
    } else if (pages().size() == 1) {
      notes.add(
          new Note(
              "one-competitor",
              "Only one competitor's page is on the topic: what it says need not be what readers"
                  + " expect."));
    }
    if (guides.isEmpty() && !products.isEmpty()) {
      notes.add(
          new Note(
              "products-only",
              "The only own sources on the topic are pages of products: there is no text to build"
                  + " on."));
    }
    if (!guides.isEmpty()
        && topic.isNamed(guides.getFirst().titleStems())
        && guides.getFirst().document().url() != null) {
      notes.add(
          new Note(
              "page-exists",
              "An own page on the topic is there already: bring %s up to date rather than let two pages compete."
                  .formatted(guides.getFirst().document().url())));
    }
  }

  List<Judged> judged() {
    return judged;
  }

  /** Competitors' pages on the topic. */
  List<ReadDocument> pages() {
    return judged.stream().filter(one -> one.match().onTopic()).map(Judged::document).toList();
  }

  List<ReadDocument> allPages() {
    return judged.stream().map(Judged::document).toList();
  }

  /** Kinds of the pages on the topic, in their order. */
  List<String> kinds() {
    return judged.stream().filter(one -> one.match().onTopic()).map(Judged::kind).toList();
  }

  List<ReadDocument> guides() {
    return guides;
  }

  List<ReadDocument> products() {
    return products;
  }

  List<ReadDocument> service() {
    return service;
  }

  /** Own documents on the topic, guides first. */
  List<ReadDocument> own() {
    return join(guides, products);
  }

  /** Own documents that answers and drafts may quote. */
  List<ReadDocument> quotable() {
    return join(own(), service);
  }

  /** Own documents on other topics, terms of service among them. */
  List<ReadDocument> others() {
    return others;
  }

  List<ReadDocument> allOwn() {
    return join(own(), others);
  }

  List<SourceFinding> findings() {
    return findings;
  }

  List<Note> notes() {
    return notes;
  }

  /** What the rails say of words outside of passages. */
  Decision stated(String words) {
    return rails.stated(words);
  }

  /** Claims of a sentence that its own word does not prove. */
  List<Finding> claims(ReadSentence sentence) {
    return rails.claims(sentence.text());
  }

  /** A passage as it may be used; null where the rails stopped it or nobody asked them. */
  @Nullable Passage usable(String id) {
    return usable.get(id);
  }

  private static List<ReadDocument> join(List<ReadDocument> some, List<ReadDocument> more) {
    List<ReadDocument> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
