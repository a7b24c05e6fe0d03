package io.liftwerk.warehouse.consent;

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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * {@code consent.yml} in a workspace's folder: made when it is first needed, with comments in the
 * language of whoever needs it.
 */
public final class PolicyFile {

  /** Its name. */
  public static final String NAME = "consent.yml";

  private static final String TEMPLATE = "/io/liftwerk/warehouse/consent/consent%s.yml";

  private final Path file;

  /**
   * @param folder the workspace's
   */
  public PolicyFile(Path folder) {
    this.file = folder.resolve(NAME);
  }

  /**
   * The file as it was read.
   *
   * @param text its characters
   * @param policy what they say
   */
  public record Content(String text, ConsentPolicy policy) {

    /** Hash of the text in UTF-8, hexadecimal. */
    public String sha256() {
      try {
        return HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    /** The same with the value at {@code path} set; every other character stays. */
    public Content with(List<String> path, String value) {
      return of(PolicyText.set(text, path, value));
    }

    static Content of(String text) {
      return new Content(text, PolicyReader.read(text));
    }
  }

  /** What the file is made with here. */
  public static Content usual() {
    return usual(Locale.getDefault());
  }

  /** What the file is made with: the same settings everywhere, with comments in {@code locale}. */
  static Content usual(Locale locale) {
    String language = locale.getLanguage().equals("de") ? "_de" : "";
    try (InputStream in =
        Objects.requireNonNull(
            PolicyFile.class.getResourceAsStream(TEMPLATE.formatted(language)))) {
      return Content.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the file, and makes it where it is missing.
   *
   * @throws WorkbenchException code {@code consent-policy} when it says something else than it
   *     must, with the line; {@code consent-file} when it cannot be read or made
   */
  public Content read() {
    try {
      return Content.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      Content usual = usual();
      write(usual);
      return usual;
    } catch (CharacterCodingException e) {
      throw PolicyNodes.broken(1, "it is not in UTF-8", e);
    } catch (IOException e) {
      throw new WorkbenchException(
          "consent-file", "The file " + file + " cannot be read.", "See that you may read it.", e);
    }
  }

  /** Replaces the file in one step. */
  public void write(Content content) {
    Path next = file.resolveSibling("." + NAME + ".next");
    try {
      Files.writeString(next, content.text());
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new WorkbenchException(
          "consent-file",
          "The file " + file + " cannot be written.",
          "See that you may write to the workspace's folder and that the disk has room.",
          e);
    }
  }

  /** What is wrong, of a refusal by {@link #read} or {@link Content#with}, without the line. */
  public static String fault(WorkbenchException refusal) {
    return refusal.sentence().replaceFirst("^.*?: line \\d+: ", "").replaceFirst("\\.$", "");
  }

  /** A source's basis as the file writes it. */
  public static String basis(Basis basis, String note) {
    String stated = pair("basis", basis.word());
    return "{"
        + (note.isEmpty() ? stated : stated + ", " + pair("note", PolicyText.doubleQuoted(note)))
        + "}";
  }

  private static String pair(String key, String value) {
    return key + ": " + value;
  }
}
