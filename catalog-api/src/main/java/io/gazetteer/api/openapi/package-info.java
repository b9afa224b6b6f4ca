/**
 * The API's description, as OpenAPI 3.1: what can be called and what is answered comes from the
 * controllers and their records, the words come from the resources of this package.
 */
@NullMarked
package io.gazetteer.api.openapi;

import org.jspecify.annotations.NullMarked;
