@NullMarked
package org.plenary.admin.vitals;

import org.jspecify.annotations.NullMarked;
