/** The cart and its hold: quoting, placing, paying, confirming, cancelling and expiring orders. */
@NullMarked
package org.plenary.registration.order;

import org.jspecify.annotations.NullMarked;
