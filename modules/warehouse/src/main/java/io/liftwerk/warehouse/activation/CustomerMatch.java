package io.liftwerk.warehouse.activation;

import io.liftwerk.workspace.WorkbenchException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as each platform wants them and hashes them by SHA-256. Sources of the rules: Meta,
 * <i>Customer information parameters</i>; Google Ads API, <i>Customer Match</i> and <i>Enhanced
 * conversions</i>; TikTok, <i>Advanced matching</i>; Snap, <i>Conversions API parameters</i>; UID2,
 * <i>Normalization and encoding</i>.
 *
 * <table>
 * <caption>What is done before hashing</caption>
 * <tr><td>Meta</td><td>e-mail in lower case, its dots kept; phone as digits with the country's code,
 * without {@code +}; names, city and state without punctuation; postal code without blanks and
 * hyphens, of US codes the first five digits; date of birth as YYYYMMDD; gender f or m; country as
 * two letters in lower case
 * <tr><td>Google</td><td>e-mail in lower case, at gmail.com and googlemail.com without dots and
 * {@code +suffix}; phone as E.164 with {@code +}; names and street in lower case; country and postal
 * code are not hashed
 * <tr><td>TikTok</td><td>e-mail in lower case without blanks; phone as E.164 with {@code +}; device
 * ids in lower case
 * <tr><td>Snap</td><td>e-mail in lower case; phone as digits without {@code +} and {@code 00}
 * <tr><td>UID2</td><td>e-mail as Google does, but at gmail.com only; phone as E.164 with {@code +};
 * the hash in base64
 * </table>
 */
public final class CustomerMatch {
  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

  private CustomerMatch() {}

  /**
   * A value for a platform.
   *
   * @param region two letters of the country whose phone numbers need no country code, and to which
   *     a postal code belongs; null when it is not known, and a number without {@code +} then
   *     begins with its country's code
   * @return empty when the platform does not match by {@code field}, or {@code value} is none
   * @throws WorkbenchException code {@code already-hashed} when {@code value} looks like a SHA-256
   */
  public static Optional<MatchKey> key(
      Platform platform, MatchField field, String value, @Nullable String region) {
    if (HASH.matcher(value.strip()).matches()) {
      throw new WorkbenchException(
          "already-hashed",
          "A value to be hashed for a platform is a hash already.",
          "Hand over the original values; a hash of a hash matches nobody.");
    }
    return plain(platform, field, value, region)
        .filter(plain -> !plain.isEmpty())
        .map(plain -> key(platform, field, plain));
  }

  private static MatchKey key(Platform platform, MatchField field, String plain) {
    boolean open =
        platform == Platform.GOOGLE && (field == MatchField.COUNTRY || field == MatchField.ZIP);
    if (open) {
      return new MatchKey(plain, plain, false);
    }
    byte[] hash = sha256(plain);
    String upload =
        platform == Platform.UID2
            ? Base64.getEncoder().encodeToString(hash)
            : HexFormat.of().formatHex(hash);
    return new MatchKey(plain, upload, true);
  }

  private static Optional<String> plain(
      Platform platform, MatchField field, String value, @Nullable String region) {
    return switch (platform) {
      case META -> meta(field, value, region);
      case GOOGLE -> google(field, value, region);
      case TIKTOK ->
          switch (field) {
            case EMAIL -> Spelling.email(value);
            case PHONE -> Phones.e164(value, region);
            case DEVICE_ID -> Optional.of(Spelling.lower(value));
            default -> Optional.empty();
          };
      case SNAP ->
          switch (field) {
            case EMAIL -> Spelling.email(value);
            case PHONE -> Phones.digits(value, region);
            case DEVICE_ID -> Optional.of(Spelling.lower(value));
            default -> Optional.empty();
          };
      case UID2 ->
          switch (field) {
            case EMAIL -> Spelling.email(value).map(email -> Spelling.mailbox(email, "gmail.com"));
            case PHONE -> Phones.e164(value, region);
            default -> Optional.empty();
          };
    };
  }

  private static Optional<String> meta(MatchField field, String value, @Nullable String region) {
    return switch (field) {
      case EMAIL -> Spelling.email(value);
      case PHONE -> Phones.digits(value, region);
      case FIRST_NAME, LAST_NAME -> Optional.of(Spelling.withoutPunctuation(value));
      case CITY, STATE -> Optional.of(Spelling.withoutBlanks(Spelling.withoutPunctuation(value)));
      case ZIP -> Optional.of(Spelling.zip(value, region));
      case COUNTRY -> Spelling.country(value);
      case BIRTH_DATE -> Spelling.birthDate(value);
      case GENDER -> Spelling.gender(value);
      case DEVICE_ID -> Optional.of(Spelling.lower(value));
      case STREET -> Optional.empty();
    };
  }

  private static Optional<String> google(MatchField field, String value, @Nullable String region) {
    return switch (field) {
      case EMAIL ->
          Spelling.email(value)
              .map(email -> Spelling.mailbox(email, "gmail.com", "googlemail.com"));
      case PHONE -> Phones.e164(value, region);
      case FIRST_NAME, LAST_NAME, STREET -> Optional.of(Spelling.lower(value));
      case ZIP -> Optional.of(Spelling.bare(value));
      case COUNTRY -> Spelling.country(value).map(Spelling::upper);
      case CITY, STATE, BIRTH_DATE, GENDER, DEVICE_ID -> Optional.empty();
    };
  }

  private static byte[] sha256(String plain) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
