package io.liftwerk.briefs.cms;

import io.liftwerk.workspace.WorkbenchException;
import java.util.Locale;

/** The files a post can be written as. */
public enum CmsFormat {
  /** Markdown with YAML front matter and footnotes. */
  MARKDOWN("md"),
  /** WordPress eXtended RSS 1.2, what its importer reads. */
  WXR("xml"),
  /** What contentful-import reads. */
  CONTENTFUL("json");

  private final String ending;

  CmsFormat(String ending) {
    this.ending = ending;
  }

  /** Of the file's name, without the dot. */
  public String ending() {
    return ending;
  }

  /** As commands name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws WorkbenchException code {@code export-format}
   */
  public static CmsFormat of(String word) {
    for (CmsFormat format : values()) {
      if (format.word().equalsIgnoreCase(word)) {
        return format;
      }
    }
    throw new WorkbenchException(
        "export-format",
        "'%s' is no form that a draft can be written in.".formatted(word),
        "Take markdown, wxr, contentful or json.");
  }

  /**
   * Writes {@code post}.
   *
   * @throws WorkbenchException when the CMS cannot hold it
   */
  public CmsFile write(CmsPost post) {
    return switch (this) {
      case MARKDOWN -> new CmsFile(MarkdownWriter.write(post), CmsNotes.of(post));
      case WXR -> WxrWriter.write(post);
      case CONTENTFUL -> new CmsFile(ContentfulWriter.write(post), CmsNotes.of(post));
    };
  }
}
