/** What commands of administrators share. */
@NullMarked
package io.gazetteer.api.command;

import org.jspecify.annotations.NullMarked;
