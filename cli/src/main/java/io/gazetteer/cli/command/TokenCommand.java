package io.gazetteer.cli.command;

import io.gazetteer.cli.Api;
import io.gazetteer.cli.Context;
import io.gazetteer.cli.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Lists API tokens. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description =
        "Lists the API tokens that you may see. They are made and ended on the page of"
            + " your account, or by ./gazetteer login.")
public final class TokenCommand implements Callable<Integer> {
  @Mixin private Context context = new Context();
  @Mixin private Output output = new Output();

  @Override
  public Integer call() {
    var rows =
        output.rows(
            context.terminal(),
            "name",
            "owner",
            "role",
            "created_at",
            "expires_at",
            "last_used_at");
    int left = output.limit();
    String cursor = null;
    do {
      var page = context.api().get("/api/tokens" + Api.query("cursor", cursor));
      for (JsonNode one : page.path("tokens")) {
        if (left-- > 0) {
          rows.add(one);
        }
      }
      cursor = page.path("next_cursor").asString(null);
    } while (cursor != null && left > 0);
    rows.end();
    return 0;
  }
}
