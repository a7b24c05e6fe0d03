package io.liftwerk.warehouse.staging;

/** Values inside columns that hold JSON. */
final class Json {
  private Json() {}

  /** The text at {@code path}, null where there is none or the cell holds no JSON. */
  static String text(Field field, String path) {
    return "nullif(json_extract_string(try_cast(" + field.sql() + " as json), '" + path + "'), '')";
  }
}
