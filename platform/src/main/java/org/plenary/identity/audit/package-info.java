/** Who did what. */
@NullMarked
package org.plenary.identity.audit;

import org.jspecify.annotations.NullMarked;
