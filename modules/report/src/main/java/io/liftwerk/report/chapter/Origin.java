package io.liftwerk.report.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.RunRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a result comes from.
 *
 * @param run number of the run
 * @param job name of its job
 * @param at when it began, UTC
 * @param seed of its stochastic steps, if it has any
 * @param software version of Liftwerk that ran it
 * @param inputs what it read, with content hashes
 * @param parameters what it was asked, those that say something
 * @param tables it wrote or read, qualified
 * @param resultHash SHA-256 of the result
 * @param rerunOf the run it repeats, if any
 */
public record Origin(
    String run,
    String job,
    Instant at,
    @Nullable Long seed,
    String software,
    List<RunRecord.Input> inputs,
    List<Parameter> parameters,
    List<String> tables,
    String resultHash,
    @Nullable String rerunOf) {

  /** Where files of this computer lie is nobody else's business. */
  private static final Pattern FOLDERS = Pattern.compile("^(?:/|[A-Za-z]:[/\\\\]).*[/\\\\](?=.)");

  /** Something a run was asked. */
  public record Parameter(String name, String value) {}

  public Origin {
    inputs = List.copyOf(inputs);
    parameters = List.copyOf(parameters);
    tables = List.copyOf(tables);
  }

  static Origin of(RunRecord run, List<String> tables) {
    String hash = run.resultHash();
    return new Origin(
        run.id(),
        run.job(),
        run.startedAt(),
        run.seed(),
        run.software(),
        run.inputs().stream()
            .map(one -> new RunRecord.Input(file(one.name()), one.sha256(), one.size()))
            .toList(),
        parameters(run.parameters()),
        tables,
        hash == null ? "" : hash,
        run.rerunOf());
  }

  private static List<Parameter> parameters(JsonNode from) {
    var parameters = new ArrayList<Parameter>();
    for (Map.Entry<String, JsonNode> entry : from.properties()) {
      JsonNode value = entry.getValue();
      if (!value.isNull() && !isEmpty(value)) {
        JsonNode shown = withoutFolders(value);
        parameters.add(
            new Parameter(entry.getKey(), shown.isTextual() ? shown.asText() : shown.toString()));
      }
    }
    return parameters;
  }

  /** Also within lists and records. */
  private static JsonNode withoutFolders(JsonNode value) {
    if (value.isTextual()) {
      return TextNode.valueOf(file(value.asText()));
    }
    if (value.isArray()) {
      ArrayNode list = Json.mapper().createArrayNode();
      value.forEach(one -> list.add(withoutFolders(one)));
      return list;
    }
    if (value.isObject()) {
      ObjectNode record = Json.mapper().createObjectNode();
      value.properties().forEach(one -> record.set(one.getKey(), withoutFolders(one.getValue())));
      return record;
    }
    return value;
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isContainerNode() ? value.isEmpty() : value.asText().isBlank();
  }

  private static String file(String name) {
    return FOLDERS.matcher(name).replaceFirst("");
  }
}
