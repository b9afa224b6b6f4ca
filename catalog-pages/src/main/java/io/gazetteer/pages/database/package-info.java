/** The pages of registered databases: their list, adding one, and one with its crawls. */
@NullMarked
package io.gazetteer.pages.database;

import org.jspecify.annotations.NullMarked;
