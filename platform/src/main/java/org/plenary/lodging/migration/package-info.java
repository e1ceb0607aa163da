/** Blocks and bookings that were kept elsewhere until now, brought in from spreadsheets. */
@NullMarked
package org.plenary.lodging.migration;

import org.jspecify.annotations.NullMarked;
