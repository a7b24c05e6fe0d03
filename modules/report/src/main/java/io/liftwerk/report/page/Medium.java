package io.liftwerk.report.page;

import io.liftwerk.report.Figure;

/** How charts, the logo and the head of the document are put into the markup. */
interface Medium {
  /** What goes into the head besides the title. */
  void head(Markup markup);

  /**
   * @param number of the chart, counted from 0 through the whole report
   */
  void figure(Markup markup, Figure figure, int number);

  /** On which page the part {@code id} begins, for the contents; nothing where there are none. */
  void place(Markup markup, String id);

  void logo(Markup markup, Logo logo, String alternative);
}
