package io.liftwerk.text;

/** How one vector is made of those of a text's pieces; a model's card says which. */
public enum Pooling {
  /** The first piece's, which stands for the whole: BGE and others of that school. */
  FIRST,
  /** The mean of all: E5, MiniLM and most models of sentences. */
  MEAN
}
