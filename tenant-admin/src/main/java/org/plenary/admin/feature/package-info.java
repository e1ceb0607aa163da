@NullMarked
package org.plenary.admin.feature;

import org.jspecify.annotations.NullMarked;
