/** The bank's statements, and what the money in them is for. */
@NullMarked
package org.plenary.billing.bank;

import org.jspecify.annotations.NullMarked;
