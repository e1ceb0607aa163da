/** Asks Stripe about whatever is still open. */
@NullMarked
package org.plenary.billing.reconcile;

import org.jspecify.annotations.NullMarked;
