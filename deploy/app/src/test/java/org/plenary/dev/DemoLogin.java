package org.plenary.dev;

import java.net.URI;

/** A login to try, printed at start. */
public record DemoLogin(String what, URI address, String email, String password) {}
