/** Passkeys (WebAuthn): keys that a device keeps for the platform's host, in place of the password and a code. */
@NullMarked
package org.plenary.identity.passkey;

import org.jspecify.annotations.NullMarked;
