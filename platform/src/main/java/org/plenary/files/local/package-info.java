@NullMarked
package org.plenary.files.local;

import org.jspecify.annotations.NullMarked;
