/** Packs classes into jars and removes folders. */
@NullMarked
package io.gazetteer.servers.files;

import org.jspecify.annotations.NullMarked;
