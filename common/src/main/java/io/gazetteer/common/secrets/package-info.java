/** Encrypts the passwords that owners of data sources entrust to us; its types never print them. */
@NullMarked
package io.gazetteer.common.secrets;

import org.jspecify.annotations.NullMarked;
