/**
 * Answers agents over the Model Context Protocol, in both of its revisions on one path: seven tools
 * that call the same use cases as the API, with the role of the caller, within a budget.
 */
@NullMarked
package io.gazetteer.api.search.agents;

import org.jspecify.annotations.NullMarked;
