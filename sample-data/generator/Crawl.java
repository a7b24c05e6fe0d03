import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** A Screaming Frog crawl of the German site: a byte order mark, every cell in quotation marks. */
final class Crawl {
  private static final List<String> COLUMNS =
      Arrays.asList(
          ("Address,Content Type,Status Code,Status,Indexability,Indexability Status,Title 1,"
                  + "Title 1 Length,Title 1 Pixel Width,Meta Description 1,"
                  + "Meta Description 1 Length,Meta Description 1 Pixel Width,Meta Keywords 1,"
                  + "Meta Keywords 1 Length,H1-1,H1-1 Length,H2-1,H2-1 Length,H2-2,H2-2 Length,"
                  + "Meta Robots 1,X-Robots-Tag 1,Meta Refresh 1,Canonical Link Element 1,"
                  + "rel=\"next\" 1,rel=\"prev\" 1,HTTP rel=\"next\" 1,HTTP rel=\"prev\" 1,"
                  + "amphtml Link Element,Size (Bytes),Transferred (Bytes),"
                  + "Total Transferred (Bytes),CO2 (mg),Carbon Rating,Word Count,Sentence Count,"
                  + "Average Words Per Sentence,Flesch Reading Ease Score,Readability,Text Ratio,"
                  + "Crawl Depth,Folder Depth,Link Score,Inlinks,Unique Inlinks,"
                  + "Unique JS Inlinks,% of Total,Outlinks,Unique Outlinks,Unique JS Outlinks,"
                  + "External Outlinks,Unique External Outlinks,Unique External JS Outlinks,"
                  + "Closest Near Duplicate Match,No. Near Duplicates,Spelling Errors,"
                  + "Grammar Errors,Hash,Response Time,Last Modified,Redirect URL,Redirect Type,"
                  + "Cookies,Language,HTTP Version,Mobile Alternate Link,"
                  + "Closest Semantically Similar Address,Semantic Similarity Score,"
                  + "No. Semantically Similar,Semantic Relevance Score,URL Encoded Address,"
                  + "Crawl Timestamp")
              .split(","));

  private final Links links;
  private final Dice dice;
  private final int pages;

  private Crawl(World world) {
    this.links = new Links(world);
    this.dice = world.dice("crawl");
    this.pages = world.site().pages.size();
  }

  static byte[] internal(World world) {
    var crawl = new Crawl(world);
    var sheet = Sheet.quoting(',', "\n").row(COLUMNS);
    world.site().pages.forEach(page -> sheet.row(crawl.page(page)));
    sheet.row(crawl.other(Links.MOVED, "301", "Moved Permanently", Site.ROOT + "/schuhe/"));
    sheet.row(crawl.other(Links.GONE, "404", "Not Found", ""));
    return sheet.withMark(StandardCharsets.UTF_8);
  }

  static byte[] inlinks(World world) {
    var sheet =
        Sheet.quoting(',', "\n")
            .row(
                "Type",
                "Source",
                "Destination",
                "Size (Bytes)",
                "Alt Text",
                "Anchor",
                "Status Code",
                "Status",
                "Follow",
                "Target",
                "Rel",
                "Path Type",
                "Link Path",
                "Link Position",
                "Link Origin");
    for (Links.Link link : new Links(world).all) {
      boolean gone = link.to().equals(Links.GONE);
      boolean moved = link.to().equals(Links.MOVED);
      sheet.row(
          "Hyperlink",
          link.from().url(),
          Site.ROOT + link.to(),
          gone ? "1187" : moved ? "0" : Integer.toString(14_000 + 37 * link.to().length()),
          link.position().equals("Navigation") && link.to().equals("/") ? "Nordwand Logo" : "",
          link.anchor(),
          gone ? "404" : moved ? "301" : "200",
          gone ? "Not Found" : moved ? "Moved Permanently" : "OK",
          "true",
          "",
          "",
          "Root-Relative",
          link.path(),
          link.position(),
          "HTML");
    }
    return sheet.withMark(StandardCharsets.UTF_8);
  }

  private List<String> page(Site.Page page) {
    List<String> row = blank(page.path(), "200", "OK");
    int bytes = 14_000 + 37 * page.path().length();
    boolean legal = page.path().equals("/agb/") || page.path().equals("/datenschutz/");
    put(row, "Indexability", legal ? "Non-Indexable" : "Indexable");
    put(row, "Indexability Status", legal ? "noindex" : "");
    texts(row, "Title 1", page.title());
    put(row, "Title 1 Pixel Width", Integer.toString(page.title().length() * 9));
    texts(row, "Meta Description 1", page.description());
    put(row, "Meta Description 1 Pixel Width", Integer.toString(page.description().length() * 6));
    texts(row, "H1-1", page.heading());
    texts(row, "H2-1", page.kind() == Site.Kind.PRODUCT ? "Beschreibung" : "Auf einen Blick");
    texts(row, "H2-2", "");
    put(row, "Meta Keywords 1 Length", "0");
    put(row, "Meta Robots 1", legal ? "noindex,follow" : "index,follow");
    put(row, "Canonical Link Element 1", page.url());
    put(row, "Size (Bytes)", Integer.toString(bytes));
    put(row, "Transferred (Bytes)", Integer.toString(bytes / 4));
    put(row, "Total Transferred (Bytes)", Integer.toString(bytes * 9));
    put(row, "CO2 (mg)", Num.POINT.fixed(bytes / 4L, 3));
    put(row, "Carbon Rating", "A+");
    int sentences = Math.max(1, page.words() / 14);
    put(row, "Word Count", Integer.toString(page.words()));
    put(row, "Sentence Count", Integer.toString(sentences));
    put(row, "Average Words Per Sentence", Num.POINT.ratio(page.words(), sentences, 3));
    put(row, "Flesch Reading Ease Score", Num.POINT.fixed(dice.between(31_000, 68_000), 3));
    put(row, "Readability", dice.chance(.5) ? "Fairly Difficult" : "Standard");
    put(row, "Text Ratio", Num.POINT.ratio(600L * page.words(), bytes, 3));
    put(row, "Crawl Depth", Integer.toString(depth(page)));
    put(row, "Language", page.english() ? "en" : "de");
    put(row, "Last Modified", page.changed() + " 04:00:00");
    put(row, "Hash", dice.hex(16) + dice.hex(16));
    put(row, "Closest Semantically Similar Address", "");
    count(row, page.path());
    return row;
  }

  private static int depth(Site.Page page) {
    return switch (page.kind()) {
      case HOME -> 0;
      case PRODUCT -> 2;
      default -> 1;
    };
  }

  private List<String> other(String path, String code, String status, String target) {
    List<String> row = blank(path, code, status);
    put(row, "Indexability", "Non-Indexable");
    put(row, "Indexability Status", target.isEmpty() ? "Client Error" : "Redirected");
    put(row, "Redirect URL", target);
    put(row, "Redirect Type", target.isEmpty() ? "" : "HTTP Redirect");
    count(row, path);
    return row;
  }

  private List<String> blank(String path, String code, String status) {
    List<String> row = new ArrayList<>(Collections.nCopies(COLUMNS.size(), ""));
    put(row, "Address", Site.ROOT + path);
    put(row, "Content Type", "text/html; charset=UTF-8");
    put(row, "Status Code", code);
    put(row, "Status", status);
    put(row, "Folder Depth", Long.toString(path.chars().filter(c -> c == '/').count() - 1));
    put(row, "Response Time", Num.POINT.fixed(dice.between(38, 640), 3));
    put(row, "HTTP Version", "2");
    put(row, "URL Encoded Address", Site.ROOT + path);
    put(row, "Crawl Timestamp", "2026-09-30 21:1" + dice.between(0, 9) + ":44");
    return row;
  }

  private void count(List<String> row, String path) {
    var sources = new TreeSet<String>();
    var targets = new TreeSet<String>();
    int in = 0;
    int out = 0;
    for (Links.Link link : links.all) {
      if (link.to().equals(path)) {
        in++;
        sources.add(link.from().path());
      }
      if (link.from().path().equals(path)) {
        out++;
        targets.add(link.to());
      }
    }
    put(row, "Inlinks", Integer.toString(in));
    put(row, "Unique Inlinks", Integer.toString(sources.size()));
    put(row, "Unique JS Inlinks", "0");
    put(row, "% of Total", Num.POINT.percent(sources.size(), pages));
    put(row, "Outlinks", Integer.toString(out));
    put(row, "Unique Outlinks", Integer.toString(targets.size()));
    put(row, "Link Score", Integer.toString((int) Math.min(100, 3 + 97L * in / (2 * pages))));
    for (String none :
        List.of("Unique JS Outlinks", "External Outlinks", "Unique External Outlinks")) {
      put(row, none, "0");
    }
  }

  private static void texts(List<String> row, String column, String text) {
    put(row, column, text);
    put(row, column + " Length", Integer.toString(text.length()));
  }

  private static void put(List<String> row, String column, String value) {
    row.set(COLUMNS.indexOf(column), value);
  }
}
