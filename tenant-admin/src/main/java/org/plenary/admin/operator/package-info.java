@NullMarked
package org.plenary.admin.operator;

import org.jspecify.annotations.NullMarked;
