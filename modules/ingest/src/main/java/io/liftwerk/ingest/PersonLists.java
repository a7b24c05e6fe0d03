package io.liftwerk.ingest;

import io.liftwerk.workspace.Identifier;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Files in {@code exports/} that hold erased persons: by their pseudonyms, by ids, or by what
 * others match them by. The last are computed from the originals, which are read from the vault
 * only where somebody was handed a list at all.
 */
final class PersonLists {
  private final JobContext context;
  private final HandedOver handedOver;
  private final List<String> originals;
  private final List<PersonIds.Id> ids;
  private final List<RunRecord> handing;
  private final Set<String> keys;

  /**
   * @param originals pseudonyms of theirs of which the vault holds the original
   */
  PersonLists(
      JobContext context, HandedOver handedOver, List<String> originals, List<PersonIds.Id> ids)
      throws SQLException {
    this.context = context;
    this.handedOver = handedOver;
    this.originals = originals;
    this.ids = ids;
    this.handing =
        context.workspace().ledger().list().stream()
            .filter(run -> run.status() == RunRecord.Status.DONE)
            .filter(run -> handedOver.to(run).isPresent())
            .toList();
    this.keys = handing.isEmpty() ? Set.of() : keys();
  }

  private Set<String> keys() throws SQLException {
    var keys = new LinkedHashSet<String>();
    if (!originals.isEmpty()) {
      Map<String, String> revealed = context.workspace().vault().reveal("erase-lists", originals);
      revealed.forEach(
          (pseudonym, original) ->
              kind(pseudonym).ifPresent(kind -> keys.addAll(handedOver.keys(kind, original))));
    }
    return keys;
  }

  private static Optional<Identifier> kind(String pseudonym) {
    for (Identifier kind : List.of(Identifier.EMAIL, Identifier.PHONE)) {
      if (pseudonym.startsWith(kind.prefix() + "_")) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /**
   * Those that hold one of {@code pseudonyms} or what else stands for the persons, and every PDF:
   * its text is packed by the shapes of letters, so that nobody can tell, and it can be made anew.
   */
  List<String> files(List<String> pseudonyms) throws IOException {
    var texts = new LinkedHashSet<>(pseudonyms);
    texts.addAll(keys);
    Path exports = context.workspace().exports();
    var found = new TreeSet<String>(Traces.files(context, exports, new Traces(texts)));
    found.addAll(Traces.files(context, exports, Traces.words(words(ids))));
    found.addAll(pdfs(exports));
    return List.copyOf(found);
  }

  private List<String> pdfs(Path exports) throws IOException {
    if (!Files.isDirectory(exports)) {
      return List.of();
    }
    Path root = context.workspace().folder();
    try (Stream<Path> walk = Files.walk(exports)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf"))
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }

  /** What stands for persons in a file, as words of their own. */
  static List<String> words(List<PersonIds.Id> ids) {
    var words = new ArrayList<String>();
    for (PersonIds.Id id : ids) {
      words.add(id.apart() ? id.value() : id.person());
    }
    return words;
  }

  /** Who was handed a list that they are in, or that is gone so that nobody can tell. */
  List<ErasureResult.Recipient> recipients() throws IOException {
    var traces = new Traces(keys);
    var recipients = new ArrayList<ErasureResult.Recipient>();
    if (keys.isEmpty()) {
      return recipients;
    }
    for (RunRecord run : handing) {
      String name = handedOver.to(run).orElse("");
      for (String artefact : run.artefacts()) {
        context.checkCancelled();
        Path file = context.workspace().folder().resolve(artefact);
        boolean there = Files.isRegularFile(file);
        if (!there || traces.in(file)) {
          recipients.add(new ErasureResult.Recipient(name, run.id(), artefact, there));
        }
      }
    }
    return recipients;
  }
}
