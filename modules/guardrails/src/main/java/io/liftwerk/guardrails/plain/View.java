package io.liftwerk.guardrails.plain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text as a reader or a program would take it, whose every character knows its place in the
 * original. Places are counted as {@code String} counts them.
 */
public final class View {
  private final String text;
  private final int @Nullable [] from;
  private final int @Nullable [] to;
  private final int offset;

  private View(String text, int offset, int @Nullable [] from, int @Nullable [] to) {
    this.text = text;
    this.offset = offset;
    this.from = from;
    this.to = to;
  }

  /** A text each of whose characters stands {@code offset} further on in the original. */
  static View shifted(String text, int offset) {
    return new View(text, offset, null, null);
  }

  public String text() {
    return text;
  }

  /** Where the character at {@code index} begins in the original. */
  public int start(int index) {
    return from == null ? index + offset : from[index];
  }

  /** Before which place of the original the character before {@code index} ends. */
  public int end(int index) {
    return to == null ? index + offset : to[index - 1];
  }

  /** Puts a view together from single characters. */
  static final class Builder {
    private final StringBuilder text;
    private int[] from;
    private int[] to;

    Builder(int capacity) {
      text = new StringBuilder(capacity);
      from = new int[Math.max(16, capacity)];
      to = new int[Math.max(16, capacity)];
    }

    /** One more character, which stands for the original's from {@code start} to {@code end}. */
    void add(char c, int start, int end) {
      int at = text.length();
      if (at == from.length) {
        from = Arrays.copyOf(from, at * 2);
        to = Arrays.copyOf(to, at * 2);
      }
      text.append(c);
      from[at] = start;
      to[at] = end;
    }

    void add(CharSequence characters, int start, int end) {
      for (int i = 0; i < characters.length(); i++) {
        add(characters.charAt(i), start, end);
      }
    }

    /** A space where there is none before. */
    void gap(int at) {
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
        add(' ', at, at);
      }
    }

    int length() {
      return text.length();
    }

    boolean isEmpty() {
      return text.isEmpty();
    }

    View view() {
      return new View(text.toString(), 0, from, to);
    }
  }
}
