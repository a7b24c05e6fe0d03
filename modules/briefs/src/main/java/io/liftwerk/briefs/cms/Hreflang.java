package io.liftwerk.briefs.cms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Google asks of {@code hreflang}: a language of ISO 639-1, perhaps a script of ISO 15924 and
 * a region of ISO 3166-1 alpha-2, joined by hyphens; {@code x-default} once; every page names
 * itself, and every page that it names leads back (developers.google.com, "Tell Google about
 * localized versions of your page"). Codes of areas such as {@code es-419} are not among them.
 */
public final class Hreflang {
  /** For whom no other version is. */
  public static final String DEFAULT = "x-default";

  private static final Pattern CODE =
      Pattern.compile("([a-z]{2})(?:-([a-z]{4}))?(?:-([a-z]{2}))?", Pattern.CASE_INSENSITIVE);
  private static final Set<String> LANGUAGES = Set.copyOf(Arrays.asList(Locale.getISOLanguages()));
  private static final Set<String> REGIONS = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

  private Hreflang() {}

  /** Another version of a page. */
  public record Alternate(String code, String url) {}

  /**
   * A page and the versions it names.
   *
   * @param url absolute
   */
  public record Page(String url, List<Alternate> alternates) {
    public Page {
      alternates = List.copyOf(alternates);
    }
  }

  /** What is wrong with {@code code}, in one sentence; null when nothing is. */
  public static @Nullable String fault(String code) {
    if (code.equalsIgnoreCase(DEFAULT)) {
      return null;
    }
    if (code.contains("_")) {
      return "'%s' is no hreflang code: its parts are joined by a hyphen, as in de-AT."
          .formatted(code);
    }
    Matcher parts = CODE.matcher(code);
    if (!parts.matches()) {
      return "'%s' is no hreflang code: it is a language, perhaps a script and a region, as in zh-Hant-TW."
          .formatted(code);
    }
    String language = parts.group(1);
    if (!LANGUAGES.contains(language.toLowerCase(Locale.ROOT))) {
      return "'%s' is no hreflang code: '%s' is no language of ISO 639-1."
          .formatted(code, language);
    }
    String region = parts.group(3);
    if (region == null || REGIONS.contains(region.toUpperCase(Locale.ROOT))) {
      return null;
    }
    return region.equalsIgnoreCase("UK")
        ? "'%s' is no hreflang code: the United Kingdom is GB, as in en-GB.".formatted(code)
        : "'%s' is no hreflang code: '%s' is no region of ISO 3166-1.".formatted(code, region);
  }

  /**
   * What is wrong with the versions that a text in {@code language} names; empty for none named.
   */
  static List<String> faults(String language, Map<String, String> versions) {
    var faults = new ArrayList<String>();
    if (versions.isEmpty()) {
      return faults;
    }
    List<Alternate> alternates =
        versions.entrySet().stream()
            .map(version -> new Alternate(version.getKey(), version.getValue()))
            .toList();
    codes("The draft", alternates, faults);
    if (versions.keySet().stream().noneMatch(language::equalsIgnoreCase)) {
      faults.add(
          "The draft does not name itself: its language '%s' is not among its versions."
              .formatted(language));
    }
    return faults;
  }

  /** What is wrong with {@code pages} taken together, a sentence for each fault. */
  public static List<String> faults(List<Page> pages) {
    var faults = new ArrayList<String>();
    Map<String, Set<String>> named = new HashMap<>();
    for (Page page : pages) {
      Set<String> urls = named.computeIfAbsent(page.url(), url -> new HashSet<>());
      page.alternates().forEach(alternate -> urls.add(alternate.url()));
    }
    for (Page page : pages) {
      codes(page.url(), page.alternates(), faults);
      if (page.alternates().stream().noneMatch(other -> other.url().equals(page.url()))) {
        faults.add("%s does not name itself among its versions.".formatted(page.url()));
      }
      for (String other : page.alternates().stream().map(Alternate::url).distinct().toList()) {
        Set<String> back = named.get(other);
        if (back == null) {
          faults.add(
              "%s names %s, which was not looked at: whether it leads back is not known."
                  .formatted(page.url(), other));
        } else if (!back.contains(page.url())) {
          faults.add("%s does not lead back to %s.".formatted(other, page.url()));
        }
      }
    }
    return List.copyOf(faults);
  }

  private static void codes(String whose, List<Alternate> alternates, List<String> faults) {
    var seen = new HashSet<String>();
    for (Alternate alternate : alternates) {
      String fault = fault(alternate.code());
      if (fault != null) {
        faults.add(fault);
      }
      if (!seen.add(alternate.code().toLowerCase(Locale.ROOT))) {
        faults.add("%s names '%s' twice.".formatted(whose, alternate.code()));
      }
      if (!alternate.url().matches("(?i)https?://[^/\\s]+.*")) {
        faults.add(
            "The address of '%s' has to be a whole one with https://, and is '%s'."
                .formatted(alternate.code(), alternate.url()));
      }
    }
  }
}
