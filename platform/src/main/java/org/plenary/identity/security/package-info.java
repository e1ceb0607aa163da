/** The filter chains, sessions and headers. */
@NullMarked
package org.plenary.identity.security;

import org.jspecify.annotations.NullMarked;
