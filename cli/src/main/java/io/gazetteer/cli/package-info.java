/** The command line: it calls the API of any Gazetteer, and knows no other module. */
@NullMarked
package io.gazetteer.cli;

import org.jspecify.annotations.NullMarked;
