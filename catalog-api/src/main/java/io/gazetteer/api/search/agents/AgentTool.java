package io.gazetteer.api.search.agents;

/** A tool for agents; {@code tools.json} describes it by its name. Thread safe. */
interface AgentTool {
  String name();

  /**
   * Answers a call.
   *
   * @throws ToolFailure when the agent has to ask in another way
   */
  ToolAnswer call(ToolArguments arguments);
}
