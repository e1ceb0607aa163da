@NullMarked
package org.plenary.tenancy.persistence;

import org.jspecify.annotations.NullMarked;
