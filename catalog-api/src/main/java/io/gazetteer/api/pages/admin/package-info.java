/** The pages of administration: users, tokens, audit, index, abbreviations, keys and health. */
@NullMarked
package io.gazetteer.api.pages.admin;

import org.jspecify.annotations.NullMarked;
