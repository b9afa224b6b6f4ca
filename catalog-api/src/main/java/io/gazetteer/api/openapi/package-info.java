/**
 * This package serves the API's description and the page that shows it. The description is written
 * by hand in {@code docs/openapi.json}; the tests of this package hold the code to it.
 */
@NullMarked
package io.gazetteer.api.openapi;

import org.jspecify.annotations.NullMarked;
