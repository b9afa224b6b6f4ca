@NullMarked
package io.gazetteer.common.network;

import org.jspecify.annotations.NullMarked;
