package io.liftwerk.briefs.cms;

import io.liftwerk.workspace.Json;
import java.util.Locale;

/** JSON that may stand between {@code <script>} and {@code </script>}. */
public final class JsonLd {
  private JsonLd() {}

  /**
   * {@code value} on one line, with {@code <}, {@code >}, {@code &} and the line separators of
   * JavaScript as escapes: no word in it can end the element or begin a comment (HTML standard,
   * 4.12.1.3 "Restrictions for contents of script elements").
   */
  public static String text(Object value) {
    String json = Json.write(value);
    var safe = new StringBuilder(json.length() + 16);
    json.chars()
        .forEach(
            c -> {
              if (c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029) {
                safe.append("\\u").append(String.format(Locale.ROOT, "%04x", c));
              } else {
                safe.append((char) c);
              }
            });
    return safe.toString();
  }
}
