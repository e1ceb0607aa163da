@NullMarked
package org.plenary.site.frame;

import org.jspecify.annotations.NullMarked;
