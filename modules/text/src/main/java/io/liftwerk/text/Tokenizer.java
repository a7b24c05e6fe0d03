package io.liftwerk.text;

/** Cuts a text into the pieces a model knows. */
interface Tokenizer {

  /** Numbers of the pieces of {@code text}, at most {@code most}, without the signs around them. */
  int[] pieces(String text, int most);
}
