/** How often somebody may try something. */
@NullMarked
package org.plenary.identity.limits;

import org.jspecify.annotations.NullMarked;
