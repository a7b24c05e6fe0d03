package io.liftwerk.guardrails;

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
import org.jspecify.annotations.Nullable;

/**
 * {@code guardrails.yml} in a workspace's folder: made when it is first needed, with comments in
 * the language of whoever needs it.
 */
public final class GuardPolicyFile {

  /** Its name. */
  public static final String NAME = "guardrails.yml";

  private final Path folder;

  /**
   * @param folder the workspace's
   */
  public GuardPolicyFile(Path folder) {
    this.folder = folder;
  }

  /**
   * The file as it was read.
   *
   * @param text its characters
   * @param policy what they say, with the claims of the list it names
   */
  public record Content(String text, GuardPolicy policy) {

    static Content of(String text, @Nullable Path folder) {
      return new Content(text, PolicyReader.read(text, folder));
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
    String name = locale.getLanguage().equals("de") ? "guardrails_de.yml" : "guardrails.yml";
    try (InputStream in = Objects.requireNonNull(GuardPolicyFile.class.getResourceAsStream(name))) {
      return Content.of(new String(in.readAllBytes(), StandardCharsets.UTF_8), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the file, and makes it where it is missing.
   *
   * @throws WorkbenchException code {@code guard-policy} when it says something else than it must,
   *     with the line; {@code guard-claims} when the list of claims it names cannot be used; {@code
   *     guard-file} when it cannot be read or made
   */
  public Content read() {
    Path file = folder.resolve(NAME);
    try {
      return Content.of(Files.readString(file), folder);
    } catch (NoSuchFileException e) {
      Content usual = usual();
      write(file, usual);
      return usual;
    } catch (CharacterCodingException e) {
      throw PolicyNodes.broken(1, "it is not in UTF-8", e);
    } catch (IOException e) {
      throw new WorkbenchException(
          "guard-file", "The file " + file + " cannot be read.", "See that you may read it.", e);
    }
  }

  private static void write(Path file, Content content) {
    Path next = file.resolveSibling("." + NAME + ".next");
    try {
      Files.writeString(next, content.text());
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new WorkbenchException(
          "guard-file",
          "The file " + file + " cannot be written.",
          "See that you may write to the workspace's folder and that the disk has room.",
          e);
    }
  }
}
