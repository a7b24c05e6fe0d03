package io.liftwerk.text.identifiers;

import io.liftwerk.text.IdentifierKind;
import io.liftwerk.text.lookup.ResourceLists;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Web addresses with their scheme, and bare domains of an ending that only domains have. */
final class WebAddresses implements Finder {
  private static final Set<String> ENDINGS = new HashSet<>();

  static {
    ResourceLists.read("identifiers/tlds.txt", (section, ending) -> ENDINGS.add(ending));
  }

  @Override
  public void find(Scan scan, Candidates found) {
    if (!found.wants(IdentifierKind.URL) || scan.text.indexOf('.') < 0) {
      return;
    }
    String text = scan.text;
    int done = 0;
    for (int i = 0; i < scan.count(); i++) {
      int end = scan.end(i);
      if (scan.start(i) < done || end + 1 >= text.length()) {
        continue;
      }
      char next = text.charAt(end);
      if (next == ':' && text.startsWith("://", end) && scan.isOne(i, "http", "https", "ftp")) {
        done = withScheme(text, scan.start(i), end + 3, found);
      } else if ((next == '.' || next == '-') && Character.isLetterOrDigit(text.charAt(end + 1))) {
        done = bare(text, scan.start(i), found);
      }
    }
  }

  private static int withScheme(String text, int start, int host, Candidates found) {
    int end = trimmed(text, host, pathEnd(text, host));
    int hostEnd = host;
    while (hostEnd < end && "/?#:".indexOf(text.charAt(hostEnd)) < 0) {
      hostEnd++;
    }
    int at = text.lastIndexOf('@', hostEnd);
    int from = at > host ? at + 1 : host;
    int dot = text.lastIndexOf('.', hostEnd - 1);
    boolean named = dot > from && hostEnd - dot > 2 && Character.isLetter(text.charAt(dot + 1));
    boolean address = dot > from && Character.isDigit(text.charAt(hostEnd - 1));
    if (named || address) {
      add(text, start, end, address ? 0.55 : 0.7, found);
    }
    return Math.max(end, host);
  }

  private static int bare(String text, int start, Candidates found) {
    if (start > 0 && "@./-_\\=&$".indexOf(text.charAt(start - 1)) >= 0) {
      return 0;
    }
    int end = start;
    int dot = -1;
    while (end < text.length() && isHost(text.charAt(end))) {
      dot =
          text.charAt(end) == '.' && end + 1 < text.length() && isHost(text.charAt(end + 1))
              ? end
              : dot;
      end++;
    }
    while (end > start && ".-".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    if (dot <= start
        || dot >= end - 2
        || (end < text.length() && "@_".indexOf(text.charAt(end)) >= 0)) {
      return 0;
    }
    String ending = text.substring(dot + 1, end);
    boolean even =
        ending.equals(ending.toLowerCase(Locale.ROOT))
            || text.substring(start, end)
                .equals(text.substring(start, end).toUpperCase(Locale.ROOT));
    if (!even
        || !ENDINGS.contains(ending.toLowerCase(Locale.ROOT))
        || !hasLabel(text, start, dot)) {
      return end;
    }
    boolean path = end < text.length() && "/?#:".indexOf(text.charAt(end)) >= 0;
    int last = path ? trimmed(text, end, pathEnd(text, end)) : end;
    add(text, start, last, text.regionMatches(true, start, "www.", 0, 4) ? 0.65 : 0.55, found);
    return last;
  }

  /** A name of at least two letters or digits before the ending, other than an abbreviation. */
  private static boolean hasLabel(String text, int start, int dot) {
    int from = text.lastIndexOf('.', dot - 1) + 1;
    int label = dot - Math.max(from, start);
    return label >= 2
        && !text.substring(start, dot).chars().allMatch(c -> c == '.' || Character.isDigit(c));
  }

  private static int pathEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isUrl(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isUrl(char c) {
    return c > ' ' && c != '\u00A0' && "\"<>|^`{}„“”«»‚‘".indexOf(c) < 0;
  }

  private static int trimmed(String text, int from, int to) {
    int end = to;
    while (end > from) {
      char c = text.charAt(end - 1);
      boolean open = c == ')' && text.substring(from, end).indexOf('(') >= 0;
      if (open || ".,;:!?'*)]’\\".indexOf(c) < 0) {
        break;
      }
      end--;
    }
    return end;
  }

  private static boolean isHost(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-';
  }

  private static void add(String text, int start, int end, double confidence, Candidates found) {
    String value = text.substring(start, end);
    String lower = value.toLowerCase(Locale.ROOT);
    int scheme = lower.indexOf("://");
    String bare = scheme < 0 ? lower : lower.substring(scheme + 3);
    String host = bare.startsWith("www.") ? bare.substring(4) : bare;
    String whole = host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
    found.add(IdentifierKind.URL, start, end, whole, confidence);
  }
}
