/** The two sample databases: started, filled, and registered like anyone's. */
@NullMarked
package io.gazetteer.standalone.samples;

import org.jspecify.annotations.NullMarked;
