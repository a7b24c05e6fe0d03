package io.liftwerk.knowledge;

import io.liftwerk.knowledge.words.Vocabulary;
import io.liftwerk.text.Embedder;
import io.liftwerk.text.Language;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings the index up to what the sources in bronze hold now. Only passages that no earlier index
 * holds are embedded, which is what takes the time; all else is written anew, so that an index
 * depends on its sources alone and nothing of what has gone is left in it.
 */
public final class KnowledgeIndexing implements Job<IndexResult> {
  /** Name of the job. */
  public static final String NAME = "index";

  /** The file in which an index names the loads it holds, for {@code erase} and retention. */
  static final String LOADS = "loads.txt";

  static final String VOCABULARY = "words.txt";

  private final IndexRequest request;

  public KnowledgeIndexing(IndexRequest request) {
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public IndexRequest parameters() {
    return request;
  }

  /** What is in the index, not how much of it was there before. */
  @Override
  public Object fingerprint(IndexResult result) {
    return List.of(result.state().sha256(), result.sources());
  }

  @Override
  public Map<String, Double> metrics(IndexResult result) {
    return Map.of(
        "documents", (double) result.state().documents(),
        "passages", (double) result.state().passages(),
        "embedded", (double) result.embedded());
  }

  /**
   * @throws WorkbenchException code {@code index-no-source} when nothing that was imported can be
   *     indexed, or as {@link Embedder#of}
   */
  @Override
  public IndexResult run(JobContext context) throws Exception {
    context.progress(-1, "looking at the sources");
    var folder = new IndexFolder(context.workspace());
    folder.tidy();
    Optional<Path> before = folder.newest();
    Generation older = before.isPresent() ? readable(before.get()) : null;
    List<Sources.Readable> sources = Sources.of(context.workspace());
    if (sources.isEmpty() && older == null) {
      throw new WorkbenchException(
          "index-no-source",
          "Nothing that was imported can be indexed: there is no article and no product feed.",
          "Import web pages, Markdown, text, PDF or DOCX files, or a product feed.");
    }
    Generation.@Nullable Model model = model(older);
    Embedder embedder = Embedders.of(model);
    try (KnownVectors known = known(before.orElse(null), older, embedder)) {
      return index(context, folder, sources, older, model, embedder, known);
    } finally {
      embedder.close();
    }
  }

  /** Null for one that cannot be used, which is then made anew. */
  private static @Nullable Generation readable(Path folder) {
    try {
      return Generation.read(folder);
    } catch (IOException | WorkbenchException e) {
      return null; // it is made anew
    }
  }

  private Generation.@Nullable Model model(@Nullable Generation older) {
    if (request.embedder() != null && request.tokenizer() != null) {
      return new Generation.Model(request.embedder(), request.tokenizer());
    }
    return older == null || request.builtIn() ? null : older.model();
  }

  private static KnownVectors known(
      @Nullable Path before, @Nullable Generation older, Embedder embedder) throws IOException {
    if (before == null
        || older == null
        || !older.state().embedderSha256().equals(embedder.sha256())) {
      return KnownVectors.none();
    }
    try {
      return KnownVectors.of(before);
    } catch (IOException e) {
      // a damaged index has no vectors to keep
      return KnownVectors.none();
    }
  }

  /** What one source came to. */
  private static final class Tally {
    private final Map<Language, Integer> languages = new EnumMap<>(Language.class);
    private int documents;
    private int passages;
  }

  private IndexResult index(
      JobContext context,
      IndexFolder folder,
      List<Sources.Readable> sources,
      @Nullable Generation older,
      Generation.@Nullable Model model,
      Embedder embedder,
      KnownVectors known)
      throws Exception {
    SourceRoles roles = SourceRoles.read(context.connection());
    var reader = new DocumentReader(context.connection(), roles);
    var survey = new Survey(context, known);
    for (Sources.Readable source : sources) {
      context.input("bronze." + source.name(), source.table().sha256(), source.table().bytes());
      survey.read(source, reader);
    }
    List<Generation.Indexed> indexed = survey.indexed(sources, roles);
    String contents = survey.sha256(embedder);
    if (older != null
        && older.state().sha256().equals(contents)
        && older.sources().equals(indexed)) {
      return new IndexResult(
          context.run(),
          older.state(),
          older.indexed(),
          0,
          survey.passages,
          0,
          List.of("Nothing has changed since run " + older.state().run() + "."));
    }
    var state =
        new IndexState(
            context.run(),
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            embedder.name(),
            embedder.sha256(),
            survey.documents,
            survey.passages,
            contents);
    var generation = new Generation(Generation.FORMAT, state, model, indexed);
    int embedded = write(context, folder, sources, reader, survey, embedder, known, generation);
    return new IndexResult(
        context.run(),
        state,
        generation.indexed(),
        embedded,
        survey.kept,
        Math.max(0, known.size() - survey.keptHashes.size()),
        notes(older, embedder, generation, reader.leftOut()));
  }

  private static int write(
      JobContext context,
      IndexFolder folder,
      List<Sources.Readable> sources,
      DocumentReader reader,
      Survey survey,
      Embedder embedder,
      KnownVectors known,
      Generation generation)
      throws Exception {
    Path draft = folder.draft(context.run());
    try {
      var progress = new Progress(context, survey.fresh.size());
      var fields = new Fields(survey.vocabulary.counts());
      try (var writing = new IndexWriting(draft, fields, embedder::embed, known, progress)) {
        for (Sources.Readable source : sources) {
          reader.each(source, read -> add(writing, read));
        }
        writing.commit();
      }
      survey.vocabulary.write(draft.resolve(VOCABULARY));
      Files.write(draft.resolve(LOADS), loads(sources));
      generation.write(draft);
      context.checkCancelled();
      folder.complete(context.run());
      return progress.embedded;
    } catch (Exception e) {
      IndexFolder.delete(draft);
      throw e;
    }
  }

  private static void add(IndexWriting writing, Read read) {
    try {
      writing.add(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Numbers of the loads whose rows the index holds. */
  private static List<String> loads(List<Sources.Readable> sources) {
    var loads = new ArrayList<String>();
    for (Sources.Readable source : sources) {
      source.table().earlier().forEach(load -> loads.add(String.valueOf(load)));
      loads.add(String.valueOf(source.table().id()));
    }
    return loads;
  }

  private static List<String> notes(
      @Nullable Generation older, Embedder embedder, Generation generation, List<String> leftOut) {
    var notes = new ArrayList<String>();
    if (older != null && !older.state().embedderSha256().equals(embedder.sha256())) {
      notes.add(
          "The index was made with %s before; all passages were embedded anew with %s."
              .formatted(older.state().embedder(), embedder.name()));
    }
    int other =
        generation.indexed().stream()
            .mapToInt(source -> source.languages().getOrDefault(Language.OTHER, 0))
            .sum();
    if (other == 1) {
      notes.add(
          "1 document is in a language other than German and English; its words are found only as"
              + " they are written.");
    } else if (other > 1) {
      notes.add(
          other
              + " documents are in a language other than German and English; their words are found"
              + " only as they are written.");
    }
    for (String rules : leftOut) {
      notes.add(
          "%s tells writers how to write and is no source: it was left out.".formatted(rules));
    }
    if (generation.state().passages() == 0) {
      notes.add("There is nothing in the index: no source holds a text.");
    }
    return notes;
  }

  /** What there is to index, before anything is written. */
  private static final class Survey {
    private final JobContext context;
    private final KnownVectors known;
    private final Vocabulary vocabulary = new Vocabulary();
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final MessageDigest digest = Hashes.digest();
    private final Set<String> fresh = new HashSet<>();
    private final Set<String> keptHashes = new HashSet<>();
    private int documents;
    private int passages;
    private int kept;

    Survey(JobContext context, KnownVectors known) {
      this.context = context;
      this.known = known;
    }

    void read(Sources.Readable source, DocumentReader reader) throws SQLException {
      context.progress(-1, "reading " + source.name());
      var tally = new Tally();
      tallies.put(source.name(), tally);
      reader.each(source, read -> count(read, tally));
    }

    private void count(Read read, Tally tally) {
      context.checkCancelled();
      documents++;
      tally.documents++;
      tally.languages.merge(read.document().language(), 1, Integer::sum);
      digest.update(
          (read.document().id() + "\n" + read.sha256() + "\n").getBytes(StandardCharsets.UTF_8));
      for (Passage passage : read.passages()) {
        passages++;
        tally.passages++;
        if (known.holds(passage.sha256())) {
          kept++;
          keptHashes.add(passage.sha256());
        } else {
          fresh.add(passage.sha256());
        }
        if (read.document().language() == Language.GERMAN) {
          vocabulary.add(Fields.searched(passage));
        }
      }
    }

    List<Generation.Indexed> indexed(List<Sources.Readable> sources, SourceRoles roles) {
      return sources.stream()
          .map(
              source -> {
                Tally tally = Objects.requireNonNull(tallies.get(source.name()));
                return new Generation.Indexed(
                    new IndexedSource(
                        source.name(),
                        roles.of(source.name(), source.table().file()),
                        roles.isStated(source.name()),
                        source.kind(),
                        tally.documents,
                        tally.passages,
                        tally.languages),
                    source.version());
              })
          .toList();
    }

    String sha256(Embedder embedder) {
      return Hashes.sha256(
          Generation.FORMAT + "\n" + embedder.sha256() + "\n" + Hashes.hex(digest.digest()));
    }
  }

  /** Counts what was embedded, and looks whether the job was cancelled. */
  private static final class Progress implements IntConsumer {
    private final JobContext context;
    private final int all;
    private int embedded;

    Progress(JobContext context, int all) {
      this.context = context;
      this.all = all;
    }

    @Override
    public void accept(int more) {
      embedded += more;
      int shown = Math.min(embedded, all); // a passage that comes twice may be embedded twice
      context.progress(
          all == 0 ? -1 : shown / (double) all,
          all == 0 ? "writing the index" : "embedding " + shown + " of " + all + " passages");
    }
  }
}
