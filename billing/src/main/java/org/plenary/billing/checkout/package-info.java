/** Payments from the first request to the money. */
@NullMarked
package org.plenary.billing.checkout;

import org.jspecify.annotations.NullMarked;
