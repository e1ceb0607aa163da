/** Room-mates: whom a buyer invites into a room that was booked, and who said yes. */
@NullMarked
package org.plenary.lodging.mate;

import org.jspecify.annotations.NullMarked;
