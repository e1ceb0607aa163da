/** Invoices and credit notes with gap-free numbers. */
@NullMarked
package org.plenary.billing.invoice;

import org.jspecify.annotations.NullMarked;
