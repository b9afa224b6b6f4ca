/** Makes of a relation the documents that the index keeps of it. */
@NullMarked
package io.gazetteer.worker.index.documents;

import org.jspecify.annotations.NullMarked;
