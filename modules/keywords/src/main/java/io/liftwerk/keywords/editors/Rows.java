package io.liftwerk.keywords.editors;

import java.util.List;

/** A format's rows for an account's changes, and those that take them back. */
interface Rows {
  /** Before anything else, the file's own marks: byte order mark, header, version. */
  String head();

  /** The rows that make the changes, each after those it depends on. */
  List<List<String>> export(Changes changes);

  /** The rows that take them back, each before those it depends on. */
  List<List<String>> undo(Changes changes);
}
