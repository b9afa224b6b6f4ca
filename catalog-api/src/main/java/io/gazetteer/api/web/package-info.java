/** Holds what all features share of HTTP: ids of requests, safe headers, who may call, CSV. */
@NullMarked
package io.gazetteer.api.web;

import org.jspecify.annotations.NullMarked;
