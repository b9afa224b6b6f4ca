/**
 * What all features share of HTTP: problems, request ids, reading bodies and parameters, cursors.
 */
@NullMarked
package io.gazetteer.api.web;

import org.jspecify.annotations.NullMarked;
