@NullMarked
package org.plenary.tenancy.feature;

import org.jspecify.annotations.NullMarked;
