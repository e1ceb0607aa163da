/** Tables as files for spreadsheets. */
@NullMarked
package org.plenary.lodging.export;

import org.jspecify.annotations.NullMarked;
