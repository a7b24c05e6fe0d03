package io.liftwerk.app.window.keywords;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.base.Messages;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class KeywordTextTest {
  private static final Pattern ASKED =
      Pattern.compile("text\\s*\\.(?:of|in)\\(\\s*\"([a-z.]+)\"\\s*[,)]");

  /** The texts of the page are asked for without their prefix. */
  @Test
  void everyTextAskedForExists() throws IOException {
    Path sources =
        Path.of(
            System.getProperty("liftwerk.root"),
            "app/src/main/java/io/liftwerk/app/window/keywords");
    var messages = new Messages(Language.GERMAN);
    var missing = new TreeSet<String>();
    int asked = 0;
    try (var files = Files.list(sources)) {
      for (Path file : files.toList()) {
        for (var found : ASKED.matcher(Files.readString(file)).results().toList()) {
          asked++;
          if (messages.textOr("keywords." + found.group(1), "", 1, 1, 1, 1).isEmpty()) {
            missing.add(found.group(1));
          }
        }
      }
    }
    assertEquals(new TreeSet<String>(), missing);
    assertEquals(true, asked > 100, () -> "the pattern no longer finds them");
  }

  @Test
  void moneyAndConversionsAreWrittenAsPeopleReadThem() {
    var text = new KeywordText(new Messages(Language.GERMAN), "EUR");
    assertEquals("12.345\u00a0EUR", text.moneyIn(new BigDecimal("12345.4")));
    assertEquals("9,50\u00a0EUR", text.moneyIn(new BigDecimal("9.5")));
    assertEquals("Kosten (EUR)", text.in("cost"));
    assertEquals("10,5", text.conversions(new BigDecimal("10.50")));
    assertEquals("10", text.conversions(new BigDecimal("10.00")));
    assertEquals("–", text.money(null));
  }
}
