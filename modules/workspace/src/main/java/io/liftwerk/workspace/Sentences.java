package io.liftwerk.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The engine's sentences in the language of whoever reads them.
 *
 * <p>Exceptions, reasons, notes, warnings and phrases are made, stored and written to JSON in
 * English, so that a record means the same everywhere. What a person is shown goes through {@link
 * #in}. Each module keeps its texts in {@code META-INF/liftwerk/sentences_LANGUAGE.txt}: the
 * English template, and below it, indented, its counterpart.
 *
 * <pre>
 * {table} has {rows,number} rows, more than can be scored at once.
 *     {table} hat {rows} Zeilen, mehr als auf einmal bewertet werden können.
 * </pre>
 *
 * <p>A placeholder's value is inserted as it is, unless the English template says what it is:
 * {@code number} is written in the locale's format, {@code text} is a text of the engine and
 * translated in turn (it may be empty), {@code name} is a user's name or a text made of one, {@code
 * list} is several texts with semicolons between, {@code quoted} is a list of quoted words. Only
 * whole texts are translated; spaces around them stay.
 */
public final class Sentences {
  private static final String FILES = "META-INF/liftwerk/sentences_%s.txt";
  private static final Map<String, SentenceBook> BOOKS = new ConcurrentHashMap<>();

  private Sentences() {}

  /**
   * @param sentence one or more sentences of the engine, or a part of one, in English
   * @return the same in the locale's language; as it is where the language or the sentence is
   *     unknown
   */
  public static String in(Locale locale, String sentence) {
    return BOOKS
        .computeIfAbsent(locale.getLanguage(), Sentences::read)
        .translated(sentence, locale);
  }

  private static SentenceBook read(String language) {
    try {
      var book = new SentenceBook();
      String file = FILES.formatted(language);
      for (URL part : Collections.list(Sentences.class.getClassLoader().getResources(file))) {
        try (var in = part.openStream()) {
          book.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      return book;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
