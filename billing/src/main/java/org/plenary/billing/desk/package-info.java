/** Money that staff take and hand out themselves. */
@NullMarked
package org.plenary.billing.desk;

import org.jspecify.annotations.NullMarked;
