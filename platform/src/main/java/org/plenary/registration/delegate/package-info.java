/** Who takes part: lists, exports, search and check-in. */
@NullMarked
package org.plenary.registration.delegate;

import org.jspecify.annotations.NullMarked;
