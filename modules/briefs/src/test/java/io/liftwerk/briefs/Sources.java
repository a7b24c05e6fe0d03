package io.liftwerk.briefs;

import io.liftwerk.guardrails.Guardrails;
import io.liftwerk.knowledge.Heading;
import io.liftwerk.knowledge.Passage;
import io.liftwerk.knowledge.Role;
import io.liftwerk.knowledge.SourceDocument;
import io.liftwerk.text.Language;
import io.liftwerk.workspace.Hashes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Documents written as Markdown, one passage a section, as the index would hold them; the titles
 * are their first headings.
 */
final class Sources {
  private final List<Corpus.Entry> entries = new ArrayList<>();
  private final Language language;

  Sources(Language language) {
    this.language = language;
  }

  Sources own(String name, @Nullable String date, String markdown) {
    return add(Role.OWN, name, date, markdown, null, null);
  }

  Sources competitor(String name, String markdown) {
    return add(Role.COMPETITOR, name, null, markdown, null, null);
  }

  /** A page of a product that says of itself {@code schemaOrg}, a JSON array. */
  Sources product(String name, String product, String schemaOrg, String markdown) {
    return add(Role.OWN, name, null, markdown, product, schemaOrg);
  }

  private Sources add(
      Role role,
      String name,
      @Nullable String date,
      String markdown,
      @Nullable String product,
      @Nullable String schemaOrg) {
    String id = (role == Role.OWN ? "own/" : "theirs/") + name;
    List<Heading> headings = new ArrayList<>();
    List<Passage> passages = new ArrayList<>();
    List<String> path = new ArrayList<>();
    var text = new StringBuilder();
    for (String line : (markdown.strip() + "\n# ").split("\n")) {
      if (!line.startsWith("#")) {
        text.append(line).append('\n');
        continue;
      }
      if (!text.toString().isBlank()) {
        String content = text.toString().strip();
        passages.add(
            new Passage(
                id + "#" + (passages.size() + 1),
                id,
                passages.size() + 1,
                path,
                content,
                Hashes.sha256(content)));
      }
      text.setLength(0);
      int level = line.indexOf(' ') < 0 ? line.length() : line.indexOf(' ');
      String heading = line.substring(level).strip();
      path = new ArrayList<>(path.subList(0, Math.min(path.size(), level - 1)));
      path.add(heading);
      if (!heading.isEmpty()) {
        headings.add(new Heading(level, heading));
      }
    }
    String host = role == Role.OWN ? "www.nordwand.example" : name + ".example";
    entries.add(
        new Corpus.Entry(
            new SourceDocument(
                id,
                role == Role.OWN ? "own" : "theirs",
                name + ".md",
                SourceDocument.Kind.ARTICLE,
                role,
                headings.getFirst().text(),
                null,
                "https://" + host + "/" + name + "/",
                language,
                date == null ? null : LocalDate.parse(date),
                product,
                headings,
                markdown.split("\\s+").length,
                Hashes.sha256(markdown),
                schemaOrg),
            passages));
    return this;
  }

  BriefResult brief(String topic) {
    return new BriefBuilder(
            new BriefRequest(topic, null, language == Language.GERMAN ? "de" : "en", null, null),
            topic,
            new Corpus(entries),
            Ranking.NONE,
            Searches.NONE,
            Guardrails.standard().on(LocalDate.of(2026, 10, 1)),
            (done, phrase) -> {})
        .build();
  }

  /** A guide and two competitors on via ferrata sets, with terms of service. */
  static Sources german() {
    return new Sources(Language.GERMAN)
        .own(
            "klettersteig-set",
            "2026-07-31",
            """
            # Klettersteig-Set kaufen: worauf es ankommt
            Ein Klettersteig-Set verbindet dich mit dem Stahlseil. Es besteht aus zwei Armen und einem Dämpfer.
            ## Welche Norm muss ein Klettersteig-Set erfüllen?
            Neue Sets erfüllen die EN 958. Der Dämpfer arbeitet für Menschen von 40 bis 120 Kilogramm.
            ## Welche Karabiner sind gut?
            Die Öffnung misst mindestens 21 Millimeter. Ein Wirbel zwischen Armen und Dämpfer hilft.
            ## Wann muss ein Set ersetzt werden?
            Unsere Sets halten höchstens zehn Jahre ab Herstellung.
            """)
        .own(
            "versand",
            "2026-09-01",
            """
            # Versand und Rückgabe
            ## Versand
            Wir liefern ab einem Bestellwert von 100 Euro frei.
            ## Rückgabe
            Ungetragene Ware nehmen wir 30 Tage lang zurück.
            """)
        .competitor(
            "felsenkind",
            """
            # Klettersteigset kaufen: 7 Tipps
            Wir von Felsenkind zeigen dir, worauf du beim Klettersteigset achtest.
            ## 1. Die Norm EN 958:2017
            Neue Klettersteigsets müssen die EN 958:2017 erfüllen. Der Bandfalldämpfer reißt im Sturz auf.
            ## 2. Elastische Arme
            Mit elastischen Armen bleibst du nicht hängen. Am Stahlseil laufen Karabiner ab.
            ## Häufige Fragen
            ### Wie lange hält ein Klettersteigset?
            Bei seltener Nutzung bis zu zehn Jahre.
            ### Kann ich allein gehen?
            Besser nicht, ein Partner hilft nach einem Sturz.
            """)
        .competitor(
            "steigzeit",
            """
            # Klettersteigsets online kaufen
            Klettersteigsets bei Steigzeit: große Auswahl, schneller Versand, Newsletter und Gutschein.
            ## Beratung
            Alle Sets erfüllen die EN 958:2017 und UIAA 128. Der Dämpfer und elastische Arme gehören dazu. Karabiner am Stahlseil halten.
            """);
  }
}
