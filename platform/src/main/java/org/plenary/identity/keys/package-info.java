/** The platform's own secrets, and what is signed with them. */
@NullMarked
package org.plenary.identity.keys;

import org.jspecify.annotations.NullMarked;
