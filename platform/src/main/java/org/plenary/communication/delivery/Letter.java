package org.plenary.communication.delivery;

import java.util.Locale;

/** A mail as it is drawn: its subject and both of its bodies, in one language. */
record Letter(String subject, String html, String text, Locale locale) {}
