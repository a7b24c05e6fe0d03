package io.liftwerk.briefs.cms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.liftwerk.workspace.Json;

/** JSON for people and programs: indented by two, line ends the same on every system. */
final class PostJson {
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final ObjectWriter WRITER =
      Json.mapper()
          .writer(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT))
          .without(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private PostJson() {}

  /** The post by the schema {@code cms-post.schema.json}. */
  static String write(CmsPost post) {
    return pretty(Json.mapper().valueToTree(post));
  }

  static String pretty(JsonNode tree) {
    try {
      return WRITER.writeValueAsString(tree) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON", e);
    }
  }
}
