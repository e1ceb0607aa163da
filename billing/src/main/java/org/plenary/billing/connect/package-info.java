/** Each organization's own account at Stripe. */
@NullMarked
package org.plenary.billing.connect;

import org.jspecify.annotations.NullMarked;
