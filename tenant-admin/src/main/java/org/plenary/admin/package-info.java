/** Who our customers are: how organizations sign up, get their place, look, and are watched over by the operator. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "tenancy", "identity", "communication", "files", "conference", "billing"})
package org.plenary.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
