/** What becomes of bookings: how they stand, and how their dates, rooms and guests are changed. */
@NullMarked
package org.plenary.lodging.stay;

import org.jspecify.annotations.NullMarked;
