@NullMarked
package org.plenary.tenancy.directory;

import org.jspecify.annotations.NullMarked;
