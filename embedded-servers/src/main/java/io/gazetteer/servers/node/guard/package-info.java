/** Is the Elasticsearch node's network: it answers only who has its password, over HTTP only. */
@NullMarked
package io.gazetteer.servers.node.guard;

import org.jspecify.annotations.NullMarked;
