/** Mails to people about their own account. */
@NullMarked
package org.plenary.communication.account;

import org.jspecify.annotations.NullMarked;
