/** Money and documents: the only code that knows Stripe, and the only code that issues an invoice. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "identity", "payments", "communication"})
package org.plenary.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
