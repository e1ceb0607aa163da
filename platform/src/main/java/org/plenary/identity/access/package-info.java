/** What a caller may do, and the check before each handler. */
@NullMarked
package org.plenary.identity.access;

import org.jspecify.annotations.NullMarked;
