/** A conference itself: what it is called, when and where it is, its state, its public page. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "identity", "files", "fulltext"})
package org.plenary.conference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
