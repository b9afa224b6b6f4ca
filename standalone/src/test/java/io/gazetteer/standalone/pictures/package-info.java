/** Makes the pictures of the documents, from the sample databases. */
@NullMarked
package io.gazetteer.standalone.pictures;

import org.jspecify.annotations.NullMarked;
