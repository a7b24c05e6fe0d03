package io.liftwerk.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code tokenizer.json} as Hugging Face's tokenizers write it, of the two kinds that nearly all
 * models of sentences have: WordPiece and Unigram.
 *
 * @param tokenizer cuts a text
 * @param before numbers that stand before every text
 * @param after numbers that stand behind it
 * @param pair how two texts are put together
 * @param most pieces the model takes, those around included
 */
record TokenizerFile(
    Tokenizer tokenizer, int[] before, int[] after, List<PairPart> pair, int most) {

  /**
   * A sign of a pair, or one of its texts.
   *
   * @param text 0 for the first text, 1 for the second, -1 for the sign {@code number}
   * @param type what the model is told of whose it is
   */
  record PairPart(int text, int number, int type) {}

  /**
   * Two texts as a model takes them.
   *
   * @param types as many, 0 or 1
   */
  record Pair(long[] numbers, long[] types) {}

  private static final int USUAL = 512;

  /**
   * @param name of the file, for messages
   * @throws WorkbenchException code {@code embedder-tokenizer}
   */
  static TokenizerFile read(String name, byte[] content) {
    JsonNode root;
    try {
      root = Json.mapper().readTree(content);
    } catch (JsonProcessingException e) {
      throw unusable(name, "it is no JSON", e);
    } catch (IOException e) {
      throw unusable(name, "it cannot be read", e);
    }
    JsonNode model = root.path("model");
    Tokenizer tokenizer =
        switch (type(model)) {
          case "WordPiece" -> wordPiece(name, model, root.path("normalizer"));
          case "Unigram" -> unigram(name, model);
          case String other ->
              throw unusable(
                  name,
                  other.isEmpty()
                      ? "it names no kind"
                      : "its kind is " + other + ", and only WordPiece and Unigram can be read",
                  null);
        };
    var before = new ArrayList<Integer>();
    var after = new ArrayList<Integer>();
    around(root.path("post_processor"), before, after);
    int most = root.path("truncation").path("max_length").asInt(USUAL);
    return new TokenizerFile(
        tokenizer,
        array(before),
        array(after),
        pair(root.path("post_processor"), before, after),
        Math.max(most, before.size() + after.size() + 1));
  }

  /** The numbers of a text's pieces as the model takes them. */
  long[] numbers(String text) {
    int[] pieces = tokenizer.pieces(text, most - before.length - after.length);
    long[] numbers = new long[before.length + pieces.length + after.length];
    int at = 0;
    for (int[] part : List.of(before, pieces, after)) {
      for (int number : part) {
        numbers[at++] = number;
      }
    }
    return numbers;
  }

  /** A question and a text: what is too long for the model is left off the text. */
  Pair pair(String question, String text) {
    int signs = (int) pair.stream().filter(part -> part.text() < 0).count();
    int[] first = tokenizer.pieces(question, Math.max(1, (most - signs) / 2));
    int[] second = tokenizer.pieces(text, Math.max(1, most - signs - first.length));
    long[] numbers = new long[signs + first.length + second.length];
    long[] types = new long[numbers.length];
    int at = 0;
    for (PairPart part : pair) {
      int[] pieces =
          switch (part.text()) {
            case 0 -> first;
            case 1 -> second;
            default -> new int[] {part.number()};
          };
      for (int piece : pieces) {
        numbers[at] = piece;
        types[at++] = part.type();
      }
    }
    return new Pair(numbers, types);
  }

  /** From the template for pairs; without one, as BERT has it: signs around both, and between. */
  private static List<PairPart> pair(
      JsonNode processor, List<Integer> before, List<Integer> after) {
    var parts = new ArrayList<PairPart>();
    JsonNode template = ofType(processor, "TemplateProcessing");
    for (JsonNode part : template.path("pair")) {
      JsonNode sequence = part.path("Sequence");
      if (!sequence.isMissingNode()) {
        int text = sequence.path("id").asText().equals("A") ? 0 : 1;
        parts.add(new PairPart(text, 0, sequence.path("type_id").asInt()));
        continue;
      }
      JsonNode sign = part.path("SpecialToken");
      JsonNode ids = template.path("special_tokens").path(sign.path("id").asText()).path("ids");
      ids.forEach(id -> parts.add(new PairPart(-1, id.asInt(), sign.path("type_id").asInt())));
    }
    if (parts.isEmpty()) {
      boolean roberta = !ofType(processor, "RobertaProcessing").isMissingNode();
      int second = roberta ? 0 : 1;
      before.forEach(sign -> parts.add(new PairPart(-1, sign, 0)));
      parts.add(new PairPart(0, 0, 0));
      after.forEach(sign -> parts.add(new PairPart(-1, sign, 0)));
      if (roberta) {
        after.forEach(sign -> parts.add(new PairPart(-1, sign, 0)));
      }
      parts.add(new PairPart(1, 0, second));
      after.forEach(sign -> parts.add(new PairPart(-1, sign, second)));
    }
    return List.copyOf(parts);
  }

  private static Tokenizer wordPiece(String name, JsonNode model, JsonNode normalizer) {
    var numbers = new HashMap<String, Integer>();
    model.path("vocab").properties().forEach(e -> numbers.put(e.getKey(), e.getValue().asInt()));
    Integer unknown = numbers.get(model.path("unk_token").asText("[UNK]"));
    if (unknown == null) {
      throw unusable(name, "it has no piece for what is unknown", null);
    }
    JsonNode bert = ofType(normalizer, "BertNormalizer");
    boolean lowers =
        bert.path("lowercase").asBoolean(!ofType(normalizer, "Lowercase").isMissingNode());
    JsonNode strips = bert.path("strip_accents");
    return new WordPiece(
        numbers,
        unknown,
        model.path("continuing_subword_prefix").asText("##"),
        model.path("max_input_chars_per_word").asInt(100),
        lowers,
        strips.isBoolean()
            ? strips.asBoolean()
            : lowers && !bert.isMissingNode()
                || !ofType(normalizer, "StripAccents").isMissingNode());
  }

  private static Tokenizer unigram(String name, JsonNode model) {
    JsonNode vocabulary = model.path("vocab");
    var pieces = new ArrayList<String>();
    double[] scores = new double[vocabulary.size()];
    for (JsonNode entry : vocabulary) {
      scores[pieces.size()] = entry.path(1).asDouble();
      pieces.add(entry.path(0).asText());
    }
    int unknown = model.path("unk_id").asInt(-1);
    if (unknown < 0 || unknown >= pieces.size()) {
      throw unusable(name, "it has no piece for what is unknown", null);
    }
    return new Unigram(pieces, scores, unknown);
  }

  /** The signs around a single text, of whichever of the usual processors there is. */
  private static void around(JsonNode processor, List<Integer> before, List<Integer> after) {
    JsonNode template = ofType(processor, "TemplateProcessing");
    if (!template.isMissingNode()) {
      List<Integer> side = before;
      for (JsonNode part : template.path("single")) {
        if (part.has("Sequence")) {
          side = after;
        } else {
          String sign = part.path("SpecialToken").path("id").asText();
          for (JsonNode id : template.path("special_tokens").path(sign).path("ids")) {
            side.add(id.asInt());
          }
        }
      }
      return;
    }
    for (String kind : List.of("BertProcessing", "RobertaProcessing")) {
      JsonNode pair = ofType(processor, kind);
      if (!pair.isMissingNode()) {
        before.add(pair.path("cls").path(1).asInt());
        after.add(pair.path("sep").path(1).asInt());
        return;
      }
    }
  }

  /** {@code node} or, where it is a sequence, its part of that type; missing when there is none. */
  private static JsonNode ofType(JsonNode node, String type) {
    if (type(node).equals(type)) {
      return node;
    }
    for (String parts : List.of("normalizers", "processors")) {
      for (JsonNode part : node.path(parts)) {
        if (type(part).equals(type)) {
          return part;
        }
      }
    }
    return node.path("\0");
  }

  private static String type(JsonNode node) {
    return node.path("type").asText();
  }

  private static int[] array(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static WorkbenchException unusable(String name, String what, @Nullable Throwable cause) {
    return new WorkbenchException(
        "embedder-tokenizer",
        "The tokenizer %s cannot be used: %s.".formatted(name, what),
        "Take the tokenizer.json that lies beside the model, of a model whose kind is WordPiece or"
            + " Unigram.",
        cause);
  }
}
