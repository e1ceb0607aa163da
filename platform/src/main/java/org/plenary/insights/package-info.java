/** What organizers look at: the dashboard of a conference. Reads only. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "tenancy", "identity", "conference", "registration", "lodging", "papers"})
package org.plenary.insights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
