package io.liftwerk.briefs.cms;

import java.util.List;

/** A piece of a text, from the top to the bottom. */
public sealed interface Block {

  /**
   * A heading.
   *
   * @param level 2 to 6: the title is the page's only heading of level 1
   */
  record Heading(int level, String text) implements Block {
    public Heading {
      if (level < 2 || level > 6) {
        throw new IllegalArgumentException("no level of a heading: " + level);
      }
      text = Wording.line(text);
    }
  }

  record Paragraph(List<Span> spans) implements Block {
    public Paragraph {
      spans = List.copyOf(spans);
    }
  }

  /** A list; every item is a line of spans. */
  record Listing(boolean ordered, List<List<Span>> items) implements Block {
    public Listing {
      items = items.stream().map(List::copyOf).toList();
    }
  }
}
