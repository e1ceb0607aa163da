/** Calls to servers that somebody outside has named: only to public addresses, and following nowhere. */
@NullMarked
package org.plenary.kernel.calls;

import org.jspecify.annotations.NullMarked;
