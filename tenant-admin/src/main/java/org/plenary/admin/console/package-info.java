@NullMarked
package org.plenary.admin.console;

import org.jspecify.annotations.NullMarked;
