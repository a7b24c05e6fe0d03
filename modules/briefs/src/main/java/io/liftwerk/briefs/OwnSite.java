package io.liftwerk.briefs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.briefs.reading.Prose;
import io.liftwerk.briefs.reading.Value;
import io.liftwerk.briefs.reading.Values;
import io.liftwerk.knowledge.Passage;
import io.liftwerk.knowledge.Role;
import io.liftwerk.knowledge.SourceDocument;
import io.liftwerk.text.Language;
import io.liftwerk.workspace.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What own pages tell of the client's site: its name, authors, links, counterparts. */
final class OwnSite {
  private static final Pattern SIGNED = Pattern.compile(".+\\s[|–—]\\s([^|–—]+)$");
  private static final double LINKED = .3;
  private static final int MOST_LINKS = 8;
  private static final int MOST_PRODUCTS = 5;

  /** Figures that two pages must share to be called counterparts, and the share of all. */
  private static final int FIGURES = 4;

  private static final double ALIKE = .4;

  private final Corpus corpus;

  OwnSite(Corpus corpus) {
    this.corpus = corpus;
  }

  /** What most own titles are signed with; null where fewer than two are. */
  @Nullable String publisher() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Corpus.Entry entry : corpus.of(Role.OWN)) {
      Matcher signed = SIGNED.matcher(entry.document().title());
      if (signed.matches()) {
        counts.merge(signed.group(1).strip(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .filter(one -> one.getValue() > 1)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  static @Nullable String author(@Nullable ReadDocument guide) {
    String schema = guide == null ? null : guide.document().schemaOrg();
    if (schema == null) {
      return null;
    }
    try {
      JsonNode author = Json.mapper().readTree(schema).findValue("author");
      if (author == null) {
        return null;
      }
      JsonNode name = author.isArray() && !author.isEmpty() ? author.get(0) : author;
      String text = name.isTextual() ? name.asText() : name.path("name").asText();
      return text.isBlank() ? null : text.strip();
    } catch (JsonProcessingException e) {
      // what a page says of itself in broken JSON is not known
      return null;
    }
  }

  /** Scheme and host of an address; null where it is none. */
  static @Nullable String site(@Nullable String url) {
    if (url == null) {
      return null;
    }
    try {
      URI uri = URI.create(url);
      return uri.getScheme() == null || uri.getHost() == null
          ? null
          : uri.getScheme() + "://" + uri.getAuthority();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Scheme and host of the first own page that has an address. */
  @Nullable String site() {
    return corpus.of(Role.OWN).stream()
        .map(entry -> site(entry.document().url()))
        .filter(one -> one != null)
        .findFirst()
        .orElse(null);
  }

  /** Words of competitors' own names: of their hosts, and what their titles are signed with. */
  static Set<String> names(List<ReadDocument> pages, DocumentReader reader) {
    Set<String> names = new HashSet<>();
    for (ReadDocument page : pages) {
      String site = site(page.document().url());
      if (site != null) {
        String[] labels = URI.create(site).getHost().split("\\.");
        for (int i = 0; i < Math.max(1, labels.length - 1); i++) {
          if (labels[i].length() > 3) {
            names.add(reader.vocabulary().lexicon().stem(labels[i]));
          }
        }
      }
      Matcher signed = SIGNED.matcher(page.document().title());
      if (signed.matches()) {
        names.addAll(reader.content(signed.group(1)));
      }
    }
    return names;
  }

  /**
   * @param own documents of the language, on any topic
   * @param self address of the page itself; null where it has none yet
   */
  static List<InternalLink> links(
      Topic topic,
      List<ReadDocument> own,
      List<MustCover> terms,
      DocumentReader reader,
      @Nullable String self) {
    List<InternalLink> links = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    int products = 0;
    for (InternalLink link :
        own.stream()
            .map(one -> link(topic, one, terms, reader))
            .filter(one -> one != null)
            .sorted(
                Comparator.comparingDouble((InternalLink one) -> -one.relevance())
                    .thenComparing(InternalLink::url))
            .toList()) {
      boolean product =
          own.stream().anyMatch(one -> link.url().equals(one.document().url()) && one.isProduct());
      if (links.size() < MOST_LINKS
          && !link.url().equals(self)
          && (!product || products < MOST_PRODUCTS)
          && taken.add(link.url())) {
        links.add(link);
        products += product ? 1 : 0;
      }
    }
    return links;
  }

  private static @Nullable InternalLink link(
      Topic topic, ReadDocument document, List<MustCover> terms, DocumentReader reader) {
    String url = document.document().url();
    if (url == null || !url.matches("https?://\\S+")) {
      return null;
    }
    TopicMatch match = TopicMatch.of(topic, document);
    double relevance = .7 * topic.in(document.titleStems()) + .1 * Math.min(3, match.passages());
    String why = match.reason();
    if (!match.inTitle() && match.passages() == 0) {
      List<String> shared =
          terms.stream()
              .map(MustCover::term)
              .filter(term -> document.titleStems().containsAll(reader.content(term)))
              .toList();
      relevance += .15 * Math.min(3, shared.size());
      if (!shared.isEmpty()) {
        why = "Its title names '%s', which readers expect.".formatted(shared.getFirst());
      }
    }
    relevance = Math.round(100 * Math.min(1, relevance)) / 100.0;
    return relevance < LINKED
        ? null
        : new InternalLink(url, document.document().title(), document.shortTitle(), relevance, why);
  }

  /**
   * The page in other languages: own pages of other languages that give the same figures and
   * standards, at the same site.
   */
  List<Alternate> counterparts(@Nullable ReadDocument guide) {
    if (guide == null || site(guide.document().url()) == null) {
      return List.of();
    }
    Corpus.Entry self =
        corpus.entries().stream()
            .filter(one -> one.document().id().equals(guide.document().id()))
            .findFirst()
            .orElseThrow();
    Set<String> mine = figures(self);
    Map<String, String> found = new TreeMap<>();
    Map<String, Double> best = new TreeMap<>();
    for (Corpus.Entry other : corpus.of(Role.OWN)) {
      SourceDocument document = other.document();
      String url = document.url();
      if (url == null
          || document.language() == guide.document().language()
          || document.language() == Language.OTHER
          || !String.valueOf(site(url)).equals(site(guide.document().url()))) {
        continue;
      }
      Set<String> theirs = figures(other);
      Set<String> both = new HashSet<>(mine);
      both.retainAll(theirs);
      double alike = both.size() / (double) (mine.size() + theirs.size() - both.size());
      String code = EvidenceBook.code(document.language());
      if (both.size() >= FIGURES && alike >= ALIKE && alike > best.getOrDefault(code, 0.0)) {
        best.put(code, alike);
        found.put(code, url);
      }
    }
    if (found.isEmpty()) {
      return List.of();
    }
    found.put(
        EvidenceBook.code(guide.document().language()), String.valueOf(guide.document().url()));
    List<Alternate> alternates = new ArrayList<>();
    found.forEach((language, url) -> alternates.add(new Alternate(language, url)));
    return alternates;
  }

  private static Set<String> figures(Corpus.Entry entry) {
    Set<String> figures = new TreeSet<>();
    for (Passage passage : entry.passages()) {
      for (Prose.Sentence sentence : Prose.sentences(passage.text(), entry.document().language())) {
        for (Value value : Values.of(sentence.text(), entry.document().language())) {
          figures.add(value.key());
        }
      }
    }
    return figures;
  }
}
