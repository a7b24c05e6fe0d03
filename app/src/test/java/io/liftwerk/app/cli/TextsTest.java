package io.liftwerk.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** English and German say the same things, and no command lacks its explanation. */
class TextsTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}|\\$\\{[A-Z-]+}");

  @Test
  void bothLanguagesHaveTheSameTexts() throws IOException {
    Properties english = bundle("messages.properties");
    Properties german = bundle("messages_de.properties");
    assertEquals(english.stringPropertyNames(), german.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertEquals(placeholders(english, key), placeholders(german, key), key);
    }
  }

  @Test
  void everyCommandAndArgumentIsExplained() {
    explained(new CommandLine(new Liftwerk()));
  }

  private static void explained(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName(" ");
    assertFalse(
        command.getCommandSpec().usageMessage().description().length == 0,
        name + " is not explained");
    for (ArgSpec argument : command.getCommandSpec().args()) {
      assertFalse(argument.description().length == 0, name + " " + argument.paramLabel());
    }
    command.getSubcommands().values().forEach(TextsTest::explained);
  }

  private static List<String> placeholders(Properties bundle, String key) {
    var found = new ArrayList<String>();
    var matcher = PLACEHOLDER.matcher(bundle.getProperty(key));
    while (matcher.find()) {
      found.add(matcher.group());
    }
    found.sort(null);
    return found;
  }

  private static Properties bundle(String name) throws IOException {
    var properties = new Properties();
    try (var in = Liftwerk.class.getResourceAsStream(name);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
