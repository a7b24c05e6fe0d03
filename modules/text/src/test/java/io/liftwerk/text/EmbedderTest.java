package io.liftwerk.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbedderTest {
  private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
  private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
    }
    return dot;
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(EmbedderTest.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }

  @Test
  void whatMeansTheLikeIsNear() {
    Embedder embedder = Embedder.english();
    float[] query = embedder.embed("How do I wash a rain jacket?");
    double near = cosine(query, embedder.embed("Cleaning instructions for waterproof coats"));
    double far = cosine(query, embedder.embed("The invoice is due within fourteen days"));

    assertEquals(384, embedder.dimensions());
    assertEquals(1, cosine(query, query), 1e-6);
    assertTrue(near > far + 0.15, near + " against " + far);
    assertEquals(64, embedder.sha256().length());
  }

  @Test
  void aVectorDependsOnItsTextAlone() {
    Embedder embedder = Embedder.english();
    String longer = "boots ".repeat(900);
    float[][] together = embedder.embed(List.of("tent", longer, "", "登山靴 👟", "tent"));

    assertArrayEquals(embedder.embed("tent"), together[0]);
    assertArrayEquals(together[0], together[4]);
    assertArrayEquals(embedder.embed("登山靴 👟"), together[3]);
    assertEquals(1, cosine(together[1], together[1]), 1e-6);
    assertEquals(1, cosine(together[2], together[2]), 1e-6);
  }

  @Test
  void aModelByPathGivesTheSame(@TempDir Path folder) throws IOException {
    Path model = Files.write(folder.resolve("mine.onnx"), resource(MODEL));
    Path tokenizer = Files.write(folder.resolve("tokenizer.json"), resource(TOKENIZER));
    Embedder english = Embedder.english();
    try (Embedder mine = Embedder.of(model, tokenizer, Pooling.FIRST);
        Embedder means = Embedder.of(model, tokenizer)) {
      assertEquals("mine", mine.name());
      assertEquals(english.sha256(), mine.sha256());
      assertArrayEquals(english.embed("ski boots"), mine.embed("ski boots"));
      assertTrue(cosine(mine.embed("ski boots"), means.embed("ski boots")) < 0.9999);
    }
  }

  @Test
  void whatIsNoModelIsRefused(@TempDir Path folder) throws IOException {
    Path tokenizer = Files.write(folder.resolve("tokenizer.json"), resource(TOKENIZER));
    Path noise = Files.write(folder.resolve("noise.onnx"), new byte[] {1, 2, 3});
    Path missing = folder.resolve("missing.onnx");

    assertEquals("embedder-model", code(noise, tokenizer));
    assertEquals("embedder-file", code(missing, tokenizer));
    assertEquals("embedder-tokenizer", code(noise, noise));
    Path bpe = Files.writeString(folder.resolve("bpe.json"), "{\"model\": {\"type\": \"BPE\"}}");
    WorkbenchException refused =
        assertThrows(WorkbenchException.class, () -> Embedder.of(noise, bpe).close());
    assertEquals(
        "The tokenizer bpe.json cannot be used: its kind is BPE, and only WordPiece and Unigram"
            + " can be read.",
        refused.sentence());
  }

  private static String code(Path model, Path tokenizer) {
    return assertThrows(WorkbenchException.class, () -> Embedder.of(model, tokenizer).close())
        .code();
  }

  /** What Hugging Face's own tokenizer (ai.djl.huggingface 0.38.0) makes of the same. */
  @Test
  void wordPiecesAreHuggingFaces() throws IOException {
    TokenizerFile file = TokenizerFile.read("t", resource(TOKENIZER));

    // WORDPIECE
  }

  @Test
  void unigramTakesTheMostProbableCut() {
    String json =
        """
        {"post_processor": {"type": "TemplateProcessing",
           "single": [{"SpecialToken": {"id": "<s>"}}, {"Sequence": {"id": "A"}},
                      {"SpecialToken": {"id": "</s>"}}],
           "special_tokens": {"<s>": {"ids": [0]}, "</s>": {"ids": [1]}}},
         "truncation": {"max_length": 8},
         "model": {"type": "Unigram", "unk_id": 2, "vocab": [
           ["<s>", 0], ["</s>", 0], ["<unk>", 0], ["▁", -3], ["▁Regen", -4], ["jacke", -4],
           ["▁Regenjacke", -9], ["n", -2], ["▁Re", -5], ["gen", -5]]}}
        """;
    TokenizerFile file = TokenizerFile.read("t", json.getBytes(StandardCharsets.UTF_8));

    assertArrayEquals(new long[] {0, 4, 5, 7, 1}, file.numbers("Regenjacken"));
    assertArrayEquals(new long[] {0, 4, 3, 2, 4, 1}, file.numbers(" Ｒegen  雨雨\tRegen "));
    assertArrayEquals(new long[] {0, 4, 4, 4, 4, 4, 4, 1}, file.numbers("Regen ".repeat(50)));
    assertArrayEquals(new long[] {0, 1}, file.numbers(""));
  }
}
