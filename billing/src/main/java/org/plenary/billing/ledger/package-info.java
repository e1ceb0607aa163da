/** The books: balanced movements, written once. */
@NullMarked
package org.plenary.billing.ledger;

import org.jspecify.annotations.NullMarked;
