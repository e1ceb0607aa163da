/** Rooms as they are sold: stays, bookings, pick-up and the rooming list. */
@NullMarked
package org.plenary.lodging.room;

import org.jspecify.annotations.NullMarked;
