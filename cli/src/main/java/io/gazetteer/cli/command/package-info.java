/** The commands, a class each. */
@NullMarked
package io.gazetteer.cli.command;

import org.jspecify.annotations.NullMarked;
