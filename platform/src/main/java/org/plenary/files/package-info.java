/** Where uploaded files are kept: each under its tenant, checked for what it really is. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "identity"})
package org.plenary.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
