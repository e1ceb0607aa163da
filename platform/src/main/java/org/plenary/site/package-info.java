/** What organizations write for their public pages themselves, and what frames these: menu, footer, fonts, head. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "identity", "files", "conference", "communication"})
package org.plenary.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
