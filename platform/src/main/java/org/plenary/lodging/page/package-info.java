/** Pages about hotels, for organizers and delegates. */
@NullMarked
package org.plenary.lodging.page;

import org.jspecify.annotations.NullMarked;
