/** The pages of administration, which only administrators see. */
@NullMarked
package io.gazetteer.pages.admin;

import org.jspecify.annotations.NullMarked;
