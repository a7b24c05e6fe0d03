package io.liftwerk.ingest;

import io.liftwerk.text.PersonalData;
import io.liftwerk.text.PersonalKind;
import io.liftwerk.text.Span;
import io.liftwerk.workspace.Identifier;
import io.liftwerk.workspace.Pseudonyms;
import io.liftwerk.workspace.Vault;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Records that fitted no table and went under lock as a whole, so that their pseudonyms do not tell
 * whom they name. They are opened, in small batches that the audit trail notes, and searched.
 */
final class LockedRecords {
  private static final int AT_ONCE = 10_000;
  private static final PersonalData FINDER =
      PersonalData.standard().only(Set.of(PersonalKind.EMAIL, PersonalKind.PHONE));

  private final Session session;
  private final Vault vault;
  private final Set<String> wanted;
  private final List<Pattern> words;

  /**
   * @param wanted pseudonyms of e-mail addresses and telephone numbers
   * @param ids of which those count that can hardly be anybody else's
   */
  LockedRecords(Session session, Collection<String> wanted, List<PersonIds.Id> ids) {
    this.session = session;
    this.vault = session.context().workspace().vault();
    this.wanted = new HashSet<>(wanted);
    this.words =
        ids.stream()
            .filter(PersonIds.Id::apart)
            .map(id -> Pattern.quote(id.value()))
            .map(id -> Pattern.compile("(?<![A-Za-z0-9])" + id + "(?![A-Za-z0-9])"))
            .toList();
  }

  /** Pseudonyms of the records that name one of them. */
  List<String> naming() throws Exception {
    var locked = new HashSet<String>();
    for (WarehouseTables.Stored table : WarehouseTables.of(session)) {
      if (table.isRejects()) {
        session
            .query(
                "SELECT DISTINCT unnest(regexp_extract_all(line, 'id_[a-z2-7]{26}')) FROM "
                    + table.sql())
            .forEach(row -> locked.add(String.valueOf(row[0])));
      }
    }
    var naming = new ArrayList<String>();
    List<String> all = locked.stream().sorted().toList();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      session.context().checkCancelled();
      search(all.subList(from, Math.min(all.size(), from + AT_ONCE)), naming);
    }
    return naming;
  }

  private void search(List<String> some, List<String> naming) throws SQLException {
    Pseudonyms pseudonyms = vault.pseudonyms();
    vault
        .reveal("erase-records", some)
        .forEach(
            (pseudonym, record) -> {
              if (names(pseudonyms, record)) {
                naming.add(pseudonym);
              }
            });
  }

  private boolean names(Pseudonyms pseudonyms, String record) {
    for (Span span : FINDER.find(record)) {
      Identifier kind = Pseudonymiser.identifier(span.kind());
      if (wanted.contains(pseudonyms.of(kind, span.value()))) {
        return true;
      }
    }
    return words.stream().anyMatch(word -> word.matcher(record).find());
  }
}
