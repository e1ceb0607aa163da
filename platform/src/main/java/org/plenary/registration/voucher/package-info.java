/** Vouchers: codes that make fees cheaper, open them, or keep places for those who have one. */
@NullMarked
package org.plenary.registration.voucher;

import org.jspecify.annotations.NullMarked;
