/**
 * The pages that people use. Its rooms fill the records of {@code catalog-pages} with what the use
 * cases of the API answer, and have no rules of their own.
 */
@NullMarked
package io.gazetteer.api.pages;

import org.jspecify.annotations.NullMarked;
