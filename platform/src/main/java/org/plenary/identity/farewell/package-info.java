/** What somebody takes along who has an account here, and how it ends. */
@NullMarked
package org.plenary.identity.farewell;

import org.jspecify.annotations.NullMarked;
