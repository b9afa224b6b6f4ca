package io.gazetteer.api.search.agents;

import io.gazetteer.api.failure.DomainException;
import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.problems.FieldError;
import io.gazetteer.api.web.problems.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has all tools with what agents are told of them, and answers their calls. Thread safe. */
@Component
@FromRequest
final class AgentTools {
  private static final Logger log = LoggerFactory.getLogger(AgentTools.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<String, Described> tools = new LinkedHashMap<>();

  /**
   * A tool, and what {@code tools.json} says of it.
   *
   * @param input the JSON Schema of its arguments
   * @param output the JSON Schema of its answers
   */
  record Described(
      AgentTool tool,
      String title,
      String description,
      Map<String, Object> input,
      Map<String, Object> output) {
    String name() {
      return tool.name();
    }
  }

  AgentTools(List<AgentTool> all) {
    Map<String, AgentTool> byName =
        all.stream().collect(Collectors.toMap(AgentTool::name, Function.identity()));
    for (JsonNode one : JSON.readTree(resource("tools.json"))) {
      var tool = byName.remove(one.path("name").asString());
      if (tool == null) {
        throw new IllegalStateException("Nothing is the tool " + one.path("name"));
      }
      tools.put(
          tool.name(),
          new Described(
              tool,
              one.path("title").asString(),
              one.path("description").asString(),
              object(one.path("input")),
              object(one.path("output"))));
    }
    if (!byName.isEmpty()) {
      throw new IllegalStateException("Tools without a description: " + byName.keySet());
    }
  }

  /** Returns what agents are told before they call anything. */
  static String instructions() {
    return resource("instructions.txt");
  }

  static String resource(String name) {
    try (var in = AgentTools.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Described> all() {
    return List.copyOf(tools.values());
  }

  /** Answers a call; a failure is an answer, too, which says what to do. */
  ToolAnswer call(String name, @Nullable Map<String, Object> arguments) {
    var described = tools.get(name);
    if (described == null) {
      return ToolAnswer.failed(
          "There is no tool "
              + name
              + ". The tools are "
              + String.join(", ", tools.keySet())
              + ".");
    }
    try {
      var read = new ToolArguments(arguments);
      read.allowOnly(List.copyOf(properties(described.input()).keySet()));
      return described.tool().call(read);
    } catch (ToolFailure e) {
      return ToolAnswer.failed(String.valueOf(e.getMessage()));
    } catch (Problem e) {
      return ToolAnswer.failed(sentence(e));
    } catch (DomainException e) {
      return ToolAnswer.failed(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      log.error("The tool {} failed", name, e);
      return ToolAnswer.failed("Gazetteer cannot answer this now. Try again in a moment.");
    }
  }

  private static String sentence(Problem problem) {
    return problem.errors().isEmpty()
        ? String.valueOf(problem.getMessage())
        : problem.errors().stream().map(AgentTools::sentence).collect(Collectors.joining(" "));
  }

  private static String sentence(FieldError error) {
    var hint = error.hint();
    return "The argument "
        + (error.field().equals("db_name") || error.field().equals("id")
            ? "database"
            : error.field())
        + " "
        + error.message()
        + "."
        + (hint == null ? "" : " " + hint);
  }

  private static Map<String, Object> properties(Map<String, Object> schema) {
    return object(JSON.valueToTree(schema.get("properties")));
  }

  private static Map<String, Object> object(JsonNode node) {
    return JSON.convertValue(node, new TypeReference<>() {});
  }
}
