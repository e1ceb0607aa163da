/** Spreadsheets that are brought in: blocks and bookings from elsewhere, and invoices of hotels. */
@NullMarked
package org.plenary.lodging.sheet;

import org.jspecify.annotations.NullMarked;
