@NullMarked
package org.plenary.admin.branding;

import org.jspecify.annotations.NullMarked;
