/** The people of one tenant and their roles. */
@NullMarked
package org.plenary.identity.person;

import org.jspecify.annotations.NullMarked;
