package io.liftwerk.warehouse;

import org.jspecify.annotations.Nullable;

/**
 * A change to {@code consent.yml}: either the basis of a source, or one setting.
 *
 * @param source name of a table in bronze, else null
 * @param basis {@code consent}, {@code other} or {@code none}, else null
 * @param note names another legal basis; may be empty
 * @param key of a setting, as {@link ConsentSettings} lists them, else null
 * @param value of the setting, else null; lists with commas; empty for none
 */
public record ConsentSettingsRequest(
    @Nullable String source,
    @Nullable String basis,
    String note,
    @Nullable String key,
    @Nullable String value) {

  /** States on what the personal data of {@code source} rests. */
  public static ConsentSettingsRequest basis(String source, String basis, String note) {
    return new ConsentSettingsRequest(source, basis, note, null, null);
  }

  /** Sets {@code key} to {@code value}. */
  public static ConsentSettingsRequest set(String key, String value) {
    return new ConsentSettingsRequest(null, null, "", key, value);
  }
}
