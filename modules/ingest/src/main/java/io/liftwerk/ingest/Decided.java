package io.liftwerk.ingest;

/**
 * A column with the way it is read.
 *
 * @param name unique in its table
 * @param reason one sentence for the user
 */
record Decided(String name, Reading reading, String reason) {
  ColumnDecision decision() {
    return new ColumnDecision(name, reading.type(), reading.format(), reason);
  }
}
