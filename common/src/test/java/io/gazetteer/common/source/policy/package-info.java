@NullMarked
package io.gazetteer.common.source.policy;

import org.jspecify.annotations.NullMarked;
