/** A person's own account: name, password, sign-ins and what is asked for besides the password. */
@NullMarked
package org.plenary.identity.profile;

import org.jspecify.annotations.NullMarked;
