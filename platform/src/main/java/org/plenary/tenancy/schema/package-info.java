@NullMarked
package org.plenary.tenancy.schema;

import org.jspecify.annotations.NullMarked;
