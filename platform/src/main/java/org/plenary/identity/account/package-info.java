/** The people's accounts, which belong to the platform and to no tenant. */
@NullMarked
package org.plenary.identity.account;

import org.jspecify.annotations.NullMarked;
