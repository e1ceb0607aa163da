package org.plenary.dev;

/** A login to try, printed at start. */
record DemoLogin(String what, String address, String email, String password) {}
