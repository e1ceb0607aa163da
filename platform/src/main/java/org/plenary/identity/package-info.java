/** Who is calling and what they may do: accounts, sign-in, API clients, roles, the audit trail. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy"})
package org.plenary.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
