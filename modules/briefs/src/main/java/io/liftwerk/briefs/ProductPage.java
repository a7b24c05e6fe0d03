package io.liftwerk.briefs;

import io.liftwerk.briefs.cms.SchemaOrg;
import io.liftwerk.briefs.reading.Lexicon;
import io.liftwerk.briefs.reading.Lexicon.Group;
import io.liftwerk.guardrails.Decision;
import io.liftwerk.knowledge.SourceDocument;
import io.liftwerk.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one product that a text is about, with what the client's own pages and feeds state of it.
 * Google supports Product markup for pages about a single product only (developers.google.com,
 * "Product structured data"), so a text about several, or a guide, has none.
 */
final class ProductPage {
  private final Set<String> wanted;
  private final Function<String, Decision> rails;
  private final List<Note> notes;

  /**
   * @param rails what they say of words that a source states
   * @param notes is told why there is no product, or why it has no price
   */
  ProductPage(Topic topic, Lexicon lexicon, Function<String, Decision> rails, List<Note> notes) {
    this.rails = rails;
    this.wanted =
        Words.of(topic.text()).stream()
            .map(Words.Word::folded)
            .filter(word -> !lexicon.isStop(word) && !lexicon.is(Group.QUESTION, word))
            .filter(word -> !lexicon.is(Group.ACTION, lexicon.stem(word)))
            .map(Words::loose)
            .collect(Collectors.toSet());
    this.notes = notes;
  }

  /**
   * What was found.
   *
   * @param data Schema.org's terms for the product; empty for none
   * @param url of the product's own page; null where there is none, or none that is known
   */
  record Found(List<StructuredData> data, @Nullable String url) {
    private static final Found NONE = new Found(List.of(), null);
  }

  /**
   * Looks for the product that the topic names.
   *
   * @param guides own texts on the topic
   * @param products own pages and rows of products on the topic
   */
  Found find(List<ReadDocument> guides, List<ReadDocument> products) {
    if (wanted.isEmpty() || guides.stream().anyMatch(one -> isNamed(one.document().title()))) {
      return Found.NONE;
    }
    List<SchemaOrg.Product> stated = new ArrayList<>();
    String url = null;
    for (ReadDocument document : pagesFirst(products)) {
      SchemaOrg.Product one = checked(StatedProduct.of(document.document()));
      if (one != null && isNamed(one.name() + " " + document.document().title())) {
        stated.add(one);
        url = url == null && isPage(document) ? document.document().url() : url;
      }
    }
    if (stated.isEmpty()) {
      return Found.NONE;
    }
    SchemaOrg.Product first = stated.getFirst();
    if (!stated.stream().allMatch(one -> isSame(first, one))) {
      notes.add(
          new Note(
              "product-markup",
              "The topic names more than one product: Product markup is for a page about one, so"
                  + " there is none."));
      return Found.NONE;
    }
    var node = joined(stated).node();
    List<String> told = SchemaOrg.notes(node);
    return new Found(
        List.of(
            new StructuredData("Product", node, told.isEmpty() ? null : String.join(" ", told))),
        url);
  }

  /** Markup is published like the text: a description goes through the rails, or is left out. */
  private SchemaOrg.@Nullable Product checked(SchemaOrg.@Nullable Product stated) {
    if (stated == null || rails.apply(stated.name() + "\n" + stated.brand()) == Decision.BLOCK) {
      return null;
    }
    return stated.description().isEmpty() || rails.apply(stated.description()) == Decision.PASS
        ? stated
        : new SchemaOrg.Product(
            stated.name(),
            "",
            stated.brand(),
            stated.sku(),
            stated.gtin(),
            stated.images(),
            stated.offer());
  }

  private static boolean isPage(ReadDocument document) {
    return document.document().kind() == SourceDocument.Kind.ARTICLE;
  }

  private static List<ReadDocument> pagesFirst(List<ReadDocument> products) {
    return products.stream()
        .sorted(Comparator.comparing((ReadDocument one) -> !isPage(one)))
        .toList();
  }

  /** Numbers stand as they are, words perhaps in a longer one: Set, Klettersteigset. */
  private boolean isNamed(String title) {
    Set<String> words =
        Words.of(title).stream()
            .map(word -> Words.loose(word.folded()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    String whole = String.join("", words);
    return wanted.stream()
        .allMatch(
            word ->
                words.contains(word)
                    || word.chars().noneMatch(Character::isDigit) && whole.contains(word));
  }

  private static boolean isSame(SchemaOrg.Product one, SchemaOrg.Product other) {
    return one.gtin() != null && one.gtin().equals(other.gtin())
        || one.sku() != null && one.sku().equals(other.sku())
        || one.name().equalsIgnoreCase(other.name());
  }

  private SchemaOrg.Product joined(List<SchemaOrg.Product> stated) {
    SchemaOrg.Product first = stated.getFirst();
    return new SchemaOrg.Product(
        first.name(),
        stated.stream()
            .map(SchemaOrg.Product::description)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(""),
        first(stated, SchemaOrg.Product::brand),
        first(stated, SchemaOrg.Product::sku),
        first(stated, SchemaOrg.Product::gtin),
        stated.stream().flatMap(one -> one.images().stream()).distinct().toList(),
        offer(stated));
  }

  private static @Nullable String first(
      List<SchemaOrg.Product> stated, Function<SchemaOrg.Product, @Nullable String> field) {
    return stated.stream().map(field).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** None where sources state different prices: nobody knows which holds. */
  private SchemaOrg.@Nullable Offer offer(List<SchemaOrg.Product> stated) {
    List<SchemaOrg.Offer> offers = new ArrayList<>();
    Set<String> prices = new TreeSet<>();
    for (SchemaOrg.Product one : stated) {
      SchemaOrg.Offer offer = one.offer();
      if (offer != null) {
        prices.add(offer.price().stripTrailingZeros().toPlainString() + " " + offer.currency());
        offers.add(offer);
      }
    }
    if (prices.size() > 1) {
      notes.add(
          new Note(
              "product-price",
              "Own sources give different prices for '%s' (%s): its markup states none."
                  .formatted(stated.getFirst().name(), String.join(", ", prices))));
      return null;
    }
    // two shops may sell one product: what one has in stock says nothing of the other
    return offers.stream()
        .filter(one -> Objects.equals(one.url(), offers.getFirst().url()))
        .max(Comparator.comparing((SchemaOrg.Offer one) -> one.availability() != null))
        .orElse(null);
  }
}
