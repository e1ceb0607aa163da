/** Money given back. */
@NullMarked
package org.plenary.billing.refund;

import org.jspecify.annotations.NullMarked;
