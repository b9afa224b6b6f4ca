/**
 * Pages as people see them: records, and templates that turn a record into HTML. It knows no Spring
 * and no store; whoever fills the records does.
 */
@NullMarked
package io.gazetteer.pages;

import org.jspecify.annotations.NullMarked;
