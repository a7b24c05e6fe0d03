package io.liftwerk.guardrails.links;

import io.liftwerk.guardrails.Decision;
import io.liftwerk.guardrails.GuardPolicy.UrlPolicy;
import io.liftwerk.guardrails.plain.Hit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds addresses in Markdown, HTML and plain text that do not come from a source. */
public final class LinkRail {

  /** An address with its scheme, one that begins with www., or one that leaves the scheme out. */
  private static final String ADDRESS =
      "(?:[a-zA-Z][a-zA-Z0-9+.-]{1,19}://|www\\.|//(?=[\\w-]{1,63}\\.))[^\\s<>\"'`\\\\^{}|\\])]{1,2000}";

  private static final Pattern MARKDOWN =
      Pattern.compile(
          "(!?)\\[([^\\[\\]\\n]{0,500})\\]\\(\\s{0,5}<?([^\\s)>]{1,2000})>?[^)\\n]{0,200}\\)");
  private static final Pattern TAG = Pattern.compile("<(\\w{1,20})\\b[^<>]{1,8000}");
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "(?<![\\w-])(src|href|action|formaction|poster|srcset|data|background)\\s{0,5}=\\s{0,5}"
              + "(?:\"([^\"]{1,4000})\"|'([^']{1,4000})'|([^\\s>\"']{1,4000}))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PLAIN = Pattern.compile("(?<![\\w/:.@-])" + ADDRESS);
  private static final Pattern REFERENCE =
      Pattern.compile("(?m)^ {0,3}\\[[^\\]\\n]{1,200}\\]:\\s{1,5}<?([^\\s>]{1,2000})>?");

  /** Schemes that run code or hold it, however they are spaced or escaped. */
  private static final Pattern CODE =
      Pattern.compile(
          "(?i)(?:j\\s*a\\s*v\\s*a|v\\s*b)\\s*s\\s*c\\s*r\\s*i\\s*p\\s*t\\s*:|^\\s*(?:data|blob|file)\\s*:|(?<![\\w-])data:(?:text|image|application)/");

  private final UrlPolicy policy;

  public LinkRail(UrlPolicy policy) {
    this.policy = policy;
  }

  /**
   * @param sources the addresses that sources have
   */
  public List<Hit> find(String text, Set<String> sources) {
    var allowed = new HashSet<String>();
    sources.forEach(source -> allowed.add(Address.normal(source)));
    var found = new Found(text, allowed);
    found.markdown();
    found.attributes();
    found.references();
    found.code();
    found.plain();
    return found.hits;
  }

  private final class Found {
    private final String text;
    private final Set<String> allowed;
    private final List<Hit> hits = new ArrayList<>();
    private final boolean[] taken;

    Found(String text, Set<String> allowed) {
      this.text = text;
      this.allowed = allowed;
      this.taken = new boolean[text.length() + 1];
    }

    void markdown() {
      if (!text.contains("](")) {
        return;
      }
      Matcher link = MARKDOWN.matcher(text);
      while (link.find()) {
        boolean image = !link.group(1).isEmpty();
        judge(
            link.group(3),
            link.start(3),
            link.end(3),
            image,
            link.start(),
            link.end(),
            image ? "" : link.group(2));
      }
    }

    void attributes() {
      if (text.indexOf('<') < 0) {
        return;
      }
      Matcher tag = TAG.matcher(text);
      while (tag.find()) {
        Matcher attribute = ATTRIBUTE.matcher(text).region(tag.start(), tag.end());
        while (attribute.find()) {
          int group = attribute.group(2) != null ? 2 : attribute.group(3) != null ? 3 : 4;
          boolean loads =
              !attribute.group(1).equalsIgnoreCase("href") || tag.group(1).equalsIgnoreCase("link");
          int start = attribute.start(group);
          int end = attribute.end(group);
          judge(attribute.group(group), start, end, loads, start, end, "#");
        }
      }
    }

    void references() {
      if (!text.contains("]:")) {
        return;
      }
      Matcher reference = REFERENCE.matcher(text);
      while (reference.find()) {
        judge(
            reference.group(1),
            reference.start(1),
            reference.end(1),
            false,
            reference.start(),
            reference.end(),
            "");
      }
    }

    /** Code without a link around it, which some editors make one of. */
    void code() {
      if (text.indexOf(':') < 0) {
        return;
      }
      Matcher code = CODE.matcher(text);
      while (code.find()) {
        if (!taken[code.start()]) {
          int end = code.end();
          while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
          }
          code(code.start(), end);
        }
      }
    }

    void plain() {
      if (!text.contains("//") && !text.contains("www.")) {
        return;
      }
      Matcher plain = PLAIN.matcher(text);
      while (plain.find()) {
        int end = plain.end();
        while (end > plain.start() + 1 && ".,;:!?*_".indexOf(text.charAt(end - 1)) >= 0) {
          end--;
        }
        if (!taken[plain.start()]) {
          judge(
              text.substring(plain.start(), end),
              plain.start(),
              end,
              false,
              plain.start(),
              end,
              "");
        }
      }
    }

    /**
     * @param loads whether a reader's program fetches it unasked
     */
    private void judge(
        String url, int start, int end, boolean loads, int cutFrom, int cutTo, String instead) {
      for (int i = cutFrom; i < cutTo; i++) {
        taken[i] = true;
      }
      if (CODE.matcher(Address.unescaped(url)).find()) {
        code(start, end);
        return;
      }
      if (!Address.isElsewhere(url)) {
        return;
      }
      String normal = Address.normal(url);
      if (allowed.contains(normal) || hostAllowed(Address.host(normal))) {
        return;
      }
      if (loads) {
        hits.add(
            Hit.of(
                "exfiltration",
                start,
                end,
                "It fetches something from an address that no source has, which can carry data"
                    + " away.",
                Decision.BLOCK));
        return;
      }
      hits.add(
          new Hit(
              "unknown",
              start,
              end,
              "No source has this address.",
              policy.decision(),
              cutFrom,
              cutTo,
              instead));
    }

    private void code(int start, int end) {
      hits.add(
          Hit.of("code", start, end, "It is an address that runs or holds code.", Decision.BLOCK));
    }

    private boolean hostAllowed(String host) {
      return policy.hosts().stream()
          .anyMatch(allowedHost -> host.equals(allowedHost) || host.endsWith("." + allowedHost));
    }
  }
}
