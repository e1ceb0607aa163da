/** PORT for taking money and issuing invoices, written for those who need it; billing is behind it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy"})
package org.plenary.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
