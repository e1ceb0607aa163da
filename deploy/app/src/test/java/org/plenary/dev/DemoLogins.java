package org.plenary.dev;

import java.util.List;

/** All logins of the demo data. */
record DemoLogins(List<DemoLogin> logins) {}
