/** The pages of registered databases and their crawls, and the forms that change them. */
@NullMarked
package io.gazetteer.api.pages.databases;

import org.jspecify.annotations.NullMarked;
