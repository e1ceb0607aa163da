/** Signing in and out: by password on the platform's host, from there on each tenant's. */
@NullMarked
package org.plenary.identity.signin;

import org.jspecify.annotations.NullMarked;
