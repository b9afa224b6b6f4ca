/**
 * Where data sources may be: which addresses and ports, decided on addresses and never on names.
 */
@NullMarked
package io.gazetteer.common.network;

import org.jspecify.annotations.NullMarked;
