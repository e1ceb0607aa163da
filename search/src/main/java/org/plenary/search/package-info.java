/** Finding things by their words with Elasticsearch: the only code that knows it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "fulltext"})
package org.plenary.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
