package io.gazetteer.api.search.agents;

import io.gazetteer.api.web.input.ReadsBody;
import io.gazetteer.api.web.input.RequestBody;
import jakarta.servlet.ReadListener;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes the messages of agents. The header of the protocol's version says which revision a client
 * speaks: from 2026-07-28 on every request has it, before that the first one has none.
 */
@RestController
final class McpController {
  private static final String PATH = "/mcp";
  private static final String VERSION = "MCP-Protocol-Version";

  /** The first revision without a handshake; revisions are dates. */
  private static final String FIRST_DIRECT = "2026-07-28";

  private final Servlet handshaking;
  private final Servlet direct;

  McpController(AgentTools tools) {
    this.handshaking = McpServers.handshaking(tools, PATH);
    this.direct = McpServers.direct(tools, PATH);
  }

  @ReadsBody
  @PostMapping(PATH)
  void message(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    var version = request.getHeader(VERSION);
    var server = version != null && version.compareTo(FIRST_DIRECT) >= 0 ? direct : handshaking;
    server.service(new ArrivedRequest(request, RequestBody.of(request)), response);
  }

  /** A request whose body has been read. */
  private static final class ArrivedRequest extends HttpServletRequestWrapper {
    private final byte[] body;

    ArrivedRequest(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() {
      var in = new ByteArrayInputStream(body);
      return new ServletInputStream() {
        @Override
        public boolean isFinished() {
          return in.available() == 0;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
          throw new UnsupportedOperationException("The body is there as a whole");
        }

        @Override
        public int read() {
          return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
          return in.read(bytes, offset, length);
        }
      };
    }
  }
}
