@NullMarked
package org.plenary.site.page;

import org.jspecify.annotations.NullMarked;
