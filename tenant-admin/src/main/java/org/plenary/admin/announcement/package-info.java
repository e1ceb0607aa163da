@NullMarked
package org.plenary.admin.announcement;

import org.jspecify.annotations.NullMarked;
