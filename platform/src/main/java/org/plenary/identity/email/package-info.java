/** Changing the address with which somebody signs in, and having the old one back. */
@NullMarked
package org.plenary.identity.email;

import org.jspecify.annotations.NullMarked;
