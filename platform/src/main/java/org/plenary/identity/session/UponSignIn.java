package org.plenary.identity.session;

import jakarta.servlet.http.HttpServletRequest;

/** Does what waited until somebody had shown all that had to be shown. */
public interface UponSignIn {
    /** @param signedIn everything is kept already, in a transaction of its own */
    void signedIn(SignedIn signedIn, HttpServletRequest request);
}
