package io.liftwerk.briefs.cms;

import io.liftwerk.workspace.WorkbenchException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A user of a WordPress site and one of its application passwords. */
public final class Credentials {
  private final String basic;

  private Credentials(String basic) {
    this.basic = basic;
  }

  /**
   * @param secret {@code USER:APPLICATION PASSWORD}, as the vault keeps it
   * @throws WorkbenchException code {@code cms-credentials}
   */
  public static Credentials of(String secret) {
    String plain = secret.strip();
    int colon = plain.indexOf(':');
    if (colon < 1 || colon == plain.length() - 1 || plain.chars().anyMatch(c -> c < ' ')) {
      throw new WorkbenchException(
          "cms-credentials",
          "What the vault keeps for this site is not a user and an application password.",
          "Keep one line USER:PASSWORD, with the application password as WordPress showed it.");
    }
    String coded = Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    return new Credentials(String.join(" ", "Basic", coded));
  }

  /** Value of the header {@code Authorization} (RFC 7617). */
  String header() {
    return basic;
  }

  @Override
  public String toString() {
    return "Credentials";
  }
}
