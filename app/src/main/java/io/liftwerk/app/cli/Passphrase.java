package io.liftwerk.app.cli;

import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The vault's passphrase, from a file or a variable: arguments can be read by everybody. */
final class Passphrase {
  private static final String VARIABLE = "LIFTWERK_PASSPHRASE";

  @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphraseFile")
  @Nullable Path file;

  /** Offers what was given to the vault, which looks at it when it has to be opened. */
  void offer(Workspace workspace) {
    given(file, VARIABLE).ifPresent(workspace.vault()::offer);
  }

  /** Offers what the variable holds. */
  static void offerVariable(Workspace workspace) {
    given(null, VARIABLE).ifPresent(workspace.vault()::offer);
  }

  /** What stands in {@code file}, its last line end left out, else in {@code variable}. */
  static Optional<char[]> given(@Nullable Path file, String variable) {
    if (file == null) {
      return Optional.ofNullable(System.getenv(variable))
          .filter(value -> !value.isEmpty())
          .map(String::toCharArray);
    }
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return Optional.of(text.replaceFirst("\\r?\\n\\z", "").toCharArray());
    } catch (IOException e) {
      throw new WorkbenchException(
          "passphrase-file",
          "The passphrase cannot be read from " + file + ".",
          "Name a text file that holds nothing else.",
          e);
    }
  }
}
