/** The model of crawls that {@code ModelIT} compares the two processes with. */
@NullMarked
package io.gazetteer.standalone.model;

import org.jspecify.annotations.NullMarked;
