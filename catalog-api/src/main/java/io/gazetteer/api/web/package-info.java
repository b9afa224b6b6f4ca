/** Holds what all features share of HTTP: problems, request ids, bodies, parameters, cursors. */
@NullMarked
package io.gazetteer.api.web;

import org.jspecify.annotations.NullMarked;
