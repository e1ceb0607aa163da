/** Calls to Stripe: one client, its settings, and amounts in Stripe's units. */
@NullMarked
package org.plenary.billing.stripe;

import org.jspecify.annotations.NullMarked;
