package io.liftwerk.knowledge;

import io.liftwerk.text.Language;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of the index: an article, or a product of a feed.
 *
 * @param id {@code SOURCE/ORIGIN}, the same as long as the source keeps its name
 * @param source name of its table in bronze
 * @param origin path of the file in what was imported; of a product, its id in the feed
 * @param kind what it is
 * @param title as search results show it, else the first heading, else the origin
 * @param description as search results show it
 * @param url its address, as far as it says
 * @param language as stated, else guessed from the text
 * @param date when it was changed or, if it does not say, published
 * @param product the product it is about: of a feed's row its title, of a page the name of the
 *     Product in its JSON-LD
 * @param headings of the text, in its order
 * @param words of the text
 * @param sha256 of all that is indexed of it
 * @param schemaOrg JSON-LD as found, a JSON array with one element a block; of a feed's row its
 *     Product
 */
public record SourceDocument(
    String id,
    String source,
    String origin,
    Kind kind,
    Role role,
    String title,
    @Nullable String description,
    @Nullable String url,
    Language language,
    @Nullable LocalDate date,
    @Nullable String product,
    List<Heading> headings,
    int words,
    String sha256,
    @Nullable String schemaOrg) {

  /** What a document was made of. */
  public enum Kind {
    ARTICLE,
    PRODUCT
  }

  public SourceDocument {
    headings = List.copyOf(headings);
  }

  SourceDocument as(Role other) {
    return new SourceDocument(
        id,
        source,
        origin,
        kind,
        other,
        title,
        description,
        url,
        language,
        date,
        product,
        headings,
        words,
        sha256,
        schemaOrg);
  }
}
