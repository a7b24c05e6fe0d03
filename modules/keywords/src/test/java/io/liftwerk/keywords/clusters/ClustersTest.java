package io.liftwerk.keywords.clusters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.keywords.TermMill;
import io.liftwerk.text.Embedder;
import io.liftwerk.text.Language;
import io.liftwerk.text.Stems;
import io.liftwerk.text.StopWords;
import io.liftwerk.workspace.CancelledException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClustersTest {
  private static final Runnable GO_ON = () -> {};
  private static final Set<String> LIGHT =
      Set.of("kaufen", "gunstig", "test", "munchen", "berlin", "buy", "cheap", "review");

  /** Stems, and behind a hyphen the parts: compounds are split elsewhere. */
  private static final WordFeatures FEATURES =
      word -> {
        if (StopWords.of(Language.GERMAN).contains(word)) {
          return List.of();
        }
        Stream<String> parts = word.contains("-") ? Stream.of(word.split("-")) : Stream.of();
        return Stream.concat(Stream.of(word), parts)
            .map(Stems.of(Language.GERMAN)::stem)
            .distinct()
            .toList();
      };

  private static Clusters clusters(TermVectors vectors) {
    return new Clusters(FEATURES, LIGHT::contains, vectors);
  }

  private static Clustering of(List<ClusterTerm> terms) {
    return clusters(TermVectors.NONE).of(terms, GO_ON);
  }

  private static List<ClusterTerm> terms(String... texts) {
    return IntStream.range(0, texts.length)
        .mapToObj(i -> ClusterTerm.of(texts[i], 100 - i))
        .toList();
  }

  private static List<ClusterTerm> mill(int count, long seed) {
    var random = new Random(seed);
    return TermMill.terms(count, seed).stream()
        .map(text -> ClusterTerm.of(text, Math.round(1000 * Math.pow(random.nextDouble(), 5)) / 4.))
        .toList();
  }

  @Test
  void whatIsAboutTheSameIsTogether() {
    Clustering found =
        of(
            terms(
                "Kuppelzelt kaufen",
                "kuppelzelte",
                "kuppelzelt test",
                "regenjacke",
                "Regenjacken günstig",
                "regenjacke münchen",
                "steuerberater",
                "kuppelzelt 3 personen"));

    assertEquals(List.of("kuppelzelt", "regenjacke"), names(found));
    assertEquals(
        List.of("Kuppelzelt kaufen", "kuppelzelte", "kuppelzelt test", "kuppelzelt 3 personen"),
        found.clusters().getFirst().members());
    assertEquals(100 + 99 + 98 + 93, found.clusters().getFirst().weight());
    assertTrue(found.clusters().getFirst().cohesion() > Clusters.SIMILAR);
    assertEquals(List.of("steuerberater"), found.alone());
  }

  private static List<String> names(Clustering clustering) {
    return clustering.clusters().stream().map(Cluster::name).toList();
  }

  @Test
  void spellingsOfOneTermAreOneAndStay() {
    Clustering found = of(terms("Mütze", "MUTZE", "mütze", "zelt"));

    assertEquals(List.of("Mütze", "MUTZE", "mütze"), found.clusters().getFirst().members());
    assertEquals("Mütze", found.clusters().getFirst().name());
    assertEquals(List.of("zelt"), found.alone());
  }

  @Test
  void theOrderOfRowsChangesNothing() {
    List<ClusterTerm> terms = mill(1_500, 3);
    Clustering expected = of(terms);
    for (long seed = 0; seed < 4; seed++) {
      List<ClusterTerm> shuffled = new ArrayList<>(terms);
      Collections.shuffle(shuffled, new Random(seed));
      assertEquals(expected, of(shuffled));
    }
    List<ClusterTerm> halves = new ArrayList<>();
    terms.forEach(t -> halves.add(new ClusterTerm(t.text(), t.words(), t.weight() / 2)));
    List<ClusterTerm> twice = new ArrayList<>(halves);
    twice.addAll(halves);
    assertEquals(expected, of(twice), "rows of one term add up");
  }

  @Test
  void everyTermIsSomewhereOnce() {
    for (long seed = 10; seed < 14; seed++) {
      List<ClusterTerm> terms = mill(800, seed);
      Clustering found = of(terms);
      List<String> all = new ArrayList<>(found.alone());
      found.clusters().forEach(cluster -> all.addAll(cluster.members()));
      found.aside().values().forEach(all::addAll);

      assertEquals(terms.size(), all.size());
      assertEquals(
          terms.stream().map(ClusterTerm::text).collect(Collectors.toSet()), new HashSet<>(all));
      assertEquals(found.clusters().size(), new HashSet<>(names(found)).size(), "names differ");
      assertTrue(found.clusters().stream().allMatch(cluster -> cluster.members().size() > 1));
    }
  }

  @Test
  void noClusterOfALargeReportIsLargerThanItsCap() {
    // a chain: each term shares a word with the next, none with the one after
    List<ClusterTerm> chain = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      chain.add(ClusterTerm.of("glied" + i + " glied" + (i + 1), i));
    }
    // one word in all of them
    List<ClusterTerm> common = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      common.add(
          ClusterTerm.of("schuh " + (char) ('a' + i % 7) + "x farbe" + i % 13 + " art" + i, i));
    }
    for (List<ClusterTerm> terms : List.of(chain, common, mill(2_000, 5))) {
      int largest = of(terms).clusters().stream().mapToInt(c -> c.members().size()).max().orElse(0);
      assertTrue(largest <= Clusters.SHARE * terms.size(), largest + " of " + terms.size());
    }
  }

  @Test
  void aBrandMayBeLargerSinceAllItsPairsAreSimilar() {
    List<ClusterTerm> terms = new ArrayList<>(mill(600, 8));
    terms.removeIf(term -> term.text().contains("nordwand"));
    int others = terms.size();
    for (String wish : List.of("", " kaufen", " günstig", " test", " berlin", " münchen")) {
      for (String spelt :
          List.of("quenzlalp", "Quenzlalp", "QUENZLALP", "quenzlalps", "Quénzlalp")) {
        for (String again : List.of("", " kaufen", " test")) {
          terms.add(ClusterTerm.of(spelt + wish + again, 1));
        }
      }
    }
    Cluster brand =
        of(terms).clusters().stream()
            .filter(c -> c.members().contains("quenzlalp test"))
            .findFirst()
            .orElseThrow();

    assertTrue(brand.members().size() > Clusters.SHARE * terms.size(), "" + brand.members().size());
    assertTrue(brand.members().size() <= terms.size() - others);
    assertTrue(brand.name().equalsIgnoreCase("quenzlalp"), brand.name());
  }

  @Test
  void idsComeFromTheContent() {
    List<ClusterTerm> terms = terms("zelt", "zelte", "zelt kaufen", "helm", "helme");
    Clustering before = of(terms);
    List<ClusterTerm> heavier =
        terms.stream().map(t -> new ClusterTerm(t.text(), t.words(), t.weight() * 3)).toList();
    List<ClusterTerm> more = new ArrayList<>(terms);
    more.add(ClusterTerm.of("helm test", 1));
    Map<String, String> ids =
        before.clusters().stream().collect(Collectors.toMap(Cluster::name, Cluster::id));
    Map<String, String> later =
        of(heavier).clusters().stream().collect(Collectors.toMap(Cluster::name, Cluster::id));
    Map<String, String> grown =
        of(more).clusters().stream().collect(Collectors.toMap(Cluster::name, Cluster::id));

    assertEquals(ids, later);
    assertEquals(ids.get("zelt"), grown.get("zelt"));
    assertNotEquals(ids.get("helm"), grown.get("helm"));
  }

  @Test
  void whatCannotBeComparedIsSetAside() {
    String text = "wort ".repeat(100).strip();
    Clustering found =
        of(
            terms(
                "B07XJ8C8F5",
                "b07xj8c8f6",
                "4006381333931",
                "🏔️",
                "",
                " -- ",
                text,
                "등산화 추천",
                "등산화",
                "รองเท้าเดินป่า",
                "أحذية المشي",
                "أحذية",
                "zelt 🏕️"));

    assertEquals(
        Map.of(
            Aside.PRODUCT_NUMBER, List.of("B07XJ8C8F5", "b07xj8c8f6", "4006381333931"),
            Aside.NO_WORDS, List.of("🏔️", "", " -- "),
            Aside.TOO_LONG, List.of(text)),
        found.aside());
    assertEquals(
        Set.of(Set.of("등산화 추천", "등산화"), Set.of("أحذية المشي", "أحذية")),
        found.clusters().stream()
            .map(cluster -> Set.copyOf(cluster.members()))
            .collect(Collectors.toSet()));
    assertEquals(Set.of("zelt 🏕️", "รองเท้าเดินป่า"), new TreeSet<>(found.alone()));
    assertEquals(new Clustering(List.of(), List.of(), Map.of()), of(List.of()));
  }

  @Test
  void weightsThatAreNoneCountAsNought() {
    Clustering found =
        of(
            List.of(
                ClusterTerm.of("zelt", Double.NaN),
                ClusterTerm.of("zelte", -5),
                ClusterTerm.of("zelt kaufen", Double.POSITIVE_INFINITY)));

    assertEquals(0, found.clusters().getFirst().weight());
  }

  @Test
  void meaningBringsTogetherWhatSharesNoWord() {
    List<ClusterTerm> terms =
        terms(
            "sofa",
            "couch",
            "sofas",
            "couches",
            "bicycle",
            "bike",
            "bikes",
            "laptop",
            "notebook computer",
            "laptops",
            "insurance quote",
            "trekking poles",
            "coffee beans",
            "garden hose");
    Clustering words = of(terms);
    Clustering meant = clusters(TermVectors.all(Embedder.english())).of(terms, GO_ON);

    assertTrue(together(meant, "sofa", "couch"), meant.toString());
    assertTrue(together(meant, "bicycle", "bike"), meant.toString());
    assertTrue(!together(words, "sofa", "couch"));
    assertTrue(!together(meant, "sofa", "bike"));
    assertTrue(!together(meant, "coffee beans", "garden hose"));
    List<ClusterTerm> turned = terms.reversed();
    assertEquals(meant, clusters(TermVectors.all(Embedder.english())).of(turned, GO_ON));
  }

  private static boolean together(Clustering clustering, String a, String b) {
    return clustering.clusters().stream()
        .anyMatch(cluster -> cluster.members().containsAll(List.of(a, b)));
  }

  @Test
  void itCanBeCancelled() {
    Runnable stop =
        () -> {
          throw new CancelledException();
        };
    assertThrows(
        CancelledException.class,
        () -> clusters(TermVectors.NONE).of(terms("zelt", "zelte"), stop));
  }
}
