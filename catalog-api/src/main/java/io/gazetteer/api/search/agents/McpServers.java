package io.gazetteer.api.search.agents;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson3.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.modern.server.McpRequestContext;
import io.modelcontextprotocol.modern.server.McpSyncResponse;
import io.modelcontextprotocol.modern.server.feature.McpSyncTool;
import io.modelcontextprotocol.modern.server.feature.McpSyncToolRepository;
import io.modelcontextprotocol.modern.server.feature.ToolsFeature;
import io.modelcontextprotocol.modern.server.feature.ToolsPage;
import io.modelcontextprotocol.modern.server.transport.HttpServletMcpTransport;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.servlet.Servlet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the servers of both revisions of the protocol, over the same tools. A call is answered with
 * the rights of whoever sent its request, whichever thread answers it.
 */
final class McpServers {
  private static final String NAME = "gazetteer";
  private static final String TITLE = "Gazetteer";
  private static final String VERSION = "1";
  private static final String CALLER = "caller";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final McpJsonMapper MAPPER = new JacksonMcpJsonMapper(JSON);

  private McpServers() {}

  /** Speaks the revisions up to 2025-11-25, without sessions. */
  static Servlet handshaking(AgentTools tools, String path) {
    var transport =
        HttpServletStatelessServerTransport.builder()
            .jsonMapper(MAPPER)
            .messageEndpoint(path)
            .contextExtractor(request -> context())
            .build();
    McpServer.sync(transport)
        .serverInfo(McpSchema.Implementation.builder(NAME, VERSION).title(TITLE).build())
        .instructions(AgentTools.instructions())
        .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
        .jsonMapper(MAPPER)
        .jsonSchemaValidator(new DefaultJsonSchemaValidator())
        .immediateExecution(true)
        // The tools say themselves what is wrong with their arguments.
        .validateToolInputs(false)
        .tools(tools.all().stream().map(tool -> handshaking(tool, tools)).toList())
        .build();
    return transport;
  }

  private static SyncToolSpecification handshaking(AgentTools.Described tool, AgentTools tools) {
    return new SyncToolSpecification(
        McpSchema.Tool.builder(tool.name(), tool.input())
            .title(tool.title())
            .description(tool.description())
            .outputSchema(tool.output())
            .annotations(
                McpSchema.ToolAnnotations.builder()
                    .readOnlyHint(true)
                    .destructiveHint(false)
                    .idempotentHint(true)
                    .openWorldHint(false)
                    .build())
            .build(),
        (context, request) -> {
          var answer = as(context, () -> tools.call(tool.name(), request.arguments()));
          var result =
              McpSchema.CallToolResult.builder()
                  .addTextContent(answer.text())
                  .isError(answer.isFailure());
          var structured = structured(answer);
          return structured == null ? result.build() : result.structuredContent(structured).build();
        });
  }

  /** Speaks the revision 2026-07-28, which needs no handshake. */
  static Servlet direct(AgentTools tools, String path) {
    var byName = new LinkedHashMap<String, McpSyncTool>();
    tools.all().forEach(tool -> byName.put(tool.name(), direct(tool, tools)));
    var page = ToolsPage.of(byName.values().stream().map(McpSyncTool::definition).toList());
    var repository =
        new McpSyncToolRepository() {
          @Override
          public ToolsPage list(McpRequestContext context, @Nullable String cursor) {
            return page;
          }

          @Override
          public @Nullable McpSyncTool find(McpRequestContext context, String name) {
            return byName.get(name);
          }
        };
    var server =
        io.modelcontextprotocol.modern.server.McpServer.builder()
            .serverInfo(
                io.modelcontextprotocol.modern.McpSchema.Implementation.builder(NAME, VERSION)
                    .title(TITLE)
                    .build())
            .instructions(AgentTools.instructions())
            .jsonMapper(MAPPER)
            .features(List.of(ToolsFeature.ofSync(repository)))
            .build();
    return HttpServletMcpTransport.builder(server)
        .jsonMapper(MAPPER)
        .endpoint(path)
        .contextExtractor(request -> context())
        .build();
  }

  private static McpSyncTool direct(AgentTools.Described tool, AgentTools tools) {
    return McpSyncTool.of(
        io.modelcontextprotocol.modern.McpSchema.Tool.builder(tool.name(), tool.input())
            .title(tool.title())
            .description(tool.description())
            .outputSchema(tool.output())
            .annotations(
                io.modelcontextprotocol.modern.McpSchema.ToolAnnotations.builder()
                    .readOnlyHint(true)
                    .destructiveHint(false)
                    .idempotentHint(true)
                    .openWorldHint(false)
                    .build())
            .build(),
        (context, request) -> {
          var answer =
              as(context.transportContext(), () -> tools.call(tool.name(), request.arguments()));
          var result =
              io.modelcontextprotocol.modern.McpSchema.CallToolResult.builder()
                  .addContent(
                      io.modelcontextprotocol.modern.McpSchema.TextContent.builder(answer.text())
                          .build())
                  .isError(answer.isFailure());
          var structured = structured(answer);
          if (structured != null) {
            result.structuredContent(structured);
          }
          return McpSyncResponse.result(result.build());
        });
  }

  private static @Nullable Map<String, Object> structured(ToolAnswer answer) {
    var structured = answer.structured();
    return structured == null
        ? null
        : JSON.convertValue(structured, new TypeReference<Map<String, Object>>() {});
  }

  private static McpTransportContext context() {
    return McpTransportContext.create(Map.of(CALLER, SecurityContextHolder.getContext()));
  }

  private static ToolAnswer as(McpTransportContext context, Supplier<ToolAnswer> call) {
    var before = SecurityContextHolder.getContext();
    try {
      SecurityContextHolder.setContext((SecurityContext) context.get(CALLER));
      return call.get();
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }
}
