package io.liftwerk.ingest;

import io.liftwerk.ingest.recipe.ColumnName;
import io.liftwerk.ingest.recipe.Recipe;
import io.liftwerk.ingest.recipe.RecipeBook;
import io.liftwerk.ingest.recipe.RecipeColumn;
import io.liftwerk.ingest.recipe.Role;
import io.liftwerk.workspace.Identifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What columns of identifiers are called, by all recipes together: so they are known in a file too
 * for which there is no recipe. A name that means something else in another export tells nothing.
 */
final class PersonalNames {
  /** Too short to tell a person from a thing. */
  private static final Set<String> OPEN = Set.of("name", "contact", "kontakt", "mail");

  private static final Map<String, Identifier> MORE =
      Map.ofEntries(
          Map.entry("full_name", Identifier.NAME),
          Map.entry("fullname", Identifier.NAME),
          Map.entry("givenname", Identifier.NAME),
          Map.entry("given_name", Identifier.NAME),
          Map.entry("familyname", Identifier.NAME),
          Map.entry("family_name", Identifier.NAME),
          Map.entry("kundenname", Identifier.NAME),
          Map.entry("emailaddress", Identifier.EMAIL),
          Map.entry("email_address", Identifier.EMAIL),
          Map.entry("phonenumber", Identifier.PHONE),
          Map.entry("phone_number", Identifier.PHONE),
          Map.entry("mobilnummer", Identifier.PHONE),
          Map.entry("handynummer", Identifier.PHONE),
          Map.entry("ip_address", Identifier.IP),
          Map.entry("ipaddress", Identifier.IP),
          Map.entry("iban", Identifier.IBAN));

  private final Map<String, Identifier> kinds = new HashMap<>(MORE);

  PersonalNames(RecipeBook book) {
    Set<String> open = new HashSet<>(OPEN);
    for (Recipe recipe : book.all()) {
      for (RecipeColumn column : recipe.columns().values()) {
        Identifier kind = kind(column.role());
        for (ColumnName name : column.names()) {
          if (name.pattern() == null) {
            Identifier before = kind == null ? null : kinds.putIfAbsent(name.text(), kind);
            if (kind == null || (before != null && before != kind)) {
              open.add(name.text());
            }
          }
        }
      }
    }
    kinds.keySet().removeAll(open);
  }

  /** The kind of identifier that a column or a key of this name holds, null when it tells none. */
  @Nullable Identifier kind(String name) {
    return kinds.get(ColumnName.fold(name));
  }

  /** The kind of identifier that {@code role} means. */
  static @Nullable Identifier kind(@Nullable Role role) {
    return switch (role) {
      case EMAIL -> Identifier.EMAIL;
      case PHONE -> Identifier.PHONE;
      case PERSON_NAME -> Identifier.NAME;
      case ADDRESS -> Identifier.ADDRESS;
      case IP -> Identifier.IP;
      case null, default -> null;
    };
  }
}
