/** Archives of single organizations, kept sealed for a time, and how one is put back without touching any other. */
@NullMarked
package org.plenary.admin.backup;

import org.jspecify.annotations.NullMarked;
