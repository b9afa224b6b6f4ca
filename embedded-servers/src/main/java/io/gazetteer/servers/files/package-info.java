/** Folders of files. */
@NullMarked
package io.gazetteer.servers.files;

import org.jspecify.annotations.NullMarked;
