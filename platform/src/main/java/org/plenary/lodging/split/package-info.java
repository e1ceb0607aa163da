/** The costs of a shared room: each who sleeps there pays their part, with an invoice of their own. */
@NullMarked
package org.plenary.lodging.split;

import org.jspecify.annotations.NullMarked;
