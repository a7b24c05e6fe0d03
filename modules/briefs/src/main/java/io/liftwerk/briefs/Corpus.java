package io.liftwerk.briefs;

import io.liftwerk.knowledge.KnowledgeBase;
import io.liftwerk.knowledge.Passage;
import io.liftwerk.knowledge.Role;
import io.liftwerk.knowledge.SourceDocument;
import io.liftwerk.text.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The documents of the index with their passages, in the order of their ids: all that a brief is
 * made of.
 */
record Corpus(List<Entry> entries) {

  /** A document and its passages in order. */
  record Entry(SourceDocument document, List<Passage> passages) {
    Entry {
      passages = List.copyOf(passages);
    }
  }

  Corpus {
    entries =
        entries.stream()
            .sorted(Comparator.comparing((Entry entry) -> entry.document().id()))
            .toList();
  }

  static Corpus of(KnowledgeBase base) {
    List<Entry> entries = new ArrayList<>();
    for (SourceDocument document : base.documents(null)) {
      entries.add(new Entry(document, base.passages(document.id())));
    }
    return new Corpus(entries);
  }

  /** Those of a language. */
  Corpus in(Language language) {
    return new Corpus(
        entries.stream().filter(one -> one.document().language() == language).toList());
  }

  List<Entry> of(Role role) {
    return entries.stream().filter(one -> one.document().role() == role).toList();
  }
}
