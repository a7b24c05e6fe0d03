package io.liftwerk.ingest;

/** Text, as the file writes it. */
record TextReading() implements Reading {

  @Override
  public ColumnType type() {
    return ColumnType.TEXT;
  }

  @Override
  public String format() {
    return "";
  }

  @Override
  public boolean accepts(String value) {
    return true;
  }

  @Override
  public String fitsSql(String column) {
    return "true";
  }

  @Override
  public String valueSql(String column) {
    return column;
  }

  @Override
  public String words() {
    return "text";
  }
}
