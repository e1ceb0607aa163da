@NullMarked
package org.plenary.files.upload;

import org.jspecify.annotations.NullMarked;
