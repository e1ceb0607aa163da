/** Payments that the payer's bank wants back: told by Stripe, answered by the organizer. */
@NullMarked
package org.plenary.billing.dispute;

import org.jspecify.annotations.NullMarked;
