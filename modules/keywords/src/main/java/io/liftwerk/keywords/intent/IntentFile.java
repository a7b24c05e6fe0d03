package io.liftwerk.keywords.intent;

import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Objects;

/**
 * {@code intent.yml} in a workspace's folder: made when it is first needed, with comments and names
 * of rules in the language of whoever needs it.
 */
public final class IntentFile {

  /** Its name. */
  public static final String NAME = "intent.yml";

  private final Path file;

  /**
   * @param folder the workspace's
   */
  public IntentFile(Path folder) {
    this.file = folder.resolve(NAME);
  }

  /**
   * The file as it was read.
   *
   * @param text its characters
   * @param rules what they say
   */
  public record Content(String text, IntentRules rules) {

    static Content of(String text) {
      return new Content(text, IntentReader.read(text));
    }

    /** Hash of the text in UTF-8, hexadecimal. */
    public String sha256() {
      return Hashes.sha256(text);
    }
  }

  /** What the file is made with here. */
  public static Content usual() {
    return usual(Locale.getDefault());
  }

  static Content usual(Locale locale) {
    String name = locale.getLanguage().equals("de") ? "intent_de.yml" : "intent.yml";
    try (InputStream in = Objects.requireNonNull(IntentFile.class.getResourceAsStream(name))) {
      return Content.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the file, and makes it where it is missing.
   *
   * @throws WorkbenchException code {@code intent-rules} when it says something else than it must,
   *     with the line; {@code intent-file} when it cannot be read or made
   */
  public Content read() {
    try {
      return Content.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      Content usual = usual();
      write(usual);
      return usual;
    } catch (CharacterCodingException e) {
      throw IntentReader.broken(1, "it is not in UTF-8", e);
    } catch (IOException e) {
      throw new WorkbenchException(
          "intent-file", "The file " + file + " cannot be read.", "See that you may read it.", e);
    }
  }

  private void write(Content content) {
    Path next = file.resolveSibling("." + NAME + ".next");
    try {
      Files.writeString(next, content.text());
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new WorkbenchException(
          "intent-file",
          "The file " + file + " cannot be written.",
          "See that you may write to the workspace's folder and that the disk has room.",
          e);
    }
  }
}
