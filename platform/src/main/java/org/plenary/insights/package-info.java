/** What organizers look at: a conference's dashboard and its statistics. Writes nothing but the versions that were handed over. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "tenancy", "identity", "conference", "registration", "lodging", "papers"})
package org.plenary.insights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
