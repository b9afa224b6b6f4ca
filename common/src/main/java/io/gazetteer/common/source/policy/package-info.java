/** Decides at which addresses and ports data sources may be; names decide nothing. */
@NullMarked
package io.gazetteer.common.source.policy;

import org.jspecify.annotations.NullMarked;
