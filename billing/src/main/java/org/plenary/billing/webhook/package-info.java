/** What Stripe tells: verified, kept once, worked off later. */
@NullMarked
package org.plenary.billing.webhook;

import org.jspecify.annotations.NullMarked;
