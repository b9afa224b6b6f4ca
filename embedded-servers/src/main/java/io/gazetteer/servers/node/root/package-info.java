/** Is a plugin of the Elasticsearch node that answers {@code GET /}. */
@NullMarked
package io.gazetteer.servers.node.root;

import org.jspecify.annotations.NullMarked;
