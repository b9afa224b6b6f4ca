/** The pages of tables and views, and texts of them to take away. */
@NullMarked
package io.gazetteer.api.pages.tables;

import org.jspecify.annotations.NullMarked;
