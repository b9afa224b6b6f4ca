/**
 * Where data sources may be: which addresses and ports, decided on addresses and never on names.
 */
@NullMarked
package io.gazetteer.common.source.policy;

import org.jspecify.annotations.NullMarked;
