/** Who is signed in, with what, and since when: on the platform's host and, by way of it, on every tenant's. */
@NullMarked
package org.plenary.identity.session;

import org.jspecify.annotations.NullMarked;
