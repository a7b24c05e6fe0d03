package io.liftwerk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tokens are put together here, so that nobody's scanner takes this file for a leak. */
class SecretsTest {
  private static final String RANDOM = "aZ3kP9xQ7mB2vL5tR8wY1cN4sD6fG0hJqEuI";

  private static String found(String text) {
    return Secrets.find(text).stream()
        .map(secret -> secret.kind() + " " + text.substring(secret.start(), secret.end()))
        .collect(Collectors.joining("; "));
  }

  private static void only(SecretKind kind, String before, String secret, String after) {
    assertEquals(kind + " " + secret, found(before + secret + after));
  }

  @Test
  void keysOfServices() {
    only(SecretKind.AWS_KEY, "key ", "AKIA" + "IOSFODNN7EXAMPLE", ".");
    only(SecretKind.GITHUB_TOKEN, "git clone with ", "ghp_" + RANDOM, ", please");
    only(SecretKind.GITHUB_TOKEN, "", "github_pat_" + RANDOM, "");
    only(SecretKind.GITLAB_TOKEN, "(", "glpat-" + RANDOM.substring(0, 20), ")");
    only(SecretKind.SLACK_TOKEN, "Slack: ", "xoxb-" + "123456789012-" + RANDOM, "");
    only(SecretKind.STRIPE_KEY, "Stripe ", "sk_" + "live_" + RANDOM.substring(0, 24), "");
    only(SecretKind.GOOGLE_KEY, "maps?key=", "AIza" + RANDOM.substring(0, 35), "&v=3");
    only(SecretKind.TWILIO_KEY, "", "SK" + "0123456789abcdef0123456789abcdef", "");
    only(SecretKind.SENDGRID_KEY, "", "SG." + RANDOM.substring(0, 22) + "." + RANDOM, "");
    only(SecretKind.MODEL_KEY, "Der Schlüssel ", "sk-" + RANDOM, " gehört ins Tresorfach");
    only(SecretKind.MODEL_KEY, "", "sk-proj-" + RANDOM, "");
    only(SecretKind.SERVICE_TOKEN, "", "npm_" + RANDOM, "");
  }

  @Test
  void jsonWebTokens() {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String header = base64.encodeToString("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8));
    String claims = base64.encodeToString("{\"sub\":\"1234\"}".getBytes(StandardCharsets.UTF_8));
    only(SecretKind.JWT, "Cookie ", header + "." + claims + "." + RANDOM, " sent");
    assertEquals("", found("eyJhbGciOiJub" + ".eyJhbGciOiJub." + RANDOM.toLowerCase()));
  }

  @Test
  void privateKeys() {
    String block =
        "-----BEGIN " + "RSA PRIVATE KEY-----\nMIIEow\nIBAAK\n-----END RSA PRIVATE KEY-----";
    only(SecretKind.PRIVATE_KEY, "before\n", block, "\nafter");
    String torn = "-----BEGIN " + "OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk";
    only(SecretKind.PRIVATE_KEY, "", torn, "");
    assertEquals("", found("-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----"));
  }

  @Test
  void passwords() {
    only(SecretKind.URL_PASSWORD, "postgres://shop:", "g3h3im!", "@db.example.de/shop");
    only(SecretKind.PASSWORD, "password = ", "hunter22", "");
    only(SecretKind.PASSWORD, "DB_PASSWORD=", "kaffeepause", "\nDB_HOST=localhost");
    only(SecretKind.PASSWORD, "Passwort: ", "Sommer2024!", " (bitte nicht weitergeben)");
    only(SecretKind.PASSWORD, "\"pwd\": \"", "Ab3$efgh", "\"}");
    only(SecretKind.PASSWORD, "Das Passwort für den Shop ist ", "Wander#77", ".");
    only(SecretKind.PASSWORD, "The password is ", "tiger-1984", ", don't tell");
  }

  @Test
  void assignedSecrets() {
    only(SecretKind.ASSIGNED_SECRET, "client_secret: '", RANDOM, "'");
    only(SecretKind.ASSIGNED_SECRET, "API-Schlüssel: ", RANDOM.substring(0, 24), "");
    only(SecretKind.ASSIGNED_SECRET, "Authorization: Bearer ", RANDOM, "");
    only(SecretKind.ASSIGNED_SECRET, "AWS_SECRET_ACCESS_KEY=", RANDOM + "AbC1", "");
  }

  @Test
  void noAlarm() {
    for (String text :
        List.of(
            "https://shop.example.de/?gclid=EAIaIQobChMI8ZqY1Mv9gwMVhZKDBx0abcdeEAAYASAAEgK1BvD_BwE",
            "https://example.com/?fbclid=IwAR0aBcD3fGhIjKlMnOpQrStUvWxYz0123456789",
            "utm_source=newsletter&utm_medium=email&utm_campaign=sommer-2024",
            "commit 3f2a9c1d8e7b6a5f4c3d2e1f0a9b8c7d6e5f4a3b",
            "sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "id = 550e8400-e29b-41d4-a716-446655440000",
            "SKU: TR-4711-XL-ANTHRAZIT-2024, Artikelnummer 4006381333931",
            "Passwort vergessen? Dann hier klicken: https://example.de/reset",
            "Das Passwort ist zu kurz, es braucht mindestens acht Zeichen.",
            "Password: required",
            "password = ${DB_PASSWORD}",
            "max_tokens = 4096, token_count: 18273645546372819",
            "Keyword: wanderschuhe damen wasserdicht gore-tex",
            "sk-jacke-damen-wasserdicht-herbst-winter-kollektion",
            "The secret of good coffee: freshly roasted beans and patience",
            "next_page_token_id: CAUQAA",
            "https://example.com:8443/path@2x.png")) {
      assertEquals("", found(text), text);
    }
  }

  @Test
  void saysNothingOfWhatItFound() {
    String text = "password = hunter22";
    assertTrue(Secrets.find(text).stream().noneMatch(one -> one.toString().contains("hunter22")));
  }
}
