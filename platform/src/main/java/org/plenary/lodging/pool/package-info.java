/** The pool of those who look for a room-mate: what they say of themselves, who suits whom, and how two agree. */
@NullMarked
package org.plenary.lodging.pool;

import org.jspecify.annotations.NullMarked;
