package io.liftwerk.report;

import java.awt.Color;
import java.awt.Font;

/**
 * Colours and fonts of every chart. Series take Okabe and Ito's colours, which stay apart for
 * colour-blind readers; the dark theme takes the lighter ones among them.
 */
public enum ChartTheme {
  LIGHT(0xFFFFFF, 0x1F2328, 0x59636E, 0xE4E7EB, 0x0072B2, 0xD55E00, 0x009E73, 0xC46A9C),
  DARK(0x161B22, 0xE6EDF3, 0x9198A1, 0x2A313A, 0x56B4E9, 0xE69F00, 0x2BC48A, 0xCC79A7);

  private static final Color QUIET_LIGHT = new Color(0x8C9299);
  private static final Color QUIET_DARK = new Color(0x6A727C);

  private final Color background;
  private final Color text;
  private final Color muted;
  private final Color grid;
  private final Color first;
  private final Color second;
  private final Color third;
  private final Color fourth;

  ChartTheme(
      int background, int text, int muted, int grid, int first, int second, int third, int fourth) {
    this.background = new Color(background);
    this.text = new Color(text);
    this.muted = new Color(muted);
    this.grid = new Color(grid);
    this.first = new Color(first);
    this.second = new Color(second);
    this.third = new Color(third);
    this.fourth = new Color(fourth);
  }

  public Color background() {
    return background;
  }

  public Color text() {
    return text;
  }

  /** Axis labels, subtitles, baselines. */
  public Color muted() {
    return muted;
  }

  /** Lies between a word and the curves it stands on, so that it can be read. */
  Color veil() {
    return new Color(background.getRed(), background.getGreen(), background.getBlue(), 205);
  }

  public Color grid() {
    return grid;
  }

  Color of(Layer.Tone tone) {
    return switch (tone) {
      case FIRST -> first;
      case SECOND -> second;
      case THIRD -> third;
      case FOURTH -> fourth;
      // as pale as the background lets an area be that must stand out from it
      case QUIET -> this == DARK ? QUIET_DARK : QUIET_LIGHT;
    };
  }

  /** What can be read on {@code paint}: the darker or the lighter of the theme's two. */
  Color on(Color paint) {
    return contrast(background, paint) > contrast(text, paint) ? background : text;
  }

  /** Contrast as WCAG 2.2 defines it, 1 to 21. */
  static double contrast(Color one, Color other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  Font title() {
    return Fonts.medium(13f);
  }

  Font label() {
    return Fonts.regular(11f);
  }

  Font emphasis() {
    return Fonts.medium(11f);
  }
}
