/** Signing in by somebody else's word: Google, ORCID, and organizations' own OpenID providers. */
@NullMarked
package org.plenary.identity.provider;

import org.jspecify.annotations.NullMarked;
