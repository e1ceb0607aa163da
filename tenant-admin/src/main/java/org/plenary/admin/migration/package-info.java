@NullMarked
package org.plenary.admin.migration;

import org.jspecify.annotations.NullMarked;
