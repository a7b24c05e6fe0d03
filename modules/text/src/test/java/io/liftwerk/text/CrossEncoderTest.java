package io.liftwerk.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.liftwerk.testsupport.TinyCrossEncoder;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossEncoderTest {
  private static final List<String> WORDS = List.of("seil", "helm", "gurt");

  @Test
  void aPairIsReadAtOnce(@TempDir Path folder) throws IOException {
    Path model = TinyCrossEncoder.write(folder, WORDS);
    try (CrossEncoder encoder = CrossEncoder.of(model, folder.resolve("tokenizer.json"))) {
      assertEquals("model", encoder.name());
      // the text's pieces and the sign behind it; the question counts nothing
      assertEquals(10 + 30 + 2, encoder.score("Helm", "Seil Gurt"), 0);
      assertEquals(20 + 2, encoder.score("Seil Gurt", "Helm"), 0);
      assertEquals(2, encoder.score("", ""), 0);
      assertArrayEquals(
          new double[] {12, 22, 2}, encoder.scores("Gurt", List.of("Seil", "Helm", "Zelt")), 0);
    }
  }

  @Test
  void whatIsTooLongIsLeftOffTheText(@TempDir Path folder) throws IOException {
    Path model = TinyCrossEncoder.write(folder, WORDS);
    try (CrossEncoder encoder = CrossEncoder.of(model, folder.resolve("tokenizer.json"))) {
      // 512 pieces, of which the question has one and the signs three
      assertEquals(508 * 10 + 2, encoder.score("Helm", "Seil ".repeat(2_000)), 0);
      // a question takes half of the room at most
      assertEquals(255 * 10 + 2, encoder.score("Helm ".repeat(2_000), "Seil ".repeat(2_000)), 0);
    }
  }

  @Test
  void pairsAreMadeAsTheTokenizerSays() {
    String usual =
        """
        {"model": {"type": "WordPiece", "vocab": {"[UNK]": 0, "<s>": 4, "</s>": 5, "seil": 10,
           "helm": 20}},
         "post_processor": {"type": "TemplateProcessing",
           "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}},
             {"Sequence": {"id": "A", "type_id": 0}}],
           "pair": [{"SpecialToken": {"id": "<s>", "type_id": 0}},
             {"Sequence": {"id": "A", "type_id": 0}},
             {"SpecialToken": {"id": "</s>", "type_id": 0}},
             {"SpecialToken": {"id": "</s>", "type_id": 1}},
             {"Sequence": {"id": "B", "type_id": 1}}],
           "special_tokens": {"<s>": {"ids": [4]}, "</s>": {"ids": [5]}}}}
        """;
    TokenizerFile.Pair pair =
        TokenizerFile.read("t", usual.getBytes(StandardCharsets.UTF_8)).pair("seil", "helm seil");
    assertArrayEquals(new long[] {4, 10, 5, 5, 20, 10}, pair.numbers());
    assertArrayEquals(new long[] {0, 0, 0, 1, 1, 1}, pair.types());

    String roberta =
        """
        {"model": {"type": "WordPiece", "vocab": {"[UNK]": 0, "seil": 10, "helm": 20}},
         "post_processor": {"type": "RobertaProcessing", "sep": ["</s>", 2], "cls": ["<s>", 1]}}
        """;
    pair = TokenizerFile.read("t", roberta.getBytes(StandardCharsets.UTF_8)).pair("seil", "helm");
    assertArrayEquals(new long[] {1, 10, 2, 2, 20, 2}, pair.numbers());
    assertArrayEquals(new long[6], pair.types());
  }

  @Test
  void aModelOfSomethingElseIsRefused(@TempDir Path folder) throws IOException {
    Path embedder = folder.resolve("embedder.onnx");
    Path pieces = folder.resolve("tokenizer.json");
    try (var model = CrossEncoderTest.class.getResourceAsStream("/bge-small-en-v1.5-q.onnx");
        var tokenizer =
            CrossEncoderTest.class.getResourceAsStream("/bge-small-en-v1.5-q-tokenizer.json")) {
      Files.copy(model, embedder);
      Files.copy(tokenizer, pieces);
    }

    WorkbenchException refused =
        assertThrows(WorkbenchException.class, () -> CrossEncoder.of(embedder, pieces).close());
    assertEquals("embedder-model", refused.code());
    assertEquals(
        "The model embedder cannot read texts: it gives no score of a pair of texts.",
        refused.sentence());
    Path missing = folder.resolve("missing.onnx");
    assertEquals(
        "embedder-file",
        assertThrows(WorkbenchException.class, () -> CrossEncoder.of(missing, pieces).close())
            .code());
  }
}
