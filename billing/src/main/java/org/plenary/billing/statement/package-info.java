/** Statements of account: of an order, of a group with all that was added to it, and of an institution. */
@NullMarked
package org.plenary.billing.statement;

import org.jspecify.annotations.NullMarked;
