package io.liftwerk.guardrails.structure;

/**
 * A text that may be looked at only so often: an expression that goes back and forth over it
 * without end is stopped, whatever it is.
 */
final class BoundedText implements CharSequence {
  /** Looks at characters, about a second's. */
  static final int STEPS = 20_000_000;

  private final CharSequence text;
  private final int[] left;

  BoundedText(CharSequence text) {
    this(text, new int[] {STEPS});
  }

  private BoundedText(CharSequence text, int[] left) {
    this.text = text;
    this.left = left;
  }

  /** The steps are used up. */
  static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooMany() {
      super(null, null, false, false);
    }
  }

  @Override
  public char charAt(int index) {
    if (--left[0] < 0) {
      throw new TooMany();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new BoundedText(text.subSequence(start, end), left);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
